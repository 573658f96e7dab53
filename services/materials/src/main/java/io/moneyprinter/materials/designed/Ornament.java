package io.moneyprinter.materials.designed;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Matrix33;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.PaintStrokeCap;
import io.github.humbleui.skija.PaintStrokeJoin;
import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.PathBuilder;
import io.github.humbleui.skija.PathOp;
import io.github.humbleui.types.RRect;
import java.util.Objects;

/** A shape that floats by, drawn into a square. */
enum Ornament {
    DISC,
    RING,
    HALF,
    PILL,
    SPARKS,
    SQUIGGLE,
    CROSS,
    BARS;

    void draw(Canvas canvas, float size, int color) {
        try (var paint = new Paint().setAntiAlias(true).setColor(color)) {
            switch (this) {
                case DISC -> canvas.drawCircle(size / 2, size / 2, size * 0.48f, paint);
                case RING -> {
                    paint.setMode(PaintMode.STROKE).setStrokeWidth(size * 0.14f);
                    canvas.drawCircle(size / 2, size / 2, size * 0.4f, paint);
                }
                case HALF ->
                    canvas.drawArc(size * 0.02f, size * 0.02f, size * 0.98f, size * 0.98f, 200, 180, true, paint);
                case PILL -> {
                    canvas.concat(Matrix33.makeRotate(-35, size / 2, size / 2));
                    canvas.drawRRect(
                            RRect.makeXYWH(size * 0.04f, size * 0.34f, size * 0.92f, size * 0.32f, size * 0.16f),
                            paint);
                }
                case SPARKS -> sparks(canvas, size, paint);
                case SQUIGGLE -> squiggle(canvas, size, paint);
                case CROSS -> {
                    canvas.concat(Matrix33.makeRotate(20, size / 2, size / 2));
                    var bar = size * 0.2f;
                    var start = (size - bar) / 2;
                    // One outline: two bars would show where they overlap when the colour lets light through.
                    try (var upright =
                                    Path.makeRRect(RRect.makeXYWH(start, size * 0.1f, bar, size * 0.8f, bar * 0.3f));
                            var across =
                                    Path.makeRRect(RRect.makeXYWH(size * 0.1f, start, size * 0.8f, bar, bar * 0.3f));
                            var cross = Path.makeCombining(upright, across, PathOp.UNION)) {
                        canvas.drawPath(Objects.requireNonNull(cross), paint);
                    }
                }
                case BARS -> {
                    for (var i = 0; i < 4; i++) {
                        canvas.drawRRect(
                                RRect.makeXYWH(
                                        size * 0.06f,
                                        size * (0.08f + 0.24f * i),
                                        size * 0.88f,
                                        size * 0.1f,
                                        size * 0.05f),
                                paint);
                    }
                }
            }
        }
    }

    private static void sparks(Canvas canvas, float size, Paint paint) {
        paint.setMode(PaintMode.STROKE).setStrokeWidth(size * 0.07f).setStrokeCap(PaintStrokeCap.ROUND);
        for (var i = 0; i < 10; i++) {
            var angle = Math.TAU * i / 10;
            var cos = (float) Math.cos(angle);
            var sin = (float) Math.sin(angle);
            var inner = size * 0.2f;
            var outer = size * (i % 2 == 0 ? 0.45f : 0.34f);
            canvas.drawLine(
                    size / 2 + cos * inner,
                    size / 2 + sin * inner,
                    size / 2 + cos * outer,
                    size / 2 + sin * outer,
                    paint);
        }
    }

    private static void squiggle(Canvas canvas, float size, Paint paint) {
        paint.setMode(PaintMode.STROKE)
                .setStrokeWidth(size * 0.1f)
                .setStrokeCap(PaintStrokeCap.ROUND)
                .setStrokeJoin(PaintStrokeJoin.ROUND);
        try (var builder = new PathBuilder()) {
            builder.moveTo(size * 0.08f, size * 0.5f);
            for (var i = 0; i < 3; i++) {
                var x = size * (0.08f + 0.28f * i);
                var swing = size * (i % 2 == 0 ? -0.26f : 0.26f);
                builder.cubicTo(
                        x + size * 0.09f,
                        size * 0.5f + swing,
                        x + size * 0.19f,
                        size * 0.5f + swing,
                        x + size * 0.28f,
                        size * 0.5f);
            }
            try (var path = builder.build()) {
                canvas.drawPath(path, paint);
            }
        }
    }
}

package io.moneyprinter.materials.designed;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorFilter;
import io.github.humbleui.skija.ColorMatrix;
import io.github.humbleui.skija.Matrix33;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.PaintStrokeCap;
import io.github.humbleui.skija.PathBuilder;
import io.github.humbleui.skija.Shader;
import io.github.humbleui.types.Rect;
import io.moneyprinter.drawing.Dither;
import io.moneyprinter.drawing.Tint;
import java.util.SplittableRandom;

/** The ground of a picture: a soft gradient with the theme's motif, quiet enough to read on. */
final class Backdrop {

    private final Theme theme;
    private final int variant;
    private final float width;
    private final float height;
    private final SplittableRandom random;

    Backdrop(Theme theme, int variant, int width, int height) {
        this.theme = theme;
        this.variant = variant;
        this.width = width;
        this.height = height;
        this.random = theme.random("backdrop " + variant);
    }

    void draw(Canvas canvas) {
        gradient(canvas);
        switch (theme.motif()) {
            case MESH -> mesh(canvas);
            case PAPER -> paper(canvas);
            default -> {
                glow(canvas);
                motif(canvas);
            }
        }
        Dither.over(canvas);
    }

    private void gradient(Canvas canvas) {
        var angle = Math.toRadians(theme.angle() + 70 * variant);
        var reach = Math.max(width, height) / 2;
        var dx = (float) (Math.cos(angle) * reach);
        var dy = (float) (Math.sin(angle) * reach);
        var colors = new int[] {theme.palette().ground(), theme.palette().groundEnd()};
        try (var shader = Shader.makeLinearGradient(
                        width / 2 - dx, height / 2 - dy, width / 2 + dx, height / 2 + dy, colors);
                var paint = new Paint().setShader(shader).setDither(true)) {
            canvas.drawPaint(paint);
        }
    }

    /** A few large lights, so that the ground never looks flat. */
    private void glow(Canvas canvas) {
        var palette = theme.palette();
        var colors = new int[] {palette.second(), palette.accent(), palette.groundEnd()};
        for (var i = 0; i < 3; i++) {
            var x = (float) (random.nextDouble(-0.1, 1.1) * width);
            var y = (float) (random.nextDouble(-0.1, 1.1) * height);
            var radius = (float) (random.nextDouble(0.35, 0.65) * Math.max(width, height));
            var tone = palette.quiet(colors[i]);
            var strength = i == 2 ? 0.8 : 0.42;
            var center = Tint.withAlpha(tone, (tone >>> 24) / 255.0 * strength);
            try (var shader = Shader.makeRadialGradient(x, y, radius, new int[] {center, center & 0xffffff});
                    var paint = new Paint().setShader(shader).setDither(true)) {
                canvas.drawPaint(paint);
            }
        }
    }

    /** Many lights that run into each other, none of them with an edge. */
    private void mesh(Canvas canvas) {
        var palette = theme.palette();
        var colors = new int[] {palette.second(), palette.groundEnd(), palette.accent(), palette.second()};
        for (var i = 0; i < 7; i++) {
            var x = (float) ((i % 2 + random.nextDouble(-0.15, 0.95)) / 2 * width);
            var y = (float) ((i / 2 + random.nextDouble(0, 1)) / 4 * height);
            var radius = (float) (random.nextDouble(0.3, 0.55) * Math.max(width, height));
            var tone = palette.quiet(colors[i % colors.length]);
            var share = (tone >>> 24) / 255.0;
            var center = Tint.withAlpha(tone, share * 0.5);
            // Three stops: a bell instead of a cone.
            var middle = Tint.withAlpha(tone, share * 0.2);
            try (var shader = Shader.makeRadialGradient(
                            x, y, radius, new int[] {center, middle, Tint.withAlpha(tone, 0)}, new float[] {0, 0.5f, 1
                            });
                    var paint = new Paint().setShader(shader).setDither(true)) {
                canvas.drawPaint(paint);
            }
        }
    }

    /** Fibres and grain, and the two rules of a page. */
    private void paper(Canvas canvas) {
        var ink = theme.palette().ink();
        var side = variant % 2 == 0 ? 0.05f : 0.95f;
        try (var grain = Shader.makeFractalNoise(0.32f, 0.32f, 3, theme.seed() % 1000 + variant);
                var matrix = ColorFilter.makeMatrix(new ColorMatrix(
                        0,
                        0,
                        0,
                        0,
                        (ink >> 16 & 0xff) / 255f,
                        0,
                        0,
                        0,
                        0,
                        (ink >> 8 & 0xff) / 255f,
                        0,
                        0,
                        0,
                        0,
                        (ink & 0xff) / 255f,
                        0.08f,
                        0,
                        0,
                        0,
                        -0.027f));
                var paint = new Paint().setShader(grain).setColorFilter(matrix)) {
            canvas.drawPaint(paint);
        }
        fibres(canvas, ink);
        try (var edge = Shader.makeRadialGradient(
                        width / 2,
                        height / 2,
                        0.75f * Math.max(width, height),
                        new int[] {Tint.withAlpha(ink, 0), Tint.withAlpha(ink, 0), Tint.withAlpha(ink, 0.04)},
                        new float[] {0, 0.55f, 1});
                var paint = new Paint().setShader(edge).setDither(true)) {
            canvas.drawPaint(paint);
        }
        try (var rule = new Paint().setAntiAlias(true).setColor(Tint.withAlpha(ink, 0.16))) {
            rule.setStrokeWidth(Math.max(1.5f, 0.22f * unit()));
            canvas.drawLine(width * side, 0, width * side, height, rule);
        }
    }

    private void fibres(Canvas canvas, int ink) {
        try (var paint = new Paint()
                .setAntiAlias(true)
                .setMode(PaintMode.STROKE)
                .setStrokeCap(PaintStrokeCap.ROUND)
                .setStrokeWidth(Math.max(1, 0.12f * unit()))) {
            for (var i = 0; i < 260; i++) {
                var x = (float) (random.nextDouble() * width);
                var y = (float) (random.nextDouble() * height);
                var angle = random.nextDouble(Math.TAU);
                var length = random.nextDouble(0.8, 3.2) * unit();
                var bend = random.nextDouble(-0.8, 0.8);
                paint.setColor(Tint.withAlpha(ink, random.nextDouble(0.03, 0.07)));
                try (var builder = new PathBuilder()) {
                    builder.moveTo(x, y)
                            .quadTo(
                                    (float) (x + Math.cos(angle) * length / 2),
                                    (float) (y + Math.sin(angle) * length / 2),
                                    (float) (x + Math.cos(angle + bend) * length),
                                    (float) (y + Math.sin(angle + bend) * length));
                    try (var path = builder.build()) {
                        canvas.drawPath(path, paint);
                    }
                }
            }
        }
    }

    private void motif(Canvas canvas) {
        var tone = theme.palette()
                .quiet(
                        variant % 2 == 0
                                ? theme.palette().second()
                                : theme.palette().accent());
        var alpha = (tone >>> 24) / 255.0;
        try (var paint = new Paint().setAntiAlias(true).setColor(Tint.withAlpha(tone, alpha * 0.28))) {
            switch (theme.motif()) {
                case BLOBS -> blobs(canvas, paint);
                case ARCS -> arcs(canvas, paint);
                case DOTS -> dots(canvas, paint);
                case STRIPES -> stripes(canvas, paint);
                case WAVES -> waves(canvas, paint);
                case GRID -> grid(canvas, paint);
                case MESH, PAPER -> {}
            }
        }
    }

    private float unit() {
        return Math.min(width, height) / 100;
    }

    private void blobs(Canvas canvas, Paint paint) {
        for (var i = 0; i < 3; i++) {
            var x = (float) (random.nextDouble(0, 1) * width);
            var y = (float) ((i + random.nextDouble(0, 1)) / 3 * height);
            var radius = (float) random.nextDouble(22, 40) * unit();
            try (var builder = new PathBuilder()) {
                var corners = 6;
                var at = new float[corners * 2];
                for (var j = 0; j < corners; j++) {
                    var angle = Math.TAU * j / corners;
                    var reach = radius * random.nextDouble(0.72, 1.2);
                    at[2 * j] = (float) (x + Math.cos(angle) * reach);
                    at[2 * j + 1] = (float) (y + Math.sin(angle) * reach);
                }
                closedCurve(builder, at);
                try (var path = builder.build()) {
                    canvas.drawPath(path, paint);
                }
            }
        }
    }

    /** A smooth closed line through the middles between points. */
    private static void closedCurve(PathBuilder builder, float[] at) {
        var count = at.length / 2;
        builder.moveTo((at[0] + at[2 * count - 2]) / 2, (at[1] + at[2 * count - 1]) / 2);
        for (var j = 0; j < count; j++) {
            var next = (j + 1) % count;
            builder.quadTo(
                    at[2 * j], at[2 * j + 1], (at[2 * j] + at[2 * next]) / 2, (at[2 * j + 1] + at[2 * next + 1]) / 2);
        }
        builder.closePath();
    }

    private void arcs(Canvas canvas, Paint paint) {
        var right = random.nextBoolean();
        var x = right ? width * 1.02f : -width * 0.02f;
        var y = (float) (random.nextDouble(0.6, 1.02) * height);
        paint.setMode(PaintMode.STROKE).setStrokeWidth(2.6f * unit());
        for (var i = 0; i < 12; i++) {
            canvas.drawCircle(x, y, (10 + 9 * i) * unit(), paint);
        }
    }

    private void dots(Canvas canvas, Paint paint) {
        var step = 6.4f * unit();
        for (var row = 0; row * step < height + step; row++) {
            for (var column = 0; column * step < width + step; column++) {
                var diagonal = (column * step / width + row * step / height) / 2;
                var swell = variant % 2 == 0 ? diagonal : 1 - diagonal;
                canvas.drawCircle(
                        column * step + (row % 2) * step / 2, row * step, (0.25f + 1.25f * swell) * unit(), paint);
            }
        }
    }

    private void stripes(Canvas canvas, Paint paint) {
        canvas.save();
        canvas.concat(Matrix33.makeRotate(variant % 2 == 0 ? 32 : -32, width / 2, height / 2));
        var reach = width + height;
        var step = 17 * unit();
        for (var at = -reach; at < reach; at += step) {
            canvas.drawRect(Rect.makeXYWH(at, -reach, step * 0.42f, 3 * reach), paint);
        }
        canvas.restore();
    }

    private void waves(Canvas canvas, Paint paint) {
        for (var i = 0; i < 5; i++) {
            var level = height * (0.34f + 0.15f * i);
            var swing = 4.5f * unit();
            var length = width * (0.55f + 0.1f * i);
            try (var builder = new PathBuilder()) {
                builder.moveTo(-width, level);
                var side = i % 2 == 0 ? 1 : -1;
                for (var x = -width; x < 2 * width; x += length) {
                    builder.cubicTo(
                            x + length / 3,
                            level - side * swing,
                            x + 2 * length / 3,
                            level + side * swing,
                            x + length,
                            level);
                }
                builder.lineTo(2 * width, height * 2).lineTo(-width, height * 2).closePath();
                try (var path = builder.build()) {
                    canvas.drawPath(path, paint);
                }
            }
        }
    }

    private void grid(Canvas canvas, Paint paint) {
        paint.setMode(PaintMode.STROKE)
                .setStrokeWidth(Math.max(1.5f, 0.28f * unit()))
                .setStrokeCap(PaintStrokeCap.BUTT);
        var step = 11 * unit();
        for (var x = step / 2; x < width; x += step) {
            canvas.drawLine(x, 0, x, height, paint);
        }
        for (var y = step / 2; y < height; y += step) {
            canvas.drawLine(0, y, width, y, paint);
        }
    }
}

package io.moneyprinter.video.render;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PathBuilder;
import io.github.humbleui.skija.Shader;
import io.github.humbleui.types.Rect;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.drawing.Raster;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A landscape with what effects are judged by: sky, bright light, deep shade, leaves, skin and fine detail. */
final class Scenery {

    private final int width;
    private final int height;
    private final SplittableRandom random = new SplittableRandom(11);

    private Scenery(int width, int height) {
        this.width = width;
        this.height = height;
    }

    static Path png(Path home, Path file, int width, int height) {
        FontLibrary.open(home);
        try (var raster = Raster.draw(width, height, new Scenery(width, height)::draw)) {
            raster.writePng(file, new Raster.Crop(0, 0, width, height));
        }
        return file;
    }

    private void draw(Canvas canvas) {
        gradient(canvas, 0, 0.6f, 0xff3f78c2, 0xfff6d9b0);
        light(canvas, 0.68f, 0.43f, 0.34f, 0xfffff1c4);
        for (var i = 0; i < 60; i++) {
            light(
                    canvas,
                    (float) random.nextDouble(),
                    (float) random.nextDouble(0.04, 0.3),
                    (float) random.nextDouble(0.04, 0.13),
                    0x28ffffff);
        }
        ridge(canvas, 0.46f, 0.10f, 0xff7d8fb0);
        ridge(canvas, 0.53f, 0.07f, 0xff4d6580);
        gradient(canvas, 0.58f, 0.72f, 0xff5b8fae, 0xff2d5570);
        glitter(canvas);
        gradient(canvas, 0.72f, 1, 0xff5f8f3a, 0xff1d3315);
        grass(canvas);
        house(canvas);
        person(canvas);
    }

    private void gradient(Canvas canvas, float top, float bottom, int from, int to) {
        try (var shader = Shader.makeLinearGradient(0, top * height, 0, bottom * height, new int[] {from, to});
                var paint = new Paint().setShader(shader)) {
            canvas.drawRect(Rect.makeLTRB(0, top * height, width, bottom * height), paint);
        }
    }

    private void light(Canvas canvas, float x, float y, float radius, int color) {
        try (var shader = Shader.makeRadialGradient(
                        x * width, y * height, radius * width, new int[] {color, color & 0xffffff});
                var paint = new Paint().setShader(shader)) {
            canvas.drawPaint(paint);
        }
    }

    private void ridge(Canvas canvas, float level, float rise, int color) {
        try (var builder = new PathBuilder();
                var paint = new Paint().setColor(color).setAntiAlias(true)) {
            builder.moveTo(0, height);
            var phase = random.nextDouble(6);
            for (var x = 0; x <= width; x += 4) {
                var at = 7.0 * x / width + phase;
                var hill = Math.sin(at) + 0.5 * Math.sin(2.3 * at) + 0.2 * Math.sin(6.1 * at);
                builder.lineTo(x, (float) ((level - rise * hill / 2) * height));
            }
            builder.lineTo(width, height).closePath();
            try (var path = builder.build()) {
                canvas.drawPath(path, paint);
            }
        }
    }

    private void glitter(Canvas canvas) {
        try (var paint = new Paint().setAntiAlias(true)) {
            for (var i = 0; i < 500; i++) {
                var y = random.nextDouble(0.585, 0.715);
                paint.setColor(0x90ffe7b8);
                canvas.drawRect(
                        Rect.makeXYWH(
                                (float) ((0.68 + random.nextDouble(-0.5, 0.5) * random.nextDouble()) * width),
                                (float) (y * height),
                                (float) random.nextDouble(0.005, 0.03) * width,
                                Math.max(1, 0.0014f * height)),
                        paint);
            }
        }
    }

    private void grass(Canvas canvas) {
        try (var paint = new Paint().setAntiAlias(true).setStrokeWidth(Math.max(1, width / 400f))) {
            for (var i = 0; i < 3_000; i++) {
                var y = random.nextDouble(0.73, 1.02);
                var shade = random.nextInt(70);
                paint.setColor(0xff000000 | 30 + shade << 16 | 70 + shade << 8 | 20 + shade / 3);
                var x = (float) (random.nextDouble() * width);
                var length = (float) ((y - 0.66) * 0.09 * height);
                canvas.drawLine(
                        x,
                        (float) (y * height),
                        x + (float) random.nextDouble(-6, 6),
                        (float) (y * height) - length,
                        paint);
            }
        }
    }

    private void house(Canvas canvas) {
        try (var paint = new Paint().setAntiAlias(true)) {
            rect(canvas, paint, 0.08f, 0.62f, 0.3f, 0.765f, 0xffa03a2a);
            rect(canvas, paint, 0.055f, 0.595f, 0.325f, 0.632f, 0xff3a2a28);
            rect(canvas, paint, 0.12f, 0.66f, 0.17f, 0.7f, 0xfffff3d0);
            rect(canvas, paint, 0.21f, 0.66f, 0.26f, 0.765f, 0xff151210);
        }
    }

    /** Skin, white cloth and dark hair. */
    /** As large as the height lets it be, with both feet out of the picture. */
    private void person(Canvas canvas) {
        var unit = Math.min(width, 0.5625f * height);
        var x = 0.65f * width;
        var y = 0.69f * height;
        try (var paint = new Paint().setAntiAlias(true)) {
            paint.setColor(0xffe9e6df);
            canvas.drawRect(Rect.makeLTRB(x - 0.12f * unit, y + 0.14f * unit, x + 0.12f * unit, height), paint);
            paint.setColor(0xff2b1c14);
            canvas.drawCircle(x, y - 0.044f * unit, 0.118f * unit, paint);
            paint.setColor(0xffd9a583);
            canvas.drawCircle(x, y, 0.1f * unit, paint);
            paint.setColor(0xffc98f6c);
            canvas.drawRect(
                    Rect.makeLTRB(x - 0.04f * unit, y + 0.07f * unit, x + 0.04f * unit, y + 0.17f * unit), paint);
            paint.setColor(0xff2b1c14);
            canvas.drawCircle(x - 0.035f * unit, y - 0.009f * unit, 0.009f * unit, paint);
            canvas.drawCircle(x + 0.035f * unit, y - 0.009f * unit, 0.009f * unit, paint);
        }
    }

    private void rect(Canvas canvas, Paint paint, float left, float top, float right, float bottom, int color) {
        paint.setColor(color);
        canvas.drawRect(Rect.makeLTRB(left * width, top * height, right * width, bottom * height), paint);
    }
}

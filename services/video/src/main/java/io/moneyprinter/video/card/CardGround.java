package io.moneyprinter.video.card;

import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.FilterTileMode;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.Shader;
import java.util.SplittableRandom;

/** The ground of a card: a gradient, two lights, and rings around a corner, quiet enough to read on. */
final class CardGround {

    private static final int NOISE = 256;

    private final CardTheme theme;
    private final float width;
    private final float height;
    private final SplittableRandom random;

    CardGround(CardTheme theme, int width, int height) {
        this.theme = theme;
        this.width = width;
        this.height = height;
        this.random = theme.random();
    }

    void draw(Canvas canvas) {
        gradient(canvas);
        var right = random.nextBoolean();
        light(canvas, right ? 1 : 0, 0.08f, theme.second(), 0.34);
        light(canvas, right ? 0 : 1, 0.95f, theme.accent(), 0.16);
        rings(canvas, right ? 1 : 0);
        dither(canvas);
    }

    private void gradient(Canvas canvas) {
        var angle = Math.toRadians(random.nextDouble(35, 145));
        var reach = Math.max(width, height) / 2;
        var dx = (float) (Math.cos(angle) * reach);
        var dy = (float) (Math.sin(angle) * reach);
        var colors = new int[] {theme.ground(), theme.groundEnd()};
        try (var shader = Shader.makeLinearGradient(
                        width / 2 - dx, height / 2 - dy, width / 2 + dx, height / 2 + dy, colors);
                var paint = new Paint().setShader(shader).setDither(true)) {
            canvas.drawPaint(paint);
        }
    }

    private void light(Canvas canvas, float x, float y, int color, double strength) {
        var radius = 0.62f * Math.max(width, height);
        var center = translucent(color, strength);
        try (var shader = Shader.makeRadialGradient(
                        x * width, y * height, radius, new int[] {center, center & 0xffffff});
                var paint = new Paint().setShader(shader).setDither(true)) {
            canvas.drawPaint(paint);
        }
    }

    private void rings(Canvas canvas, float x) {
        var unit = Math.min(width, height) / 100;
        try (var paint = new Paint()
                .setAntiAlias(true)
                .setMode(PaintMode.STROKE)
                .setStrokeWidth(1.1f * unit)
                .setColor(translucent(theme.second(), 0.16))) {
            for (var i = 0; i < 6; i++) {
                canvas.drawCircle(x * width, 0, (14 + 8 * i) * unit, paint);
            }
        }
    }

    /** Eight bits show steps in a dark gradient, and the encoder makes them worse: noise of one level hides them. */
    private static void dither(Canvas canvas) {
        var noise = new SplittableRandom(7);
        var pixels = new byte[NOISE * NOISE * 4];
        for (var i = 0; i < pixels.length; i += 4) {
            // Premultiplied: white or black at an opacity of none to two in 255.
            var alpha = (byte) noise.nextInt(3);
            var light = noise.nextBoolean() ? alpha : 0;
            pixels[i] = light;
            pixels[i + 1] = light;
            pixels[i + 2] = light;
            pixels[i + 3] = alpha;
        }
        try (var bitmap = new Bitmap()) {
            bitmap.installPixels(
                    new ImageInfo(NOISE, NOISE, ColorType.RGBA_8888, ColorAlphaType.PREMUL), pixels, NOISE * 4L);
            try (var shader = bitmap.makeShader(FilterTileMode.REPEAT, FilterTileMode.REPEAT);
                    var paint = new Paint().setShader(shader)) {
                canvas.drawPaint(paint);
            }
        }
    }

    private static int translucent(int color, double alpha) {
        return (int) Math.round(alpha * 255) << 24 | color & 0xffffff;
    }
}

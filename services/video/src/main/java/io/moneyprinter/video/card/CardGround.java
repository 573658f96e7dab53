package io.moneyprinter.video.card;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.Shader;
import io.moneyprinter.drawing.Dither;
import io.moneyprinter.drawing.Tint;
import java.util.SplittableRandom;

/** The ground of a card: a gradient, two lights, and rings around a corner, quiet enough to read on. */
final class CardGround {

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
        light(canvas, right ? 1 : 0, 0.08f, theme.palette().second(), 0.34);
        light(canvas, right ? 0 : 1, 0.95f, theme.palette().accent(), 0.16);
        rings(canvas, right ? 1 : 0);
        Dither.over(canvas);
    }

    private void gradient(Canvas canvas) {
        var angle = Math.toRadians(random.nextDouble(35, 145));
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

    private void light(Canvas canvas, float x, float y, int color, double strength) {
        var radius = 0.62f * Math.max(width, height);
        var center = Tint.withAlpha(color, strength);
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
                .setColor(Tint.withAlpha(theme.palette().second(), 0.16))) {
            for (var i = 0; i < 6; i++) {
                canvas.drawCircle(x * width, 0, (14 + 8 * i) * unit, paint);
            }
        }
    }
}

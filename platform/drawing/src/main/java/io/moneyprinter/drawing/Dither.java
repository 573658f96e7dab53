package io.moneyprinter.drawing;

import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.FilterTileMode;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Paint;
import java.util.SplittableRandom;

/** Eight bits show steps in a dark gradient, and the encoder makes them worse: noise of one level hides them. */
public final class Dither {

    private static final int NOISE = 256;

    private Dither() {}

    /** Covers all of the canvas. */
    public static void over(Canvas canvas) {
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
}

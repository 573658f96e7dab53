package io.moneyprinter.drawing;

import static java.util.Objects.requireNonNull;

import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.EncodePNGFilterFlag;
import io.github.humbleui.skija.EncodePNGOptions;
import io.github.humbleui.skija.EncoderPNG;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.SamplingMode;
import io.github.humbleui.skija.Surface;
import io.github.humbleui.types.IRect;
import io.github.humbleui.types.Rect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pixels, drawn once. Native memory: close it. */
public final class Raster implements AutoCloseable {

    /** Whole pixels, the right and bottom edges exclusive. */
    public record Crop(int left, int top, int right, int bottom) {

        public int width() {
            return right - left;
        }

        public int height() {
            return bottom - top;
        }
    }

    /** Fast: these files are read once by ffmpeg and seldom leave the machine. */
    private static final EncodePNGOptions OPTIONS =
            EncodePNGOptions.DEFAULT.withFlags(EncodePNGFilterFlag.SUB).withZlibLevel(2);

    private final Surface surface;

    private Raster(Surface surface) {
        this.surface = surface;
    }

    /** Draws on a transparent canvas. */
    public static Raster draw(int width, int height, Consumer<Canvas> drawing) {
        var surface = Surface.makeRasterN32Premul(width, height);
        surface.getCanvas().clear(0);
        drawing.accept(surface.getCanvas());
        return new Raster(surface);
    }

    public int width() {
        return surface.getWidth();
    }

    public int height() {
        return surface.getHeight();
    }

    /** The smallest part that holds everything visible; null when nothing is. */
    public @Nullable Crop visible() {
        var pixels = rgba();
        var left = width();
        var right = -1;
        var top = -1;
        var bottom = -1;
        for (int y = 0, i = 3; y < height(); y++) {
            for (var x = 0; x < width(); x++, i += 4) {
                if (pixels[i] != 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = top < 0 ? y : top;
                    bottom = y;
                }
            }
        }
        return right < 0 ? null : new Crop(left, top, right + 1, bottom + 1);
    }

    public byte[] png() {
        return png(new Crop(0, 0, width(), height()));
    }

    public byte[] png(Crop crop) {
        try (var image = surface.makeImageSnapshot(
                        IRect.makeLTRB(crop.left(), crop.top(), crop.right(), crop.bottom()));
                var data = EncoderPNG.encode(requireNonNull(image), OPTIONS)) {
            return requireNonNull(data).getBytes();
        }
    }

    public void writePng(Path file, Crop crop) {
        try {
            Files.write(file, png(crop));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Copies these pixels onto another drawing. */
    public void paint(Canvas canvas, float x, float y) {
        try (var image = surface.makeImageSnapshot()) {
            canvas.drawImage(requireNonNull(image), x, y);
        }
    }

    /** Copies these pixels through the canvas' transformation, in between pixels where that asks for it. */
    public void paint(Canvas canvas, double opacity) {
        try (var image = surface.makeImageSnapshot();
                var paint = new Paint().setAlphaf((float) opacity)) {
            var whole = Rect.makeWH(width(), height());
            canvas.drawImageRect(requireNonNull(image), whole, whole, SamplingMode.LINEAR, paint, true);
        }
    }

    /** Red, green, blue and alpha of every pixel, not premultiplied, row by row. */
    public byte[] rgba() {
        try (var bitmap = new Bitmap()) {
            var info = new ImageInfo(width(), height(), ColorType.RGBA_8888, ColorAlphaType.UNPREMUL);
            bitmap.allocPixels(info);
            surface.readPixels(bitmap, 0, 0);
            var pixels = new byte[width() * height() * 4];
            try (var pixmap = requireNonNull(bitmap.peekPixels())) {
                pixmap.getBuffer().get(pixels);
            }
            return pixels;
        }
    }

    @Override
    public void close() {
        surface.close();
    }
}

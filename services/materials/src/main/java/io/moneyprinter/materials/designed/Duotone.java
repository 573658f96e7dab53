package io.moneyprinter.materials.designed;

import static java.util.Objects.requireNonNull;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorFilter;
import io.github.humbleui.skija.ColorMatrix;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.SamplingMode;
import io.github.humbleui.types.Rect;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.drawing.Palette;
import io.moneyprinter.drawing.Tint;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** A photo whose shadows and lights are two colours of a palette, and what lies between a third. */
record Duotone(ObjectStore store, Palette palette, ObjectKey photo) {

    private static final int TONES = 256;

    /** All that its look depends on. */
    List<?> identity() {
        return List.of(photo, palette);
    }

    /** Covers a canvas, centred. */
    void draw(Canvas canvas, int width, int height) {
        try (var image = requireNonNull(Image.makeDeferredFromEncodedBytes(Files.readAllBytes(store.file(photo))));
                var grey = ColorFilter.makeMatrix(new ColorMatrix(
                        0.2126f, 0.7152f, 0.0722f, 0, 0, 0.2126f, 0.7152f, 0.0722f, 0, 0, 0.2126f, 0.7152f, 0.0722f, 0,
                        0, 0, 0, 0, 1, 0));
                var tones = tones();
                var both = ColorFilter.makeComposed(tones, grey);
                var paint = new Paint().setColorFilter(both)) {
            var scale = Math.max((float) width / image.getWidth(), (float) height / image.getHeight());
            var seenWidth = width / scale;
            var seenHeight = height / scale;
            canvas.drawImageRect(
                    image,
                    Rect.makeXYWH(
                            (image.getWidth() - seenWidth) / 2,
                            (image.getHeight() - seenHeight) / 2,
                            seenWidth,
                            seenHeight),
                    Rect.makeWH(width, height),
                    SamplingMode.MITCHELL,
                    paint,
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + photo, e);
        }
    }

    private ColorFilter tones() {
        var shadow = Tint.mix(palette.dark() ? palette.ground() : palette.ink(), 0xff000000, 0.25);
        var light = palette.dark() ? palette.ink() : palette.ground();
        var middle = palette.dark() ? palette.second() : palette.accent();
        var opaque = new byte[TONES];
        var red = new byte[TONES];
        var green = new byte[TONES];
        var blue = new byte[TONES];
        for (var tone = 0; tone < TONES; tone++) {
            var share = 2.0 * tone / (TONES - 1);
            var color = share < 1 ? Tint.mix(shadow, middle, share) : Tint.mix(middle, light, share - 1);
            opaque[tone] = (byte) tone;
            red[tone] = (byte) (color >> 16);
            green[tone] = (byte) (color >> 8);
            blue[tone] = (byte) color;
        }
        return ColorFilter.makeTableARGB(opaque, red, green, blue);
    }
}

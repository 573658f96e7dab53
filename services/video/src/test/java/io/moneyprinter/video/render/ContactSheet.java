package io.moneyprinter.video.render;

import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import io.moneyprinter.drawing.FontFamily;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.drawing.Ink;
import io.moneyprinter.drawing.Raster;
import io.moneyprinter.drawing.TextSpec;
import io.moneyprinter.drawing.TypeStyle;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.testing.SharedFfmpeg;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pictures beside each other with their names, as one JPEG. */
final class ContactSheet {

    private static final int LABEL = 34;
    private static final int GAP = 8;
    private static final long MAX_BYTES = 400_000;

    private record Tile(String name, Pixels pixels) {}

    private final FontLibrary fonts;
    private final int columns;
    private final List<Tile> tiles = new ArrayList<>();

    ContactSheet(Path home, int columns) {
        this.fonts = FontLibrary.open(home);
        this.columns = columns;
    }

    ContactSheet add(String name, Pixels pixels) {
        tiles.add(new Tile(name, pixels));
        return this;
    }

    /** All tiles are as large as the first; of each the last frame is shown. */
    void write(Path jpeg, Path work) {
        var tileWidth = tiles.getFirst().pixels().width();
        var tileHeight = tiles.getFirst().pixels().height();
        var rows = Math.ceilDiv(tiles.size(), columns);
        var width = columns * (tileWidth + GAP) + GAP;
        var height = rows * (tileHeight + LABEL + GAP) + GAP;
        var png = work.resolve("sheet.png");
        try (var raster = Raster.draw(width, height, canvas -> {
            canvas.clear(0xff16181d);
            for (var i = 0; i < tiles.size(); i++) {
                var x = GAP + i % columns * (tileWidth + GAP);
                var y = GAP + i / columns * (tileHeight + LABEL + GAP);
                draw(canvas, tiles.get(i).pixels(), x, y);
                var style = TypeStyle.of(FontFamily.GROTESQUE, 500, 19);
                fonts.set(TextSpec.of(tiles.get(i).name(), "en", style, TextSpec.Align.START, tileWidth, 1))
                        .paint(canvas, x + 2, y + tileHeight + 4, Ink.of(0xfff4f5f7));
            }
        })) {
            raster.writePng(png, new Raster.Crop(0, 0, width, height));
        }
        for (var quality = 4; quality == 4 || jpeg.toFile().length() > MAX_BYTES; quality++) {
            var command = FfmpegCommand.of(
                    Input.of(png),
                    Output.to(jpeg, Pad.video(0))
                            .with("q:v", quality)
                            .with("frames:v", 1)
                            .with("update", 1));
            Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(1)));
        }
    }

    private static void draw(io.github.humbleui.skija.Canvas canvas, Pixels pixels, int x, int y) {
        var rgb = pixels.frame(pixels.count() - 1);
        var rgba = new byte[rgb.length / 3 * 4];
        for (int i = 0, j = 0; i < rgb.length; i += 3, j += 4) {
            rgba[j] = rgb[i];
            rgba[j + 1] = rgb[i + 1];
            rgba[j + 2] = rgb[i + 2];
            rgba[j + 3] = (byte) 255;
        }
        var info = new ImageInfo(pixels.width(), pixels.height(), ColorType.RGBA_8888, ColorAlphaType.OPAQUE);
        try (var bitmap = new Bitmap()) {
            bitmap.installPixels(info, rgba, pixels.width() * 4L);
            try (var image = Image.makeRasterFromBitmap(bitmap)) {
                canvas.drawImage(image, x, y);
            }
        }
    }
}

package io.moneyprinter.materials.designed;

import static java.util.Objects.requireNonNull;

import io.github.humbleui.skija.EncodeJPEGOptions;
import io.github.humbleui.skija.EncoderJPEG;
import io.github.humbleui.skija.Image;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.drawing.Raster;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.store.LocalObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Draws the contact sheets of designed visuals: every layout in every style on a wide, a tall and a square canvas. The
 * argument is the directory to write to; {@code docs/images/README.md} has the command.
 */
final class VisualSheets {

    private static final Path HOME = Path.of("target/home");
    private static final int GAP = 6;

    /** Everything is drawn this much larger, and looked at as small as a sheet needs. */
    private static final int SCALE = 3;

    private final Path directory;
    private final LocalObjectStore store;
    private final DrawnVisuals visuals;

    private VisualSheets(Path directory) throws IOException {
        this.directory = directory;
        this.store = new LocalObjectStore(Files.createTempDirectory("visuals"), Clock.systemUTC());
        this.visuals = new DrawnVisuals(new DataDirectory(HOME), store);
    }

    public static void main(String[] arguments) throws IOException {
        var sheets = new VisualSheets(Files.createDirectories(Path.of(arguments[0])));
        sheets.write(256, 144, 6);
        sheets.write(126, 224, 12);
        sheets.write(160, 160, 12);
        if (arguments.length > 1) {
            sheets.single(arguments[1]);
        }
    }

    private void write(int width, int height, int columns) throws IOException {
        var rows = Math.ceilDiv(Samples.ALL.size(), columns) * VisualStyle.values().length;
        try (var sheet = Raster.draw(
                columns * (width + GAP) + GAP, rows * (height + GAP) + GAP, canvas -> {
                    canvas.clear(0xff202124);
                    for (var style : VisualStyle.values()) {
                        for (var i = 0; i < Samples.ALL.size(); i++) {
                            var row = style.ordinal() * rows / VisualStyle.values().length + i / columns;
                            canvas.save();
                            canvas.translate(
                                    GAP + i % columns * (width + GAP), GAP + row * (height + GAP));
                            canvas.scale(1f / SCALE, 1f / SCALE);
                            try (var frame = frame(Samples.ALL.get(i), width * SCALE, height * SCALE, style)) {
                                frame.paint(canvas, 1.0);
                            }
                            canvas.restore();
                        }
                    }
                })) {
            var name = "visuals-%dx%d".formatted(width, height);
            try (var image = requireNonNull(Image.makeDeferredFromEncodedBytes(sheet.png()));
                    var jpeg = requireNonNull(
                            EncoderJPEG.encode(image, EncodeJPEGOptions.DEFAULT.withQuality(80)))) {
                Files.write(directory.resolve(name + ".jpg"), jpeg.getBytes());
            }
        }
    }

    private Raster frame(Samples.Sample sample, int width, int height, VisualStyle style) {
        var shot = visuals.shot(sample.request(width, height, 11, style));
        return new Frame(store, width, height)
                .of((Visual.Composition) shot.visuals().getFirst(), 0.5, layer -> true);
    }

    /** Single frames as PNG, to look at closely: {@code LAYOUT,STYLE,WIDTHxHEIGHT}. */
    private void single(String wanted) throws IOException {
        for (var each : wanted.split(";")) {
            var parts = List.of(each.split(","));
            var size = parts.get(2).split("x");
            var sample = Samples.ALL.stream()
                    .filter(candidate -> candidate.layout() == Layout.valueOf(parts.get(0)))
                    .findFirst()
                    .orElseThrow();
            try (var frame = frame(
                    sample, Integer.parseInt(size[0]), Integer.parseInt(size[1]), VisualStyle.valueOf(parts.get(1)))) {
                Files.write(directory.resolve(each.replace(',', '-') + ".png"), frame.png());
            }
        }
    }
}

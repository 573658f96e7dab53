package io.moneyprinter.materials.designed;

import static java.util.Objects.requireNonNull;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.EncodeJPEGOptions;
import io.github.humbleui.skija.EncoderJPEG;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PathBuilder;
import io.github.humbleui.skija.Shader;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.drawing.Raster;
import io.moneyprinter.drawing.Tint;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.store.LocalObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

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
        sheets.write("visuals", Samples.ALL, 256, 144, 6);
        sheets.write("visuals", Samples.ALL, 126, 224, 12);
        sheets.write("visuals", Samples.ALL, 160, 160, 12);
        sheets.write("visuals-words", Samples.PLAIN, 160, 160, 12);
        sheets.write("visuals-scripts", Samples.SCRIPTS, 160, 160, 14);
        sheets.photos(256, 144);
        sheets.brands(256, 144);
        if (arguments.length > 1) {
            sheets.single(arguments[1]);
        }
    }

    private void write(String title, List<Samples.Sample> samples, int width, int height, int columns)
            throws IOException {
        var rows = Math.ceilDiv(samples.size(), columns) * VisualStyle.values().length;
        try (var sheet = Raster.draw(columns * (width + GAP) + GAP, rows * (height + GAP) + GAP, canvas -> {
            canvas.clear(0xff202124);
            for (var style : VisualStyle.values()) {
                for (var i = 0; i < samples.size(); i++) {
                    var row = style.ordinal() * rows / VisualStyle.values().length + i / columns;
                    canvas.save();
                    canvas.translate(GAP + i % columns * (width + GAP), GAP + row * (height + GAP));
                    canvas.scale(1f / SCALE, 1f / SCALE);
                    try (var frame = frame(samples.get(i), width * SCALE, height * SCALE, style)) {
                        frame.paint(canvas, 1.0);
                    }
                    canvas.restore();
                }
            }
        })) {
            write("%s-%dx%d".formatted(title, width, height), sheet);
        }
    }

    private void write(String name, Raster sheet) throws IOException {
        try (var image = requireNonNull(Image.makeDeferredFromEncodedBytes(sheet.png()));
                var jpeg = requireNonNull(EncoderJPEG.encode(image, EncodeJPEGOptions.DEFAULT.withQuality(55)))) {
            Files.write(directory.resolve(name + ".jpg"), jpeg.getBytes());
            if (Boolean.getBoolean("png")) {
                Files.write(directory.resolve(name + ".png"), sheet.png());
            }
        }
    }

    /** A photo that is none, in the colours of each style. */
    private void photos(int width, int height) throws IOException {
        var photo = new ObjectKey("media/landscape.png");
        try (var drawn = Raster.draw(900, 600, VisualSheets::landscape)) {
            store.put(photo, drawn.png());
        }
        var sentence = Samples.PLAIN.getFirst();
        var styles = List.of(VisualStyle.values());
        try (var sheet = Raster.draw(styles.size() * (width + GAP) + GAP, height + 2 * GAP, canvas -> {
            canvas.clear(0xff202124);
            for (var style : styles) {
                var visual =
                        visuals.photo(sentence.request(width * SCALE, height * SCALE, Samples.SEED, style), photo, 0);
                canvas.save();
                canvas.translate(GAP + style.ordinal() * (width + GAP), GAP);
                canvas.scale(1f / SCALE, 1f / SCALE);
                try (var frame = new Frame(store, width * SCALE, height * SCALE)
                        .of((Visual.Composition) visual, 0.5, layer -> true)) {
                    frame.paint(canvas, 1.0);
                }
                canvas.restore();
            }
        })) {
            write("visuals-photo-%dx%d".formatted(width, height), sheet);
        }
    }

    /** Some layouts in the colours and letters of three brands. */
    private void brands(int width, int height) throws IOException {
        var brands = List.of(
                new Brand(null, List.of("#0b5fff", "#ffffff", "#ffb400"), VisualStyle.POSTER, null, null, null),
                new Brand(null, List.of("#ffd400", "#111111", "#d6006e"), VisualStyle.PLAYFUL, "serif", null, null),
                new Brand(null, List.of("#7a1f3d", "#f2c9a1"), VisualStyle.AURORA, "condensed", "serif", null));
        var samples = Samples.ALL.subList(0, 8);
        var columns = 4;
        var rows = brands.size() * samples.size() / columns;
        try (var sheet = Raster.draw(columns * (width + GAP) + GAP, rows * (height + GAP) + GAP, canvas -> {
            canvas.clear(0xff202124);
            for (var i = 0; i < brands.size() * samples.size(); i++) {
                var request = samples.get(i % samples.size())
                        .request(width * SCALE, height * SCALE, Samples.SEED, null)
                        .withBrand(brands.get(i / samples.size()));
                var visual =
                        (Visual.Composition) visuals.shot(request).visuals().getFirst();
                canvas.save();
                canvas.translate(GAP + i % columns * (width + GAP), GAP + i / columns * (height + GAP));
                canvas.scale(1f / SCALE, 1f / SCALE);
                try (var frame = new Frame(store, width * SCALE, height * SCALE).of(visual, 0.5, layer -> true)) {
                    frame.paint(canvas, 1.0);
                }
                canvas.restore();
            }
        })) {
            write("visuals-brands", sheet);
        }
    }

    private static void landscape(Canvas canvas) {
        try (var sky = Shader.makeLinearGradient(0, 0, 0, 420, new int[] {0xff2b4a7a, 0xfff3d9a4});
                var paint = new Paint().setAntiAlias(true)) {
            canvas.drawPaint(paint.setShader(sky));
            paint.setShader(null).setColor(0xffffffff);
            canvas.drawCircle(640, 230, 55, paint);
            for (var ridge = 0; ridge < 4; ridge++) {
                paint.setColor(Tint.mix(0xff8a94a8, 0xff10161f, ridge / 3.0));
                try (var hills = new PathBuilder()) {
                    hills.moveTo(0, 600);
                    for (var x = 0; x <= 900; x += 4) {
                        var y = 330
                                + 70 * ridge
                                - 60 * Math.sin(x / (70.0 + 23 * ridge) + ridge)
                                - 22 * Math.sin(x / 19.0 + 2 * ridge);
                        hills.lineTo(x, (float) y);
                    }
                    hills.lineTo(900, 600).closePath();
                    try (var path = hills.build()) {
                        canvas.drawPath(path, paint);
                    }
                }
            }
        }
    }

    private Raster frame(Samples.Sample sample, int width, int height, VisualStyle style) {
        var shot = visuals.shot(sample.request(width, height, Samples.SEED, style));
        return new Frame(store, width, height)
                .of((Visual.Composition) shot.visuals().getFirst(), 0.5, layer -> true);
    }

    /** Single frames as PNG, to look at closely: {@code LAYOUT,STYLE,WIDTHxHEIGHT}. */
    private void single(String wanted) throws IOException {
        for (var each : wanted.split(";")) {
            var parts = List.of(each.split(","));
            var size = parts.get(2).split("x");
            var sample = Stream.of(Samples.ALL, Samples.PLAIN, Samples.SCRIPTS)
                    .flatMap(List::stream)
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

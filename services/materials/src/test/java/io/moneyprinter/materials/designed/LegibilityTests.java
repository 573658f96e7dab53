package io.moneyprinter.materials.designed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.types.Rect;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.drawing.Raster;
import io.moneyprinter.drawing.Tint;
import io.moneyprinter.materials.designed.Samples.Sample;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Looks at the pixels: what is written can be read, in every layout, style, script and shape of canvas. */
class LegibilityTests {

    /** WCAG 2, level AA, for text of any size. */
    private static final double READABLE = 4.5;

    private static final List<Stage> STAGES = List.of(new Stage(270, 152), new Stage(152, 270), new Stage(190, 190));

    private static ObjectStore store;
    private static DrawnVisuals visuals;

    @BeforeAll
    static void open(@TempDir Path work) {
        store = new LocalObjectStore(work, Clock.systemUTC());
        visuals = new DrawnVisuals(new DataDirectory(Path.of("target/home")), store);
    }

    @ParameterizedTest
    @EnumSource(VisualStyle.class)
    void writesWhatCanBeReadWithinTheSafeAreaAndCutsNoLetter(VisualStyle style) throws IOException {
        var complaints = new ArrayList<String>();
        for (var stage : STAGES) {
            for (var sample : samples(stage, style)) {
                for (var complaint : complaints(composition(sample, stage, style), stage, sample)) {
                    complaints.add("%s: %s on %s".formatted(complaint, sample, stage));
                }
            }
        }

        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(VisualStyle.class)
    void writesReadablyOnPhotosInTwoColours(VisualStyle style) {
        var photo = new ObjectKey("media/checks.png");
        try (var checks = Raster.draw(60, 60, canvas -> {
            canvas.clear(0xffffffff);
            try (var black = new Paint().setColor(0xff000000)) {
                canvas.drawRect(Rect.makeWH(30, 60), black);
            }
        })) {
            store.put(photo, checks.png());
        }
        for (var stage : STAGES) {
            var request = Samples.PLAIN.getFirst().request(stage.width(), stage.height(), Samples.SEED, style);
            var composition = (Visual.Composition) visuals.photo(request, photo, 0);

            assertThat(contrast(composition, stage)).isGreaterThanOrEqualTo(READABLE);
            try (var ground = frame(stage)
                    .of(
                            composition,
                            0,
                            layer -> layer.equals(composition.layers().getFirst()))) {
                var palette = Theme.of(Samples.SEED, style, null).palette();
                var pixels = ground.rgba();
                var right = 4 * (stage.width() - 4);
                assertThat(color(pixels, right)).isEqualTo(palette.dark() ? palette.ink() : palette.ground());
                assertThat(Tint.luminance(color(pixels, 0))).isLessThan(0.1);
            }
        }
    }

    /** Each layout once, with the digits of another script. */
    @ParameterizedTest
    @CsvSource({"٠, POSTER", "۰, EDITORIAL", "०, AURORA"})
    void writesReadablyInOtherDigits(char zero, VisualStyle style) throws IOException {
        var complaints = new ArrayList<String>();
        for (var sample : Stream.concat(Samples.ALL.stream(), Samples.PLAIN.stream())
                .map(sample -> sample.inDigitsFrom(zero))
                .toList()) {
            var stage = STAGES.get(sample.slot() % STAGES.size());
            for (var complaint : complaints(composition(sample, stage, style), stage, sample)) {
                complaints.add("%s: %s on %s".formatted(complaint, sample, stage));
            }
        }

        assertThat(complaints).isEmpty();
    }

    /** Colours that text is hard to read on, and some that brands have, each in another style. */
    @ParameterizedTest
    @CsvSource({
        "POSTER, #0b5fff #ffffff",
        "EDITORIAL, #ffff00",
        "AURORA, #808080 #ff0000",
        "PLAYFUL, #ff6600 #00a0ff #ffee00",
        "SIGNAL, #ffffff #e60023",
        "AURORA, #ffffff #ffff00",
        "EDITORIAL, #000000"
    })
    void writesReadablyInTheColoursOfABrand(VisualStyle style, String colors) throws IOException {
        var brand = Brand.ofColours(List.of(colors.split(" ")));
        var complaints = new ArrayList<String>();
        for (var stage : STAGES) {
            for (var sample : samples(stage, style)) {
                var request = sample.request(stage.width(), stage.height(), Samples.SEED, style);
                var composition = (Visual.Composition)
                        visuals.shot(request.withBrand(brand)).visuals().getFirst();
                for (var complaint : complaints(composition, stage, sample)) {
                    complaints.add("%s: %s on %s".formatted(complaint, sample, stage));
                }
            }
        }

        assertThat(complaints).isEmpty();
    }

    /** What shows data on every canvas, everything else on one of them in each style. */
    private static List<Sample> samples(Stage stage, VisualStyle style) {
        var others = Stream.of(Samples.PLAIN, Samples.SCRIPTS, Samples.ODD)
                .flatMap(List::stream)
                .toList();
        var turn = STAGES.indexOf(stage) + style.ordinal();
        return Stream.concat(
                        Samples.ALL.stream(),
                        others.stream().filter(sample -> (others.indexOf(sample) + turn) % STAGES.size() == 0))
                .toList();
    }

    private static List<String> complaints(Visual.Composition composition, Stage stage, Sample sample)
            throws IOException {
        var complaints = new ArrayList<String>();
        // Emoji have colours of their own.
        var plain = sample.text().codePoints().allMatch(character -> character < 0x1f000);
        var contrast = contrast(composition, stage);
        if (plain && contrast < READABLE) {
            complaints.add("contrast %.2f".formatted(contrast));
        }
        try (var frame = frame(stage).of(composition, 0, Frame::words)) {
            var visible = Objects.requireNonNull(frame.visible());
            if (visible.bottom() > captionTop(stage)) {
                complaints.add("reaches into the captions");
            }
            if (visible.top() < stage.height() / 40
                    || visible.left() < stage.width() / 25
                    || visible.right() > stage.width() - stage.width() / 25) {
                complaints.add("reaches out of the safe area: " + visible);
            }
        }
        for (var layer : composition.layers()) {
            if (Frame.words(layer) && touchesItsEdge(layer)) {
                complaints.add("a letter is cut");
            }
        }
        return complaints;
    }

    private static Visual.Composition composition(Sample sample, Stage stage, VisualStyle style) {
        var request = sample.request(stage.width(), stage.height(), Samples.SEED, style);
        return (Visual.Composition) visuals.shot(request).visuals().getFirst();
    }

    private static Frame frame(Stage stage) {
        return new Frame(store, stage.width(), stage.height());
    }

    /** The lowest between a pixel of a letter and what lies under it, at the beginning and the end of the shot. */
    private static double contrast(Visual.Composition composition, Stage stage) {
        var lowest = Double.MAX_VALUE;
        for (var at : List.of(0.0, 1.0)) {
            try (var words = frame(stage).of(composition, at, Frame::words);
                    var below = frame(stage).of(composition, at, layer -> !Frame.words(layer))) {
                lowest = Math.min(lowest, lowest(words.rgba(), below.rgba()));
            }
        }
        return lowest;
    }

    private static double lowest(byte[] words, byte[] below) {
        var lowest = Double.MAX_VALUE;
        for (var i = 0; i < words.length; i += 4) {
            if ((words[i + 3] & 0xff) == 0xff) {
                lowest = Math.min(lowest, Tint.contrast(color(words, i), color(below, i)));
            }
        }
        return lowest;
    }

    private static int color(byte[] rgba, int at) {
        return 0xff000000 | (rgba[at] & 0xff) << 16 | (rgba[at + 1] & 0xff) << 8 | rgba[at + 2] & 0xff;
    }

    private static boolean touchesItsEdge(Visual.Layer layer) throws IOException {
        try (var image = Objects.requireNonNull(
                        Image.makeDeferredFromEncodedBytes(Files.readAllBytes(store.file(layer.image()))));
                var raster =
                        Raster.draw(image.getWidth(), image.getHeight(), canvas -> canvas.drawImage(image, 0, 0))) {
            var visible = Objects.requireNonNull(raster.visible());
            // A counter's strip begins with another digit; all of them have their distance.
            var top = layer.entrance().style() == Entrance.Style.ROLL ? 1 : visible.top();
            return top == 0
                    || visible.left() == 0
                    || visible.bottom() == raster.height()
                    || visible.right() == raster.width();
        }
    }

    /** Where the highest caption picture begins. */
    private static int captionTop(Stage stage) {
        var shape = (double) stage.height() / stage.width();
        var share = shape >= 1.5 ? 0.585 : shape > 1.1 ? 0.66 : shape > 0.9 ? 0.70 : 0.745;
        return (int) (share * stage.height());
    }
}

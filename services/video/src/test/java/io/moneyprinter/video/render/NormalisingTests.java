package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.video.source.SourceFacts;
import io.moneyprinter.video.source.SourceFacts.Fields;
import io.moneyprinter.video.source.SourceFacts.Transfer;
import io.moneyprinter.video.source.Sources;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisingTests {

    private static final Canvas CANVAS = new Canvas(180, 320, 25);
    private static final int[] RED = {255, 0, 0};
    private static final int[] GREEN = {0, 255, 0};
    private static final int[] BLUE = {0, 0, 255};
    private static final int[] WHITE = {255, 255, 255};

    @TempDir
    Path work;

    private OddSources sources;
    private LocalObjectStore store;
    private Sources facts;

    @BeforeEach
    void setUp() {
        sources = new OddSources(work, OddSources.quadrants(work.resolve("quadrants.png"), 320, 180));
        store = new LocalObjectStore(work.resolve("store"), Clock.systemUTC());
        facts = new Sources(store, SharedFfmpeg.ffmpeg().probe());
    }

    @Test
    void leavesUsualFootageAlone() {
        var found = look(sources.plain()).facts();

        assertThat(found.bits()).isEqualTo(8);
        assertThat(found.transfer()).isEqualTo(Transfer.SDR);
        assertThat(found.variableRate()).isFalse();
        assertThat(Normalising.decoding(found)).isEmpty();
        assertThat(Normalising.before(found)).isEmpty();
        assertThat(Normalising.after(found)).isEmpty();
        var chains = new Chains();
        var picture = chains.input(Input.of(work.resolve("any.mp4")));
        assertThat(Normalising.over(chains, picture, found, "#000000")).isEqualTo(picture);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void showsRotatedFootageUpright(int degrees) {
        var source = look(sources.rotated(degrees));

        assertThat(source.facts().rotation()).isEqualTo(degrees);
        assertCorners(source, 40);
    }

    @Test
    void spreadsAVariableRateOverTime() {
        var source = look(sources.variableRate());

        assertThat(source.facts().variableRate()).isTrue();
        assertCorners(source, 40);
    }

    @Test
    void bringsTenBitsToEight() {
        var source = look(sources.tenBits());

        assertThat(source.facts().bits()).isEqualTo(10);
        assertThat(Normalising.after(source.facts())).isEmpty();
        assertCorners(source, 40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smpte2084", "arib-std-b67"})
    void mapsHighDynamicRangeToOrdinaryScreens(String transfer) {
        var grey = new OddSources(work, GeneratedMedia.plainImage(work.resolve("grey.png"), "0x808080", 320, 180));

        var source = look(grey.hdr(transfer));
        var shown = source.shown();

        assertThat(source.facts().transfer()).isEqualTo(transfer.equals("smpte2084") ? Transfer.PQ : Transfer.HLG);
        assertThat(source.facts().bits()).isEqualTo(10);
        assertThat(shown.red(5, 90, 160)).isCloseTo(0x80, within(10));
        assertThat(shown.green(5, 90, 160)).isCloseTo(0x80, within(10));
        assertThat(shown.blue(5, 90, 160)).isCloseTo(0x80, within(10));
        assertThat(shown.count()).isEqualTo(OddSources.FRAMES);
    }

    @Test
    void keepsWhiteOfHighDynamicRangeBright() {
        var shown = look(sources.hdr("smpte2084")).shown();

        assertThat(shown.brightness(5, 170, 310)).isGreaterThan(215);
        assertThat(shown.red(5, 10, 10)).isGreaterThan(180);
        assertThat(shown.blue(5, 10, 10)).isLessThan(60);
    }

    @Test
    void laysTransparentFootageOverTheBackground() {
        var source = look(sources.transparent());
        var shown = source.shown("#336699");

        assertThat(source.facts().alpha()).isTrue();
        assertColor(shown.color(5, 90, 160), new int[] {0x33, 0x66, 0x99}, 8);
        assertColor(shown.color(5, 3, 3), RED, 40);
        assertThat(shown.count()).isEqualTo(OddSources.FRAMES);
    }

    @Test
    void laysAPaletteStillOverTheBackground() {
        var file = sources.palette();
        var source = look(file);
        var chains = new Chains();
        var picture =
                Normalising.over(chains, chains.input(Input.of(store.file(source.key()))), source.facts(), "#ff8800");
        var shown = Pixels.of(chains, picture, 320, 180, work);

        assertThat(source.facts().alpha()).isTrue();
        assertThat(shown.count()).isEqualTo(1);
        assertColor(shown.color(0, 160, 90), new int[] {0xff, 0x88, 0}, 8);
        assertColor(shown.color(0, 4, 4), RED, 12);
        assertColor(shown.color(0, 315, 175), WHITE, 12);
    }

    @Test
    void showsOddSizesAndWholeColours() {
        var source = look(sources.oddSize(321, 241));

        assertThat(source.facts().width()).isEqualTo(321);
        assertThat(source.facts().pixelFormat()).isEqualTo("yuv444p");
        assertCorners(source, 40);
    }

    @Test
    void makesOnePictureOfTwoFields() {
        var black = new OddSources(work, GeneratedMedia.plainImage(work.resolve("black.png"), "black", 320, 180));
        var source = look(black.interlaced());

        assertThat(source.facts().fields()).isEqualTo(Fields.TOP_FIRST);
        var chains = new Chains();
        var raw = Pixels.of(chains, chains.input(Input.of(store.file(source.key()))), 320, 180, work);
        var filtered = new Chains();
        var progressive = Pixels.of(
                filtered,
                filtered.chain(filtered.input(Input.of(store.file(source.key()))), Normalising.before(source.facts())),
                320,
                180,
                work);
        assertThat(raw.count()).isEqualTo(OddSources.FRAMES);
        assertThat(progressive.count()).isEqualTo(OddSources.FRAMES);
        assertThat(combing(raw, 10)).isGreaterThan(5);
        assertThat(combing(progressive, 10)).isLessThan(combing(raw, 10) / 8);
    }

    @Test
    void showsPixelsThatAreNotSquareInTheirShape() {
        var source = look(sources.anamorphic());

        assertThat(source.facts().sampleAspect()).isCloseTo(4 / 3.0, within(0.01));
        assertCorners(source, 40);
    }

    @Test
    void bringsFullRangeToTheRangeOfVideo() {
        var grey = new OddSources(work, GeneratedMedia.plainImage(work.resolve("grey.png"), "0x303030", 320, 180));
        var source = look(grey.fullRange());

        assertThat(source.facts().fullRange()).isTrue();
        assertColor(source.shown().color(5, 90, 160), new int[] {0x30, 0x30, 0x30}, 4);
    }

    @Test
    void showsALateFirstFrameFromTheStart() {
        var source = look(sources.lateStart());

        assertThat(source.facts().start().toMillis()).isBetween(390L, 410L);
        assertCorners(source, 40);
    }

    @Test
    void showsGreyFootage() {
        var source = look(sources.gray());
        var shown = source.shown();

        assertColor(shown.color(5, 170, 310), WHITE, 6);
        assertThat(shown.count()).isEqualTo(OddSources.FRAMES);
        var red = shown.color(5, 10, 10);
        assertThat(red[0]).isCloseTo(red[2], within(4));
    }

    @Test
    void convertsTheColoursOfStandardDefinition() {
        assertCorners(look(sources.standardDefinition()), 40);
    }

    @Test
    void looksIntoAFileOnce() {
        var key = put(sources.plain());
        var first = facts.facts(key);
        store.delete(key);

        assertThat(facts.facts(key)).isSameAs(first);
    }

    private record Looked(ObjectKey key, SourceFacts facts, NormalisingTests test) {

        Pixels shown() {
            return shown("#000000");
        }

        Pixels shown(String background) {
            var chains = new Chains();
            var end = OddSources.show(chains, test.store.file(key), facts, CANVAS, background, OddSources.FRAMES);
            return Pixels.of(chains, end, CANVAS.width(), CANVAS.height(), test.work);
        }
    }

    private Looked look(Path file) {
        var key = put(file);
        return new Looked(key, facts.facts(key), this);
    }

    private ObjectKey put(Path file) {
        var key = new ObjectKey("media/" + file.getFileName());
        store.put(key, file);
        return key;
    }

    private static void assertCorners(Looked source, int tolerance) {
        var shown = source.shown();
        assertThat(shown.count()).isEqualTo(OddSources.FRAMES);
        for (var frame : List.of(0, OddSources.FRAMES - 1)) {
            assertColor(shown.color(frame, 20, 20), RED, tolerance);
            assertColor(shown.color(frame, 160, 20), GREEN, tolerance);
            assertColor(shown.color(frame, 20, 300), BLUE, tolerance);
            assertColor(shown.color(frame, 160, 300), WHITE, tolerance);
        }
    }

    private static void assertColor(int[] actual, int[] expected, int tolerance) {
        for (var channel = 0; channel < 3; channel++) {
            assertThat(actual[channel])
                    .as("channel %d of %s", channel, java.util.Arrays.toString(actual))
                    .isCloseTo(expected[channel], within(tolerance));
        }
    }

    /** How much lines differ from the lines around them. */
    private static double combing(Pixels pixels, int frame) {
        var sum = 0.0;
        for (var y = 1; y < pixels.height() - 1; y++) {
            for (var x = 0; x < pixels.width(); x++) {
                sum += Math.abs(
                        2 * pixels.green(frame, x, y) - pixels.green(frame, x, y - 1) - pixels.green(frame, x, y + 1));
            }
        }
        return sum / pixels.width() / pixels.height();
    }
}

package io.moneyprinter.video.caption;

import static io.moneyprinter.video.caption.CaptionStyleTests.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.contracts.video.CaptionSettings.SafeArea;
import io.moneyprinter.video.plan.CaptionStrip;
import io.moneyprinter.video.plan.Utterance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen in the pictures. */
class CaptionLookTests {

    private static final String SENTENCE = "Every bee that comes home dances, and nobody knows why";

    @TempDir
    Path work;

    @Test
    void colorsTheWordThatIsSpoken() {
        var captions = DrawnCaptions.tall(
                work,
                "{'preset': 'karaoke', 'max_lines': 1, 'size': 0.6, 'highlight_color': '#ff0000'}",
                "One bee flies");
        var words = captions.track.cues().getFirst().words();

        var first = captions.extent(words.get(0).range().start().value(), pixel -> DrawnCaptions.near(pixel, 0xff0000));
        var last = captions.extent(words.get(2).range().start().value(), pixel -> DrawnCaptions.near(pixel, 0xff0000));

        assertThat(first).isNotNull();
        assertThat(last).isNotNull();
        assertThat(first.right()).isLessThan(540);
        assertThat(last.left()).isGreaterThan(540);
    }

    @Test
    void colorsTheFirstWordOfHebrewAtTheRight() {
        var text = "שלום עולם יפה";
        var captions = new DrawnCaptions(
                work,
                1080,
                1920,
                settings("{'preset': 'karaoke', 'max_lines': 1, 'size': 0.6, 'highlight_color': '#ff0000'}"),
                "he",
                spoken(text, "he"));
        var words = captions.track.cues().getFirst().words();

        var first = captions.extent(words.get(0).range().start().value(), pixel -> DrawnCaptions.near(pixel, 0xff0000));
        var last = captions.extent(words.get(2).range().start().value(), pixel -> DrawnCaptions.near(pixel, 0xff0000));

        assertThat(first).isNotNull();
        assertThat(last).isNotNull();
        assertThat(first.left()).isGreaterThan(540);
        assertThat(last.right()).isLessThan(540);
    }

    @Test
    void makesTheSpokenWordLargerForAMoment() {
        var captions = DrawnCaptions.tall(
                work,
                "{'preset': 'pop', 'animation': 'none', 'highlight_color': '#ff0000', 'max_lines': 1, 'size': 0.7}",
                "Somebody knows");
        var start =
                captions.track.cues().getFirst().words().get(1).range().start().value();

        var popped = captions.extent(start, pixel -> DrawnCaptions.near(pixel, 0xff0000));
        var settled = captions.extent(start + 6, pixel -> DrawnCaptions.near(pixel, 0xff0000));

        assertThat(popped).isNotNull();
        assertThat(settled).isNotNull();
        assertThat((double) (popped.right() - popped.left()) / (settled.right() - settled.left()))
                .isBetween(1.08, 1.16);
        assertThat(captions.files(start + 4, 4))
                .containsOnly(captions.files(start + 6, 1).getFirst());
    }

    @Test
    void comesInWithinAFifthOfASecond() {
        for (var animation : List.of("fade", "pop", "slide")) {
            var captions =
                    DrawnCaptions.tall(work, "{'preset': 'classic', 'animation': '%s'}".formatted(animation), SENTENCE);
            var start = captions.track.cues().getFirst().range().start().value();

            var files = captions.files(start, 24);

            assertThat(files.subList(0, 6)).as(animation).doesNotHaveDuplicates();
            assertThat(files.subList(6, 24)).as(animation).containsOnly(files.get(6));
        }
    }

    @Test
    void typesInStepWithTheWords() {
        var captions = DrawnCaptions.tall(
                work,
                "{'preset': 'typewriter', 'box_color': '#00000000', 'max_lines': 1, 'size': 0.5}",
                "Somebody knows");
        var cue = captions.track.cues().getFirst();
        var second = cue.words().get(1).range();
        var right = new ArrayList<Integer>();
        for (var frame = cue.range().start().value();
                frame < cue.range().endExclusive().value();
                frame++) {
            var seen = captions.extent(frame, DrawnCaptions::solid);
            right.add(seen == null ? 0 : seen.right());
        }

        assertThat(right).isSorted();
        var before =
                right.get((int) (second.start().value() - cue.range().start().value()) - 1);
        var whole = right.getLast();
        assertThat(before).isBetween(540, whole - 100);
        assertThat(right.stream().distinct().count()).isGreaterThan(6);
    }

    @Test
    void staysInsideTheSafeAreaOfEveryPlatform() {
        for (var area : List.of(SafeArea.TIKTOK, SafeArea.YOUTUBE_SHORTS, SafeArea.REELS)) {
            for (var canvas : new int[][] {{540, 960}, {960, 540}, {600, 600}, {480, 600}, {640, 480}}) {
                for (var position : List.of("top", "center", "bottom", "custom")) {
                    var json = "{'preset': 'podcast', 'size': 1.3, 'animation': 'none', 'box_color': '#12131a',"
                            + " 'safe_area': '%s', 'position': '%s', 'position_percent': 99, 'max_width': 100}";
                    var settings = settings(json.formatted(area.name().toLowerCase(Locale.ROOT), position));
                    var captions = new DrawnCaptions(
                            work, canvas[0], canvas[1], settings, "en", CueBuilderTests.spoken(SENTENCE, 0));
                    var safe = SafeZone.of(area, canvas[0], canvas[1]);

                    var seen = captions.extent(20, pixel -> pixel >>> 24 > 100);

                    assertThat(seen).isNotNull();
                    assertThat((float) seen.left()).isGreaterThanOrEqualTo(safe.left() - 1);
                    assertThat((float) seen.top()).isGreaterThanOrEqualTo(safe.top() - 1);
                    assertThat((float) seen.right()).isLessThanOrEqualTo(safe.right() + 1);
                    assertThat((float) seen.bottom()).isLessThanOrEqualTo(safe.bottom() + 1);
                }
            }
        }
    }

    @Test
    void cutsNothingOffInAnyPreset() throws IOException {
        for (var preset : CaptionPresets.all()) {
            var captions = DrawnCaptions.tall(
                    work.resolve(preset.name()),
                    "{'preset': '%s'}".formatted(preset.name()),
                    "Just every jaguar flies");
            var cue = captions.track.cues().getFirst().range();
            for (var picture :
                    captions.strip(cue.start().value(), cue.duration().value()).pictures()) {
                var image = ImageIO.read(picture.file().toFile());
                for (var x = 0; x < image.getWidth(); x++) {
                    assertThat(image.getRGB(x, 0) >>> 24).as(preset.name()).isLessThan(12);
                    assertThat(image.getRGB(x, image.getHeight() - 1) >>> 24)
                            .as(preset.name())
                            .isLessThan(12);
                }
                for (var y = 0; y < image.getHeight(); y++) {
                    assertThat(image.getRGB(0, y) >>> 24).as(preset.name()).isLessThan(12);
                    assertThat(image.getRGB(image.getWidth() - 1, y) >>> 24)
                            .as(preset.name())
                            .isLessThan(12);
                }
            }
        }
    }

    @Test
    void looksTheSameWhereverAChunkBegins() throws IOException {
        var captions = DrawnCaptions.tall(work, "{'preset': 'pop'}", SENTENCE);
        var whole = captions.strip(0, 120);

        for (var first : List.of(3, 22, 47)) {
            var part = captions.strip(first, 40);
            for (var frame = 0; frame < 40; frame += 3) {
                assertThat(visible(part, frame)).isEqualTo(visible(whole, first + frame));
            }
        }
    }

    /** Every pixel that is not empty, with its place on the canvas. */
    private static List<Integer> visible(CaptionStrip strip, int frame) throws IOException {
        var at = 0L;
        for (var picture : strip.pictures()) {
            at += picture.frames();
            if (at > frame) {
                var image = ImageIO.read(picture.file().toFile());
                var pixels = new ArrayList<Integer>();
                for (var y = 0; y < image.getHeight(); y += 2) {
                    for (var x = 0; x < image.getWidth(); x += 2) {
                        if (image.getRGB(x, y) >>> 24 > 0) {
                            pixels.add((strip.y() + y) * 1080 + strip.x() + x);
                            pixels.add(image.getRGB(x, y));
                        }
                    }
                }
                return pixels;
            }
        }
        return List.of();
    }

    static Utterance spoken(String text, String language) {
        var words = new ArrayList<WordTiming>();
        for (var word : WordBreaks.of(text, language)) {
            words.add(new WordTiming(
                    word.start(),
                    word.end(),
                    Duration.ofMillis(400L * words.size()),
                    Duration.ofMillis(380),
                    WordTiming.Source.ENGINE,
                    1));
        }
        return new Utterance(text, Duration.ZERO, Duration.ofMillis(400L * words.size() + 200), words, null);
    }
}

package io.moneyprinter.video.caption;

import static io.moneyprinter.video.caption.CaptionStyleTests.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.Cue;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.TimeRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssWriterTests {

    private static final FrameRate RATE = FrameRate.of(30);

    @Test
    void writesTheStyle() {
        var text = written("karaoke", cue("Hi", new Cue.Word(TimeRange.of(30, 10, RATE), 0, 2)));

        assertThat(text)
                .contains("PlayResX: 1080\nPlayResY: 1920\n")
                .containsPattern("Style: Default,Roboto,11\\d\\.\\d,&H006EFF3D,&H00FFFFFF,&H00000000,&H66000000,-1,")
                .contains("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\pos(540,1277)}{\\k100}Hi\n");
    }

    @Test
    void givesEveryWordItsTimeUntilTheNext() {
        var text = written(
                "classic",
                cue(
                        "One two, three",
                        new Cue.Word(TimeRange.of(30, 5, RATE), 0, 3),
                        new Cue.Word(TimeRange.of(40, 5, RATE), 4, 8),
                        new Cue.Word(TimeRange.of(50, 5, RATE), 9, 14)));

        assertThat(text).endsWith("{\\k33}One {\\k34}two, {\\k33}three\n");
    }

    @Test
    void letsNoTextBecomeATag() {
        var text = written("classic", cue("a{\\pos(0,0)}b\\N\\h\nc\r"));

        assertThat(text).endsWith("{\\pos(540,1277)}a｛\\\u2060pos(0,0)｝b\\\u2060N\\\u2060h c \n");
    }

    @Test
    void fadesWhatFades() {
        assertThat(written("minimal", cue("Hi"))).contains("\\fad(200,0)}Hi");
    }

    private static Cue cue(String text, Cue.Word... words) {
        return new Cue(TimeRange.of(30, 30, RATE), text, List.of(words));
    }

    private static String written(String preset, Cue cue) {
        var style = CaptionStyle.of(settings("{'preset': '%s'}".formatted(preset)));
        var layout = CaptionLayout.of(1080, 1920, style);
        return AssWriter.write(new CaptionTrack("en", List.of(cue)), style, layout);
    }
}

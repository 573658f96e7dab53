package io.moneyprinter.video.caption;

import static io.moneyprinter.video.caption.CaptionStyleTests.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.Cue;
import io.moneyprinter.video.plan.Utterance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawnCaptioningTests {

    private static final Canvas CANVAS = new Canvas(1080, 1920, 30);

    private final DrawnCaptioning captioning = new DrawnCaptioning(new DataDirectory(Path.of("target/home")));

    @Test
    void namesAnotherLookWheneverSomethingElseIsDrawn() {
        var looks = List.of(
                look("{}"),
                look("{'position': 'top'}"),
                look("{'position': 'custom', 'position_percent': 30}"),
                look("{'size': 1.1}"),
                look("{'color': '#ffff00'}"),
                look("{'animation': 'fade'}"),
                look("{'preset': 'neon'}"),
                look("{'safe_area': 'reels'}"));

        assertThat(looks).doesNotHaveDuplicates();
    }

    @Test
    void namesTheSameLookWhenNothingElseIsDrawn() {
        assertThat(look("{'preset': 'bold_box'}")).isEqualTo(look("{}"));
        assertThat(look("{'position_percent': 30}")).isEqualTo(look("{}"));
        assertThat(look("{'color': '#FFFFFFFF', 'text_case': 'as_written'}")).isEqualTo(look("{}"));
    }

    @Test
    void showsWhatWasEditedWhenItIsSpoken() {
        var spoken = CueBuilderTests.spoken("Every bea dances", 2_000);
        var edited = new Utterance(spoken.text(), spoken.start(), spoken.length(), spoken.words(), "Every bee dances");

        var before = track("{}", spoken);
        var after = track("{}", edited);

        assertThat(text(after)).isEqualTo("Every bee dances");
        assertThat(after.cues().getFirst().words())
                .isEqualTo(before.cues().getFirst().words());
        assertThat(track("{}", new Utterance(spoken.text(), Duration.ZERO, spoken.length(), spoken.words(), ""))
                        .cues())
                .isEmpty();
    }

    @Test
    void showsTheUsersOwnSubtitlesAtTheirTimes() {
        var own = "{'subtitles': '1\\n00:00:01,000 --> 00:00:02,000\\nMy own\\n\\n"
                + "2\\n00:00:03,000 --> 00:01:00,000\\nwords\\n'}";

        var track = track(own, CueBuilderTests.spoken("Every bee dances", 0));

        assertThat(track.cues().stream().map(cue -> cue.range().toString() + " " + cue.text()))
                .containsExactly("30 to 60 My own", "90 to 300 words");
        assertThat(track.cues().getFirst().words()).hasSize(2);
        assertThat(captioning.srt(track)).startsWith("1\n00:00:01,000 --> 00:00:02,000\nMy own\n");
        assertThat(captioning.ass(track, CANVAS, settings(own))).contains("{\\k43}My {\\k57}own\n");
    }

    @Test
    void showsMoreWordsThanFramesAtOnce() {
        var own = "{'subtitles': '00:00:01,000 --> 00:00:01,100\\none two three four five six seven\\n'}";

        var track = track(own, CueBuilderTests.spoken("Every bee dances", 0));

        assertThat(text(track)).isEqualTo("one two three four five six seven");
        assertThat(track.cues().getFirst().range().toString()).isEqualTo("30 to 33");
    }

    @Test
    void showsOneWordAtATime() {
        var track = track("{'mode': 'word'}", CueBuilderTests.spoken("Every bee dances, always", 0));

        assertThat(track.cues().stream().map(Cue::text)).containsExactly("Every", "bee", "dances,", "always");
    }

    @Test
    void showsAWholeSentence() {
        var sentence = "Every bee that comes home dances, and the dance is a map";

        var track = track("{'mode': 'sentence'}", CueBuilderTests.spoken(sentence, 0));

        assertThat(track.cues()).hasSize(1);
        assertThat(text(track)).isEqualTo(sentence);
    }

    @Test
    void provesTheCharactersThatAreDrawn() {
        var track = track("{}", CueBuilderTests.spoken("Fine but \uE123", 0));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> captioning.shown(track, settings("{}")))
                .withMessageContaining("U+E123");
        assertThat(text(captioning.shown(
                        track("{}", CueBuilderTests.spoken("Straße", 0)), settings("{'preset': 'pop'}"))))
                .isEqualTo("STRASSE");
    }

    private String look(String settings) {
        return captioning.look(CANVAS, settings(settings));
    }

    private CaptionTrack track(String settings, Utterance... sentences) {
        return captioning.cues("en", CANVAS, settings(settings), List.of(sentences), 300);
    }

    private static String text(CaptionTrack track) {
        return String.join(" ", track.cues().stream().map(Cue::text).toList());
    }
}

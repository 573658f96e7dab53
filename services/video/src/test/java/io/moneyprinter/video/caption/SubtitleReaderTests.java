package io.moneyprinter.video.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.problem.CodedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitleReaderTests {

    @Test
    void readsSubRipAsPeopleHaveIt() {
        var subtitles =
                SubtitleReader.read("\uFEFF1\r\n00:00:03,5-->00:00:04,25\r\n<i>Hello</i>\r\n{\\an8}there\r\n\r\n\r\n"
                        + "00:01 --> 00:02\n2 < 3 & <3\n\n3\n00:00:05.000 --> 00:00:06.000 X1:40\n \n");

        assertThat(subtitles)
                .containsExactly(
                        new Subtitle(Duration.ofSeconds(1), Duration.ofSeconds(2), "2 < 3 & <3"),
                        new Subtitle(Duration.ofMillis(3_500), Duration.ofMillis(4_250), "Hello\nthere"));
    }

    @Test
    void namesTheLineThatCannotBeRead() {
        refuses("1\n00:00:01,000 --> 00:00:02,000\nfine\n\nwhat is this\n", "line 5 of the subtitles: 'what is this'");
        refuses("1\n00:00:02,000 --> 00:00:01,000\nfine\n", "line 2", "an end after its start");
        refuses("1\n00:00:71,000 --> 00:00:72,000\nfine\n", "line 2");
        refuses("WEBVTT\n\nNOTE nothing follows\n", "no cue");
        refuses("", "no cue");
        refuses("<html><body>404</body></html>", "line 1 of the subtitles", "00:00:01,000 --> 00:00:02,500");
        refuses(
                "1\n00:00:01,000 --> 00:00:02,000\na\n2\n00:00:02,000 --> 00:00:03,000\nb\n",
                "line 5",
                "an empty line");
    }

    @Test
    void showsOneAtATimeAndNothingAfterTheFilm() {
        var passages = UserSubtitles.passages(
                List.of(
                        subtitle(1_000, 3_000, "one"),
                        subtitle(2_000, 4_000, "two\nlines"),
                        subtitle(4_000, 5_000, "- You?"),
                        subtitle(4_000, 5_000, "- Me."),
                        subtitle(6_000, 9_000, "日本\n語"),
                        subtitle(8_000, 9_000, "late")),
                "en",
                Duration.ofSeconds(7));

        assertThat(passages.stream()
                        .map(passage ->
                                passage.start().toMillis() + "-" + passage.end().toMillis() + " " + passage.text()))
                .containsExactly("1000-2000 one", "2000-4000 two lines", "4000-5000 - You? - Me.", "6000-7000 日本語");
    }

    private static Subtitle subtitle(long start, long end, String text) {
        return new Subtitle(Duration.ofMillis(start), Duration.ofMillis(end), text);
    }

    private static void refuses(String text, String... parts) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> SubtitleReader.read(text))
                .satisfies(refused -> {
                    assertThat(refused.getMessage()).contains(parts);
                    assertThat(refused.code()).isEqualTo(CaptionErrorCode.SUBTITLES_UNREADABLE);
                    assertThat(refused.errors().getFirst().pointer()).isEqualTo("/video_settings/captions/subtitles");
                });
    }
}

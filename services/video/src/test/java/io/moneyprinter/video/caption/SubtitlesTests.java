package io.moneyprinter.video.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitlesTests {

    private final List<Subtitle> subtitles = List.of(
            new Subtitle(Duration.ZERO, Duration.ofMillis(1), "Tom & <Jerry> --> 1 < 2 &amp; $4.50 🐝"),
            new Subtitle(Duration.ofMillis(59_999), Duration.ofMillis(60_000), "two\nlines"),
            new Subtitle(Duration.ofMillis(3_599_999), Duration.ofMillis(360_000_123), "مرحبا 你好"));

    @Test
    void readsBackTheSubRipThatItWrites() {
        assertThat(SubtitleReader.read(Subtitles.srt(subtitles))).isEqualTo(subtitles);
    }

    @Test
    void readsBackTheWebVttThatItWrites() {
        assertThat(SubtitleReader.read(Subtitles.vtt(subtitles, "en"))).isEqualTo(subtitles);
    }

    @Test
    void writesSubRip() {
        assertThat(Subtitles.srt(subtitles.subList(1, 2)))
                .isEqualTo("1\n00:00:59,999 --> 00:01:00,000\ntwo\nlines\n\n");
    }

    @Test
    void writesWebVttWithoutAnythingThatReadsAsMarkup() {
        assertThat(Subtitles.vtt(subtitles.subList(0, 1), "en"))
                .isEqualTo("WEBVTT\nLanguage: en\n\n00:00:00.000 --> 00:00:00.001 align:center\n"
                        + "Tom &amp; &lt;Jerry&gt; --&gt; 1 &lt; 2 &amp;amp; $4.50 🐝\n\n");
    }

    @Test
    void readsFilesFromElsewhere() {
        var vtt = "\uFEFFWEBVTT - title\r\n\r\nNOTE a note\r\n\r\nid-1\r\n00:01.500 --> 00:02.000 line:10%\r\n"
                + "<v Ann>Hi <b>you</b>&nbsp;there\r\n";

        assertThat(SubtitleReader.read(vtt))
                .containsExactly(new Subtitle(Duration.ofMillis(1500), Duration.ofMillis(2000), "Hi you\u00a0there"));
    }
}

package io.moneyprinter.video.caption;

import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.RationalTime;
import java.time.Duration;
import java.util.List;

/** Writes SubRip and WebVTT. */
final class Subtitles {

    private Subtitles() {}

    /** Whole cues, their times rounded to milliseconds. */
    public static List<Subtitle> of(CaptionTrack track) {
        return track.cues().stream()
                .map(cue -> new Subtitle(
                        milliseconds(cue.range().start()),
                        milliseconds(cue.range().endExclusive()),
                        cue.text()))
                .toList();
    }

    public static String srt(List<Subtitle> subtitles) {
        var text = new StringBuilder();
        for (var i = 0; i < subtitles.size(); i++) {
            var subtitle = subtitles.get(i);
            text.append(i + 1).append('\n');
            text.append(time(subtitle.start(), ',')).append(" --> ").append(time(subtitle.end(), ','));
            text.append('\n').append(subtitle.text()).append("\n\n");
        }
        return text.toString();
    }

    /** With the language in the header, as players and tools understand it. */
    public static String vtt(List<Subtitle> subtitles, String language) {
        var text = new StringBuilder("WEBVTT\nLanguage: ").append(language).append("\n\n");
        for (var subtitle : subtitles) {
            text.append(time(subtitle.start(), '.')).append(" --> ").append(time(subtitle.end(), '.'));
            text.append(" align:center\n").append(escaped(subtitle.text())).append("\n\n");
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Duration milliseconds(RationalTime time) {
        return Duration.ofMillis((time.toDuration().toNanos() + 500_000) / 1_000_000);
    }

    private static String time(Duration time, char point) {
        return "%02d:%02d:%02d%c%03d"
                .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart(), point, time.toMillisPart());
    }
}

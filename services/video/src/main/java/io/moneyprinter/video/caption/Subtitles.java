package io.moneyprinter.video.caption;

import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.RationalTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads and writes SubRip and WebVTT. */
final class Subtitles {

    private static final Pattern TIMES = Pattern.compile(
            "\\s*((?:\\d+:)?\\d{1,2}:\\d{2}[.,]\\d{3})\\s+-->\\s+((?:\\d+:)?\\d{1,2}:\\d{2}[.,]\\d{3})(.*)");

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

    /** Lenient, as files from elsewhere are: any line ends, with or without numbers. */
    public static List<Subtitle> parseSrt(String text) {
        return parse(text, false);
    }

    /** Cue settings, notes, styles and tags are left out. */
    public static List<Subtitle> parseVtt(String text) {
        return parse(text, true);
    }

    private static List<Subtitle> parse(String text, boolean vtt) {
        var subtitles = new ArrayList<Subtitle>();
        var lines = text.replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .split("\n", -1);
        for (var i = 0; i < lines.length; i++) {
            var times = TIMES.matcher(lines[i]);
            if (!times.matches()) {
                continue;
            }
            var payload = new ArrayList<String>();
            while (i + 1 < lines.length && !lines[i + 1].isBlank()) {
                payload.add(vtt ? plain(lines[++i]) : lines[++i]);
            }
            payload.removeIf(String::isBlank);
            if (!payload.isEmpty()) {
                subtitles.add(
                        new Subtitle(duration(times.group(1)), duration(times.group(2)), String.join("\n", payload)));
            }
        }
        return List.copyOf(subtitles);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String plain(String text) {
        return text.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00a0")
                .replace("&lrm;", "\u200e")
                .replace("&rlm;", "\u200f")
                .replace("&amp;", "&");
    }

    private static Duration milliseconds(RationalTime time) {
        return Duration.ofMillis((time.toDuration().toNanos() + 500_000) / 1_000_000);
    }

    private static String time(Duration time, char point) {
        return "%02d:%02d:%02d%c%03d"
                .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart(), point, time.toMillisPart());
    }

    private static Duration duration(String text) {
        var parts = text.replace(',', '.').split("[:.]");
        var hours = parts.length == 4 ? Long.parseLong(parts[0]) : 0;
        var at = parts.length - 3;
        return Duration.ofHours(hours)
                .plusMinutes(Long.parseLong(parts[at]))
                .plusSeconds(Long.parseLong(parts[at + 1]))
                .plusMillis(Long.parseLong(parts[at + 2]));
    }
}

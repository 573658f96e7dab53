package io.moneyprinter.video.caption;

import io.moneyprinter.problem.CodedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads SubRip and WebVTT as people have them: any line ends, with or without numbers, with tags, in any order. What
 * is neither is refused with the number of its line.
 */
final class SubtitleReader {

    private static final String TIME = "((?:\\d{1,3}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?)";
    private static final Pattern TIMES = Pattern.compile("\\s*" + TIME + "\\s*-+>\\s*" + TIME + "(?:\\s.*)?");

    /** Tags that players of SubRip know, and the codes of ASS that some files carry along. */
    private static final Pattern SUBRIP_TAG =
            Pattern.compile("</?(?:b|i|u|s|font)(?:\\s[^>]*)?>|\\{\\\\[^}]*}", Pattern.CASE_INSENSITIVE);

    private static final Pattern WEBVTT_TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WEBVTT_BLOCK = Pattern.compile("(?:NOTE|STYLE|REGION)(?:\\s.*)?");

    private final String[] lines;
    private final boolean webVtt;
    private final List<Subtitle> subtitles = new ArrayList<>();
    private int at;

    private SubtitleReader(String text) {
        this.lines = text.replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .split("\n", -1);
        this.webVtt = lines[0].startsWith("WEBVTT");
    }

    /**
     * The cues in the order of their times.
     *
     * @throws CodedException {@link CaptionErrorCode#SUBTITLES_UNREADABLE}
     */
    static List<Subtitle> read(String text) {
        return new SubtitleReader(text).read();
    }

    private List<Subtitle> read() {
        if (webVtt) {
            skipBlock();
        }
        while (at < lines.length) {
            if (lines[at].isBlank()) {
                at++;
            } else if (webVtt && WEBVTT_BLOCK.matcher(lines[at]).matches()) {
                skipBlock();
            } else {
                readCue();
            }
        }
        if (subtitles.isEmpty()) {
            throw refused(1, "no cue", "at least one");
        }
        return subtitles.stream()
                .sorted(Comparator.comparing(Subtitle::start).thenComparing(Subtitle::end))
                .toList();
    }

    private void skipBlock() {
        while (at < lines.length && !lines[at].isBlank()) {
            at++;
        }
    }

    private void readCue() {
        var times = TIMES.matcher(lines[at]);
        if (!times.matches() && at + 1 < lines.length) {
            // The number or name of the cue.
            times = TIMES.matcher(lines[at + 1]);
            at += times.matches() ? 1 : 0;
        }
        if (!times.matches()) {
            throw refused(at + 1, "'%s'".formatted(shortened(lines[at])), "00:00:01,000 --> 00:00:02,500");
        }
        var start = duration(times.group(1));
        var end = duration(times.group(2));
        if (start == null || end == null || end.compareTo(start) <= 0) {
            throw refused(at + 1, "'%s'".formatted(shortened(lines[at])), "an end after its start");
        }
        at++;
        var payload = new ArrayList<String>();
        while (at < lines.length && !lines[at].isBlank()) {
            if (TIMES.matcher(lines[at]).matches()) {
                throw refused(at + 1, "times inside a cue", "an empty line before the next cue");
            }
            payload.add(plain(lines[at]).strip());
            at++;
        }
        payload.removeIf(String::isEmpty);
        if (!payload.isEmpty()) {
            subtitles.add(new Subtitle(start, end, String.join("\n", payload)));
        }
    }

    private static CodedException refused(int line, String found, String expected) {
        return CodedException.ofField(
                CaptionErrorCode.SUBTITLES_UNREADABLE,
                "/video_settings/captions/subtitles",
                "line %d of the subtitles: %s (expected: %s)".formatted(line, found, expected));
    }

    private static String shortened(String line) {
        return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 30)) + "…";
    }

    private String plain(String line) {
        if (!webVtt) {
            return SUBRIP_TAG.matcher(line).replaceAll("");
        }
        return WEBVTT_TAG
                .matcher(line)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00a0")
                .replace("&lrm;", "\u200e")
                .replace("&rlm;", "\u200f")
                .replace("&amp;", "&");
    }

    /** Null for sixty minutes or seconds and more. */
    private static @Nullable Duration duration(String text) {
        var parts = text.split("[:.,]", -1);
        var whole = text.indexOf('.') < 0 && text.indexOf(',') < 0;
        var units = whole ? parts.length : parts.length - 1;
        var hours = units == 3 ? Long.parseLong(parts[0]) : 0;
        var minutes = Long.parseLong(parts[units - 2]);
        var seconds = Long.parseLong(parts[units - 1]);
        var millis = whole ? 0 : Long.parseLong((parts[units] + "00").substring(0, 3));
        if (minutes > 59 && units == 3 || seconds > 59) {
            return null;
        }
        return Duration.ofHours(hours).plusMinutes(minutes).plusSeconds(seconds).plusMillis(millis);
    }
}

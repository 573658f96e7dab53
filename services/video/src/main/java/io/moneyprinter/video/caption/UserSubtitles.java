package io.moneyprinter.video.caption;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes passages of the subtitles that a user brought: in time order, one at a time, and inside the film. */
final class UserSubtitles {

    private UserSubtitles() {}

    /** @param end of the film */
    static List<Passage> passages(List<Subtitle> subtitles, String language, Duration end) {
        var shown = new ArrayList<Subtitle>();
        for (var subtitle : subtitles) {
            if (subtitle.start().compareTo(end) >= 0) {
                continue;
            }
            var next = new Subtitle(subtitle.start(), earlier(subtitle.end(), end), oneLine(subtitle.text()));
            if (!shown.isEmpty() && shown.getLast().end().compareTo(next.start()) > 0) {
                var last = shown.removeLast();
                if (last.start().equals(next.start())) {
                    // Two speak at once.
                    next = new Subtitle(next.start(), next.end(), oneLine(last.text() + "\n" + next.text()));
                } else {
                    shown.add(new Subtitle(last.start(), next.start(), last.text()));
                }
            }
            shown.add(next);
        }
        return shown.stream().map(subtitle -> Passage.of(subtitle, language)).toList();
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Lines are broken for the canvas, not as they were for another. */
    private static String oneLine(String text) {
        var line = new StringBuilder();
        for (var part : text.lines().toList()) {
            if (!line.isEmpty() && !closesUp(line, part)) {
                line.append(' ');
            }
            line.append(part);
        }
        return line.toString();
    }

    private static boolean closesUp(StringBuilder line, String part) {
        return WordBreaks.spaceless(line.codePointBefore(line.length())) && WordBreaks.spaceless(part.codePointAt(0));
    }
}

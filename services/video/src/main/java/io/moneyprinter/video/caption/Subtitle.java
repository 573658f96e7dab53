package io.moneyprinter.video.caption;

import java.time.Duration;

/**
 * A cue as sidecar files have it, to the millisecond.
 *
 * @param text one or more lines, none of them blank
 */
record Subtitle(Duration start, Duration end, String text) {

    public Subtitle {
        if (start.isNegative() || end.compareTo(start) <= 0) {
            throw new IllegalArgumentException(
                    "subtitle: %s to %s (expected: an end after its start)".formatted(start, end));
        }
        if (text.lines().anyMatch(String::isBlank) || text.isEmpty()) {
            throw new IllegalArgumentException("subtitle at %s: a blank line (expected: none)".formatted(start));
        }
    }
}

package io.moneyprinter.timeline;

import java.util.List;

/**
 * The captions of a film in one language.
 *
 * @param language BCP 47
 * @param cues in time order, none overlapping the next
 */
public record CaptionTrack(String language, List<Cue> cues) {

    public CaptionTrack {
        cues = List.copyOf(cues);
        for (var i = 1; i < cues.size(); i++) {
            var previous = cues.get(i - 1).range();
            if (previous.endExclusive().compareTo(cues.get(i).range().start()) > 0) {
                throw new IllegalArgumentException(
                        "cue %d: starts at %s (expected: after %s, the end of the one before)"
                                .formatted(i, cues.get(i).range().start(), previous.endExclusive()));
            }
        }
    }
}

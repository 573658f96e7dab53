package io.moneyprinter.video.plan;

import io.moneyprinter.timeline.Cue;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.TimeRange;
import java.util.List;

/**
 * A cue in frames, as plans store it.
 *
 * @param start may be negative where a chunk begins inside a cue
 */
public record CueSlice(long start, long frames, String text, List<Word> words) {

    public CueSlice {
        words = List.copyOf(words);
    }

    /** A word with the offsets of its first unit and after its last one. */
    public record Word(long start, long frames, int from, int to) {}

    /** The cue as seen from a chunk that starts at {@code origin}. */
    static CueSlice of(Cue cue, long origin) {
        var words = cue.words().stream()
                .map(word -> new Word(
                        word.range().start().value() - origin,
                        word.range().duration().value(),
                        word.start(),
                        word.end()))
                .toList();
        return new CueSlice(
                cue.range().start().value() - origin, cue.range().duration().value(), cue.text(), words);
    }

    public Cue toCue(FrameRate rate) {
        var cueWords = words.stream()
                .map(word -> new Cue.Word(TimeRange.of(word.start(), word.frames(), rate), word.from(), word.to()))
                .toList();
        return new Cue(TimeRange.of(start, frames, rate), text, cueWords);
    }
}

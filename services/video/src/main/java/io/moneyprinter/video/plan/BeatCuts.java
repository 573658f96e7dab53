package io.moneyprinter.video.plan;

import io.moneyprinter.timeline.FrameRate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Moves cuts to the beats of the music, where one is near. What is heard and read stays where it is. */
final class BeatCuts {

    /** Further away a picture would come noticeably before or after the words it belongs to. */
    private static final Duration TOLERANCE = Duration.ofMillis(250);

    private BeatCuts() {}

    /**
     * The lengths of the same pictures, in frames; their sum stays.
     *
     * @param beats seconds, ascending
     * @param shortest frames that a picture is not made shorter than
     */
    static List<Long> moved(List<Long> lengths, List<Double> beats, FrameRate rate, long shortest) {
        if (beats.isEmpty() || lengths.size() < 2) {
            return lengths;
        }
        var frames = beats.stream().map(beat -> frame(beat, rate)).toList();
        var tolerance = rate.nearest(TOLERANCE).value();
        var moved = new ArrayList<Long>();
        var before = 0L;
        var at = 0L;
        for (var i = 0; i < lengths.size() - 1; i++) {
            at += lengths.get(i);
            // Pictures that are that short already stay so.
            var earliest = before + Math.min(shortest, at - before);
            var latest = at + Math.max(0, lengths.get(i + 1) - shortest);
            var cut = nearest(frames, at, Math.max(earliest, at - tolerance), Math.min(latest, at + tolerance));
            moved.add(cut - before);
            before = cut;
        }
        moved.add(at + lengths.getLast() - before);
        return moved;
    }

    private static long frame(double seconds, FrameRate rate) {
        return Math.round(seconds * rate.numerator() / rate.denominator());
    }

    /** The beat nearest to {@code at} within a range; {@code at} itself where there is none. */
    private static long nearest(List<Long> beats, long at, long earliest, long latest) {
        var nearest = at;
        var distance = Long.MAX_VALUE;
        for (var beat : beats) {
            if (beat >= earliest && beat <= latest && Math.abs(beat - at) < distance) {
                nearest = beat;
                distance = Math.abs(beat - at);
            }
        }
        return nearest;
    }
}

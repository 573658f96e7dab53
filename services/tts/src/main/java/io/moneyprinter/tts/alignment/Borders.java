package io.moneyprinter.tts.alignment;

import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Activity.Region;
import io.moneyprinter.tts.spi.SpokenWord;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes moments of the reference to moments of the sound: along the path, and where speech begins or ends in both at
 * about the same moment, from there.
 */
final class Borders {

    /** Speech that begins this near to a word, in samples, begins with it. */
    private static final double NEAR = Activity.WINDOW * 10;

    /** A rest this near to where words change is between them. */
    private static final double BESIDE = Activity.WINDOW * 4;

    /** Shorter silence is part of words, or what noise has left of a soft one. */
    private static final double SHORTEST_REST = Activity.WINDOW * 14;

    private final TimeWarp.Path path;
    private final Frames reference;
    private final Frames sound;
    private final Activity spoken;
    private final Activity heard;

    Borders(TimeWarp.Path path, Frames reference, Frames sound, Activity spoken, Activity heard) {
        this.path = path;
        this.reference = reference;
        this.sound = sound;
        this.spoken = spoken;
        this.heard = heard;
    }

    /** When a word begins in the sound that begins at that moment of the reference; both in samples. */
    double start(double moment) {
        var border = walked(moment);
        var rest = rest(border);
        var start = sound.start(border);
        return anchored(moment, rest == null ? start : Math.clamp(start, rest.to() - BESIDE, rest.to()), Region::from);
    }

    double end(double moment) {
        var border = walked(moment);
        var rest = rest(border);
        var end = sound.end(border);
        return anchored(moment, rest == null ? end : Math.clamp(end, rest.from(), rest.from() + BESIDE), Region::to);
    }

    private double walked(double moment) {
        return path.border(reference.border(moment));
    }

    /** Silence in samples. */
    private record Rest(double from, double to) {}

    /** The reference does not rest at every word where somebody else does: the border is somewhere in that rest. */
    private @Nullable Rest rest(double border) {
        var before = sound.end(border);
        var after = sound.start(border);
        for (var i = 1; i < heard.regions().size(); i++) {
            var from = (double) heard.regions().get(i - 1).to() * Activity.WINDOW;
            var to = (double) heard.regions().get(i).from() * Activity.WINDOW;
            if (to - from >= SHORTEST_REST && from - BESIDE <= before && after <= to + BESIDE) {
                return new Rest(from, to);
            }
        }
        return null;
    }

    /** The edges of pauses are heard more exactly than any path knows them. */
    private double anchored(double moment, double walked, ToIntFunction<Region> edge) {
        var said = nearest(spoken.regions(), moment, edge);
        var known = nearest(heard.regions(), walked, edge);
        return Math.abs(said - moment) > NEAR || Math.abs(known - walked) > NEAR ? walked : known + moment - said;
    }

    private static double nearest(List<Region> regions, double moment, ToIntFunction<Region> edge) {
        var nearest = Double.MAX_VALUE;
        for (var region : regions) {
            var at = (double) edge.applyAsInt(region) * Activity.WINDOW;
            if (Math.abs(at - moment) < Math.abs(nearest - moment)) {
                nearest = at;
            }
        }
        return nearest;
    }

    /** How far the sound is from a word of the reference, on average. */
    double distance(SpokenWord word) {
        var from = Math.min(reference.border(Aligner.samples(word.offset())), reference.size() - 1);
        var to = Math.max(
                from + 1, reference.border(Aligner.samples(word.offset().plus(word.duration()))));
        var sum = 0.0;
        for (var frame = from; frame < Math.min(to, reference.size()); frame++) {
            sum += path.distances()[frame];
        }
        return sum / (Math.min(to, reference.size()) - from);
    }
}

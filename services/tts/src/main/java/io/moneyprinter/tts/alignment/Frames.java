package io.moneyprinter.tts.alignment;

import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Activity.Region;
import java.util.Arrays;
import java.util.List;

/**
 * The moments at which sound is looked at: at equal distances, and of pauses only the edges, because how long somebody
 * rests says nothing about the words. A border lies before the frame of its number.
 */
final class Frames {

    /** What is kept of a pause on each of its sides: where it begins is a matter of opinion. */
    private static final int MARGIN = Activity.WINDOW * 4;

    private final double[] centers;
    private final double hop;

    private Frames(double[] centers, double hop) {
        this.centers = centers;
        this.hop = hop;
    }

    /**
     * @param speech not empty
     * @param hop between frames, in samples
     */
    static Frames of(List<Region> speech, int samples, double hop) {
        var centers = new double[(int) (samples / hop) + 2];
        var count = 0;
        var from = 0.0;
        for (var i = 0; i < speech.size(); i++) {
            var start = speech.get(i).from() * Activity.WINDOW - MARGIN;
            // What the frame before has heard already is not heard again.
            from = Math.max(from, start);
            var next = i + 1 < speech.size() ? speech.get(i + 1).from() * Activity.WINDOW - MARGIN : samples;
            var end = Math.min(speech.get(i).to() * Activity.WINDOW + MARGIN, Math.max(next, from));
            while (from + hop <= end && count < centers.length) {
                centers[count++] = from + hop / 2;
                from += hop;
            }
        }
        return new Frames(Arrays.copyOf(centers, count), hop);
    }

    int size() {
        return centers.length;
    }

    double center(int frame) {
        return centers[frame];
    }

    /** The border nearest to a moment, in samples. */
    int border(double sample) {
        var found = Arrays.binarySearch(centers, sample);
        return found < 0 ? -found - 1 : found;
    }

    /** When what follows a border begins, in samples. A border may lie within a frame. */
    double start(double border) {
        var frame = (int) Math.floor(border);
        return frame >= centers.length
                ? centers[centers.length - 1] + hop / 2
                : centers[frame] - hop / 2 + (border - frame) * hop;
    }

    /** When what precedes a border ends: before the pause, if it lies in one. */
    double end(double border) {
        var frame = (int) Math.ceil(border) - 1;
        return frame < 0 ? centers[0] - hop / 2 : centers[frame] + hop / 2 - (frame + 1 - border) * hop;
    }
}

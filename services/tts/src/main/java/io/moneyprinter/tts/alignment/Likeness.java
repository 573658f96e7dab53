package io.moneyprinter.tts.alignment;

import java.util.Arrays;
import java.util.Collections;

/**
 * How much better a sound fits a reference than the same reference with its words out of order. What voice, room and
 * noise do to the distance they do to both, so one border serves for all of them.
 */
final class Likeness {

    /** Parts into which the reference is cut for another order. */
    private static final int PARTS = 4;

    private Likeness() {}

    /** Mean distance of the sound from what is no more like it than chance has it. */
    static double chance(float[][] reference, float[][] sound, int band) {
        var backwards = reference.clone();
        Collections.reverse(Arrays.asList(backwards));
        var sum = TimeWarp.cost(backwards, sound, band);
        for (var part = 1; part < PARTS; part++) {
            sum += TimeWarp.cost(rotated(reference, reference.length * part / PARTS), sound, band);
        }
        return sum / PARTS;
    }

    private static float[][] rotated(float[][] rows, int by) {
        var rotated = rows.clone();
        Collections.rotate(Arrays.asList(rotated), by);
        return rotated;
    }

    /** 0 for what fits no better than chance, 1 for what fits exactly. */
    static double of(double distance, double chance) {
        return chance == 0 ? 0 : Math.max(0, 1 - distance / chance);
    }
}

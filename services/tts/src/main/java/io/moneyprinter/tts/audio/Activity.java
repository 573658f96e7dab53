package io.moneyprinter.tts.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where in a recording somebody speaks: what is clearly louder than the room.
 *
 * @param regions of speech in windows, in order; between them are pauses
 * @param levels of every window in decibels
 */
@SuppressWarnings("ArrayRecordComponent") // Levels are handed on, never compared.
public record Activity(List<Region> regions, double[] levels) {

    /** A hundredth of a second. */
    public static final int WINDOW = Pcm.SAMPLE_RATE / 100;

    private static final double RUMBLE_HERTZ = 80;
    private static final double SILENT_DB = -55;
    private static final double LOUD_SHARE = 0.95;
    private static final double QUIET_SHARE = 0.05;

    /** How far between the room and the voice the border lies. */
    private static final double BORDER = 0.3;

    /** Breath and echo are further below a voice than this. */
    private static final double LOWEST_BORDER_DB = 32;

    private static final double HIGHEST_BORDER_DB = 14;

    /** Plosives begin with a short silence that is no pause. */
    private static final int SHORTEST_PAUSE = 8;

    /** A click is no speech. */
    private static final int SHORTEST_SOUND = 3;

    public Activity {
        regions = List.copyOf(regions);
    }

    /** Windows, end exclusive. */
    public record Region(int from, int to) {

        public int length() {
            return to - from;
        }
    }

    /** No regions where there is nothing to hear. */
    public static Activity of(Pcm pcm) {
        var levels = levels(pcm.samples());
        var sorted = levels.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || sorted[(int) (LOUD_SHARE * (sorted.length - 1))] < SILENT_DB) {
            return new Activity(List.of(), levels);
        }
        var loud = sorted[(int) (LOUD_SHARE * (sorted.length - 1))];
        var room = sorted[(int) (QUIET_SHARE * (sorted.length - 1))];
        var border = Math.clamp(room + BORDER * (loud - room), loud - LOWEST_BORDER_DB, loud - HIGHEST_BORDER_DB);
        return new Activity(regions(levels, border), levels);
    }

    private static List<Region> regions(double[] levels, double border) {
        var regions = new ArrayList<Region>();
        for (var at = 0; at < levels.length; at++) {
            if (levels[at] < border) {
                continue;
            }
            var from = at;
            while (at < levels.length && levels[at] >= border) {
                at++;
            }
            if (!regions.isEmpty() && from - regions.getLast().to() < SHORTEST_PAUSE) {
                from = regions.removeLast().from();
            }
            regions.add(new Region(from, at));
        }
        regions.removeIf(region -> region.length() < SHORTEST_SOUND);
        return regions;
    }

    private static double[] levels(float[] samples) {
        var filter = Biquad.highPass(RUMBLE_HERTZ);
        var levels = new double[samples.length / WINDOW];
        for (var window = 0; window < levels.length; window++) {
            var sum = 1e-12;
            for (var i = 0; i < WINDOW; i++) {
                var sample = filter.next(samples[window * WINDOW + i]);
                sum += sample * sample;
            }
            levels[window] = 10 * Math.log10(sum / WINDOW);
        }
        return levels;
    }
}

package io.moneyprinter.tts.alignment;

import java.util.Arrays;

/**
 * What a sound is like in each frame: mel-frequency cepstral coefficients with loudness first, and how they change.
 * Each is brought to mean 0 and variance 1 over the utterance, so that neither the microphone nor the timbre of the
 * voice matters much.
 */
final class Cepstra {

    private static final int COEFFICIENTS = 13;
    static final int DIMENSIONS = 2 * COEFFICIENTS;

    /** Quieter than the loud frames by so much is as good as silence; noise fills what is below. */
    private static final double FLOOR = 1e-4;

    private static final double LOUD_SHARE = 0.95;

    /** Change is told from this many frames on each side. */
    private static final int REACH = 2;

    private static final double[][] COSINES = cosines();

    private Cepstra() {}

    /** @param stretch as {@link MelFilters} has it */
    static float[][] of(Spectra spectra, double stretch) {
        var logarithms = logarithms(spectra, new MelFilters(stretch));
        var rows = new float[logarithms.length][DIMENSIONS];
        for (var frame = 0; frame < rows.length; frame++) {
            for (var c = 0; c < COEFFICIENTS; c++) {
                rows[frame][c] = (float) cosine(logarithms[frame], c);
            }
        }
        change(rows);
        normalise(rows);
        return rows;
    }

    private static double[][] logarithms(Spectra spectra, MelFilters filters) {
        var energies = new double[spectra.frames()][MelFilters.COUNT];
        for (var frame = 0; frame < energies.length; frame++) {
            for (var filter = 0; filter < MelFilters.COUNT; filter++) {
                energies[frame][filter] = filters.energy(filter, spectra.power(frame));
            }
        }
        for (var filter = 0; filter < MelFilters.COUNT; filter++) {
            var floor = FLOOR * loud(energies, filter) + 1e-12;
            for (var row : energies) {
                row[filter] = Math.log(row[filter] + floor);
            }
        }
        return energies;
    }

    private static double loud(double[][] energies, int filter) {
        var sorted = new double[energies.length];
        for (var frame = 0; frame < sorted.length; frame++) {
            sorted[frame] = energies[frame][filter];
        }
        Arrays.sort(sorted);
        return sorted[(int) (LOUD_SHARE * (sorted.length - 1))];
    }

    private static double cosine(double[] logarithms, int coefficient) {
        var sum = 0.0;
        for (var filter = 0; filter < MelFilters.COUNT; filter++) {
            sum += logarithms[filter] * COSINES[coefficient][filter];
        }
        return sum;
    }

    private static double[][] cosines() {
        var cosines = new double[COEFFICIENTS][MelFilters.COUNT];
        for (var c = 0; c < COEFFICIENTS; c++) {
            for (var filter = 0; filter < MelFilters.COUNT; filter++) {
                cosines[c][filter] = Math.cos(Math.PI * c * (filter + 0.5) / MelFilters.COUNT);
            }
        }
        return cosines;
    }

    private static void change(float[][] rows) {
        var last = rows.length - 1;
        for (var frame = 0; frame <= last; frame++) {
            for (var c = 0; c < COEFFICIENTS; c++) {
                var sum = 0.0;
                for (var k = 1; k <= REACH; k++) {
                    sum += k * (rows[Math.min(last, frame + k)][c] - rows[Math.max(0, frame - k)][c]);
                }
                rows[frame][COEFFICIENTS + c] = (float) sum;
            }
        }
    }

    private static void normalise(float[][] rows) {
        for (var c = 0; c < DIMENSIONS; c++) {
            var sum = 0.0;
            var squares = 0.0;
            for (var row : rows) {
                sum += row[c];
                squares += row[c] * row[c];
            }
            var mean = sum / rows.length;
            var deviation = Math.sqrt(Math.max(1e-12, squares / rows.length - mean * mean));
            for (var row : rows) {
                row[c] = (float) ((row[c] - mean) / deviation);
            }
        }
    }
}

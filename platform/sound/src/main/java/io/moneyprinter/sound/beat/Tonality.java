package io.moneyprinter.sound.beat;

import io.moneyprinter.sound.Fourier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The key of music: the one whose notes, as often as people expect them in it (Krumhansl and Kessler, 1982), are most
 * like those that are heard.
 *
 * @param tonic 0 for C to 11 for B
 * @param clearness how much more alike than the next key that has not nearly the same notes
 */
record Tonality(int tonic, boolean minor, double likeness, double clearness) {

    private static final double[] MAJOR = {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88};
    private static final double[] MINOR = {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17};
    private static final List<String> NAMES = List.of("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");

    /** Long enough to tell neighbouring notes of the middle octaves apart. */
    private static final int SIZE = 8192;

    private static final int HOP = SIZE / 2;
    private static final double LOWEST = 65;
    private static final double HIGHEST = 2_100;

    private static final double ALIKE = 0.55;

    /** Such as {@code A minor}. */
    String key() {
        return "%s %s".formatted(NAMES.get(tonic), minor ? "minor" : "major");
    }

    /** Empty where there are no notes, or any. */
    static Optional<Tonality> of(float[] sound) {
        var notes = notes(sound);
        if (Arrays.stream(notes).sum() == 0) {
            return Optional.empty();
        }
        var best = -2.0;
        var tonic = 0;
        var minor = false;
        var likenesses = new double[24];
        for (var key = 0; key < 24; key++) {
            likenesses[key] = likeness(notes, key % 12, key < 12 ? MAJOR : MINOR);
            if (likenesses[key] > best) {
                best = likenesses[key];
                tonic = key % 12;
                minor = key >= 12;
            }
        }
        var next = -2.0;
        for (var key = 0; key < 24; key++) {
            if (key != tonic + (minor ? 12 : 0)) {
                next = Math.max(next, likenesses[key]);
            }
        }
        return best < ALIKE ? Optional.empty() : Optional.of(new Tonality(tonic, minor, best, best - next));
    }

    /** How much there is of each of the twelve notes, in all octaves together. */
    private static double[] notes(float[] sound) {
        var notes = new double[12];
        var fourier = new Fourier(SIZE);
        var window = Spectra.window(SIZE);
        var real = new double[SIZE];
        var imaginary = new double[SIZE];
        var from = (int) Math.ceil(LOWEST * SIZE / Spectra.SAMPLE_RATE);
        var to = (int) (HIGHEST * SIZE / Spectra.SAMPLE_RATE);
        for (var start = 0; start + SIZE <= sound.length; start += HOP) {
            Spectra.fill(sound, start, window, real);
            Arrays.fill(imaginary, 0);
            fourier.transform(real, imaginary);
            var magnitudes = new double[to + 2];
            for (var bin = from - 1; bin <= to + 1; bin++) {
                magnitudes[bin] = Math.hypot(real[bin], imaginary[bin]);
            }
            for (var bin = from; bin <= to; bin++) {
                // Only peaks are notes; between them is noise, and the skirts of peaks.
                if (magnitudes[bin] > magnitudes[bin - 1] && magnitudes[bin] >= magnitudes[bin + 1]) {
                    var shift = 0.5
                            * (magnitudes[bin + 1] - magnitudes[bin - 1])
                            / (2 * magnitudes[bin] - magnitudes[bin - 1] - magnitudes[bin + 1] + 1e-12);
                    var hertz = (bin + shift) * Spectra.SAMPLE_RATE / SIZE;
                    var pitch = 69 + 12 * Math.log(hertz / 440) / Math.log(2);
                    var off = pitch - Math.rint(pitch);
                    notes[Math.floorMod((int) Math.rint(pitch), 12)] +=
                            Math.sqrt(magnitudes[bin]) * magnitudes[bin] * Math.exp(-8 * off * off) / Math.sqrt(hertz);
                }
            }
        }
        return notes;
    }

    private static double likeness(double[] notes, int tonic, double[] profile) {
        var mean = Arrays.stream(notes).average().orElse(0);
        var usual = Arrays.stream(profile).average().orElse(0);
        var both = 0.0;
        var one = 1e-12;
        var other = 1e-12;
        for (var i = 0; i < 12; i++) {
            var x = notes[(i + tonic) % 12] - mean;
            var y = profile[i] - usual;
            both += x * y;
            one += x * x;
            other += y * y;
        }
        return both / Math.sqrt(one * other);
    }
}

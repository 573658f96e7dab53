package io.moneyprinter.sound.beat;

import io.moneyprinter.sound.RawSound;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is heard in a piece of sound.
 *
 * @param tempo beats per minute; null where there is no beat, as in speech and rain
 * @param confidence in the tempo, 0..1; 0 without one
 * @param beats milliseconds, ascending; none without a tempo
 * @param key such as {@code A minor}; null where it is not clear
 * @param energy 0 nothing happens to 1 something begins all the time
 * @param brightness 0 dull to 1 shrill
 * @param moods words for it, in their order; none for what is no music
 * @param loopable whether its end goes on at its beginning; not of sound that was not heard to its end
 */
public record Listening(
        @Nullable Double tempo,
        double confidence,
        List<Integer> beats,
        @Nullable String key,
        double energy,
        double brightness,
        List<String> moods,
        boolean loopable) {

    /** What {@link #of} expects, in samples a second. */
    public static final int SAMPLE_RATE = Spectra.SAMPLE_RATE;

    /** Nobody hears more at a time: a minute takes 5 MB, and longer music is like its beginning. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** A key that is less clear than this may be another. */
    private static final double CLEAR = 0.05;

    /** Major and minor keys of the same notes are told apart by this much. */
    private static final double SURE = 0.08;

    /** A loop is whole beats long; seconds that they may be off. */
    private static final double IN_TIME = 0.08;

    public Listening {
        beats = List.copyOf(beats);
        moods = List.copyOf(moods);
    }

    /**
     * Of the first {@link #LONGEST} in a file.
     *
     * @param file one channel of bare samples at {@link #SAMPLE_RATE}, as {@link RawSound} reads them
     */
    public static Listening of(Path file) throws IOException {
        var longest = (int) LONGEST.toSeconds() * SAMPLE_RATE;
        var heard = of(RawSound.read(file, longest));
        return RawSound.length(file) > longest ? heard.cutOff() : heard;
    }

    /** The same of sound that goes on: what meets its beginning is a cut of ours, and says nothing. */
    private Listening cutOff() {
        return new Listening(tempo, confidence, beats, key, energy, brightness, moods, false);
    }

    /** @param sound one channel at {@link #SAMPLE_RATE} */
    public static Listening of(float[] sound) {
        var heard = Spectra.of(sound);
        var rhythm = Rhythm.of(heard.onsets());
        var tonality = Tonality.of(sound).filter(each -> each.clearness() >= CLEAR);
        var energy = energy(heard.onsets());
        var brightness = brightness(heard.centroid());
        var smooth = Seam.isSmooth(at -> sound[(int) at], sound.length, SAMPLE_RATE);
        return new Listening(
                rhythm.map(each -> rounded(each.beatsPerMinute(), 10)).orElse(null),
                rhythm.map(each -> rounded(each.confidence(), 100)).orElse(0.0),
                rhythm.map(each -> each.beats().stream()
                                .map(seconds -> (int) Math.round(1_000 * seconds))
                                .toList())
                        .orElse(List.of()),
                tonality.map(Tonality::key).orElse(null),
                rounded(energy, 100),
                rounded(brightness, 100),
                moods(rhythm, tonality, energy, brightness),
                smooth && rhythm.map(each -> isWhole(each, sound.length)).orElse(true));
    }

    /** Whether there is a beat, or a key. */
    public boolean isMusic() {
        return tempo != null || !moods.isEmpty();
    }

    /** Onsets that stand out, of which six in a second leave no room for more. */
    private static double energy(Onsets onsets) {
        var all = onsets.all();
        var strongest = 0.0;
        for (var onset : all) {
            strongest = Math.max(strongest, onset);
        }
        var count = 0;
        for (var i = 1; i < all.length - 1; i++) {
            if (all[i] > 0.1 * strongest && all[i] > all[i - 1] && all[i] >= all[i + 1]) {
                count++;
            }
        }
        var seconds = all.length * onsets.hop() / (double) onsets.sampleRate();
        return strongest == 0 ? 0 : Math.clamp(count / (6 * seconds), 0, 1);
    }

    /** Octaves from 150 Hz, of which there are four and a half to 3.4 kHz. */
    private static double brightness(double centroid) {
        return centroid <= 0 ? 0 : Math.clamp(Math.log(centroid / 150) / Math.log(3_400 / 150.0), 0, 1);
    }

    /**
     * Words by how excited it is (tempo and energy) and, where that is sure, whether its key is major or minor: a map
     * of two dimensions that listeners agree on most (Russell 1980; Hevner 1936 for mode and tempo).
     */
    private static List<String> moods(
            Optional<Rhythm> rhythm, Optional<Tonality> tonality, double energy, double brightness) {
        if (rhythm.isEmpty() && tonality.isEmpty()) {
            return List.of();
        }
        var pace = rhythm.map(each -> Math.clamp((each.beatsPerMinute() - 60) / 80, 0, 1));
        var excited = pace.map(each -> 0.6 * each + 0.4 * energy).orElse(0.6 * energy);
        var mode = tonality.filter(each -> each.clearness() >= SURE).map(Tonality::minor);
        var words = new TreeSet<String>();
        if (excited >= 0.6) {
            words.add("energetic");
            words.addAll(mode.map(minor -> minor ? Set.of("dramatic") : Set.of("happy", "upbeat"))
                    .orElse(Set.of()));
        } else if (excited >= 0.38) {
            words.addAll(mode.map(minor -> minor ? Set.of("dramatic") : Set.of("hopeful", "upbeat"))
                    .orElse(Set.of("upbeat")));
        } else {
            words.addAll(
                    mode.map(minor -> minor ? Set.of("dark") : Set.of("calm")).orElse(Set.of("calm")));
            if (rhythm.isEmpty()
                    || brightness < 0.25 && mode.map(minor -> !minor).orElse(false)) {
                words.add("dreamy");
            }
        }
        return List.copyOf(words);
    }

    private static boolean isWhole(Rhythm rhythm, int length) {
        var beats = length * rhythm.beatsPerMinute() / (60.0 * SAMPLE_RATE);
        return Math.abs(beats - Math.rint(beats)) * 60 / rhythm.beatsPerMinute() <= IN_TIME;
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}

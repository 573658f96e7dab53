package io.moneyprinter.contracts.materials;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of an asset that is only heard, in its first ten minutes.
 *
 * @param loudness integrated, in LUFS; -70 for silence
 * @param truePeak in dBTP; null for silence
 * @param bpm beats per minute; null where there is no beat, as in speech and rain
 * @param bpmConfidence 0..1; 0 without a tempo
 * @param key such as {@code A minor}; null where it is not clear
 * @param energy 0 nothing happens to 1 something begins all the time
 * @param brightness 0 dull to 1 shrill
 * @param moods words for it; none for what is no music
 * @param loopable whether it can be played again and again without a seam
 */
public record SoundTraits(
        double loudness,
        @Nullable Double truePeak,
        @Nullable Double bpm,
        double bpmConfidence,
        @Nullable String key,
        double energy,
        double brightness,
        List<String> moods,
        boolean loopable) {

    /** What is slower than this is slow, what is faster than {@link #FAST} is fast. */
    private static final double SLOW = 90;

    private static final double FAST = 120;

    public SoundTraits {
        moods = List.copyOf(moods);
    }

    /** {@code slow}, {@code medium} or {@code fast}; null without a tempo. */
    public static @Nullable String pace(@Nullable Double bpm) {
        return bpm == null ? null : bpm < SLOW ? "slow" : bpm <= FAST ? "medium" : "fast";
    }
}

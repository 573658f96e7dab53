package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.SoundSettings.CutEffect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is heard.
 *
 * @param samples exact length of the film
 * @param music as the settings have it, null for the default
 * @param steady whether music that is composed keeps its own tempo; null in plans from before that was a choice
 * @param file the audio file that is used as music, null for none
 * @param musicVolume decibels relative to the usual level
 * @param loudness of the film, in LUFS
 * @param truePeak at most, in dBTP
 * @param cutEffectVolume decibels relative to the usual level
 * @param cuts where one picture follows another, in samples, ascending; none without an effect
 */
public record SoundPlan(
        int sampleRate,
        long samples,
        List<Narration> narration,
        @Nullable String music,
        @Nullable Boolean steady,
        @Nullable ObjectKey file,
        double musicVolume,
        long seed,
        double loudness,
        double truePeak,
        CutEffect cutEffect,
        double cutEffectVolume,
        List<Long> cuts) {

    public SoundPlan {
        narration = List.copyOf(narration);
        cuts = List.copyOf(cuts);
    }
}

package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.common.ObjectKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is heard.
 *
 * @param samples exact length of the film
 * @param music as the settings have it, null for the default
 * @param file the audio file that is used as music, null for none
 * @param musicVolume decibels relative to the usual level
 */
public record SoundPlan(
        int sampleRate,
        long samples,
        List<Narration> narration,
        @Nullable String music,
        @Nullable ObjectKey file,
        double musicVolume,
        long seed) {

    public SoundPlan {
        narration = List.copyOf(narration);
    }
}

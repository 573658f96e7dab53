package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.SoundFormat;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/**
 * What is heard besides the choice of voice and music. Null means: the default.
 *
 * @param narration an audio asset of the user's with the whole script spoken, used instead of a voice
 * @param loudness integrated, in LUFS, -30 to -8 and at least 7 below the peak; default -14
 * @param truePeak at most, in dBTP, -9 to -0.5; default -1
 * @param cutEffect a sound at each cut; default none
 * @param cutEffectVolume in decibels relative to the default
 * @param format of sound that goes without pictures; default {@code m4a}
 */
public record SoundSettings(
        @Nullable AssetId narration,
        @Nullable @DecimalMin("-30") @DecimalMax("-8") Double loudness,
        @Nullable @DecimalMin("-9") @DecimalMax("-0.5") Double truePeak,
        @Nullable CutEffect cutEffect,
        @Nullable @DecimalMin("-20") @DecimalMax("12") Double cutEffectVolume,
        @Nullable SoundFormat format) {

    /** In LUFS: what platforms play without turning it down. */
    public static final double USUAL_LOUDNESS = -14;

    /** In dBTP. */
    public static final double USUAL_TRUE_PEAK = -1;

    /** How many decibels the peak has to lie above the loudness. */
    public static final double LEAST_PEAK_TO_LOUDNESS = 7;

    public static final SoundSettings DEFAULT = new SoundSettings(null, null, null, null, null, null);

    /** Those of a video, or the default. */
    public static SoundSettings of(@Nullable VideoSettings video) {
        return video == null || video.sound() == null ? DEFAULT : video.sound();
    }

    public SoundSettings withoutNarration() {
        return new SoundSettings(null, loudness, truePeak, cutEffect, cutEffectVolume, format);
    }

    /** What is heard at cuts. */
    public enum CutEffect {
        @JsonProperty("none")
        NONE,
        @JsonProperty("whoosh")
        WHOOSH,
        @JsonProperty("pop")
        POP,
        @JsonProperty("click")
        CLICK
    }
}

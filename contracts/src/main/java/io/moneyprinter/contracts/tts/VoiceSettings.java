package io.moneyprinter.contracts.tts;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How the narration should sound. Null means: the best choice for the language.
 *
 * @param provider such as {@code marytts} or {@code edge}; {@code none} for captions without a voice, timed by reading
 * @param voice id of a voice, as {@code GET /api/v1/tts/voices} lists it
 * @param language BCP 47; null to take the language of the script
 * @param rate speaking rate, 1 is normal
 * @param pitch in semitones, 0 is normal
 * @param volume in decibels, 0 is normal
 */
public record VoiceSettings(
        @Nullable @Size(max = 40) String provider,
        @Nullable @Size(max = 100) String voice,
        @Nullable @Size(max = 35) String language,
        @Nullable @DecimalMin("0.5") @DecimalMax("2.0") Double rate,
        @Nullable @DecimalMin("-12") @DecimalMax("12") Double pitch,
        @Nullable @DecimalMin("-20") @DecimalMax("10") Double volume) {

    /** The provider of silence, timed as people read. */
    public static final String NO_VOICE = "none";

    public static final VoiceSettings DEFAULT = new VoiceSettings(null, null, null, null, null, null);
}

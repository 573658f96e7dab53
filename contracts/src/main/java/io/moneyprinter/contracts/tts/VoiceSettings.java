package io.moneyprinter.contracts.tts;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
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
 * @param fallbacks providers that take over, in this order, when the one that speaks fails; empty for none, null for
 *     the configured ones
 * @param allowMixedVoices whether a voice that takes over may speak single sentences; else it speaks the whole video
 * @param style such as {@code cheerful} or {@code whispering}; refused when the voice that is chosen cannot be asked for
 *     it, left out by a voice that takes over and cannot
 * @param styleDegree how strongly it speaks in {@code style}, 1 is usual, 2 twice as strong; refused and left out as
 *     {@code style} is
 */
public record VoiceSettings(
        @Nullable @Size(max = 40) String provider,
        @Nullable @Size(max = 100) String voice,
        @Nullable @Size(max = 35) String language,

        @Nullable @DecimalMin("" + SLOWEST) @DecimalMax("" + FASTEST)
        Double rate,

        @Nullable @DecimalMin("-12") @DecimalMax("12") Double pitch,
        @Nullable @DecimalMin("-20") @DecimalMax("10") Double volume,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 40) String> fallbacks,
        @Nullable Boolean allowMixedVoices,

        @Nullable @Pattern(regexp = STYLE, message = "expected words such as cheerful")
        String style,

        @Nullable @DecimalMin("0.01") @DecimalMax("2") Double styleDegree) {

    /** Of all rates. */
    public static final double SLOWEST = 0.5;

    /** Of all rates. */
    public static final double FASTEST = 2.0;

    /** A few words. */
    public static final String STYLE = "\\p{L}[\\p{L}\\p{M}\\p{N} ,_-]{0,59}";

    /** The provider of silence, timed as people read. */
    public static final String NO_VOICE = "none";

    public static final VoiceSettings DEFAULT = new VoiceSettings(null, null, null, null, null, null, null, null);

    /** In no particular style. */
    public VoiceSettings(
            @Nullable String provider,
            @Nullable String voice,
            @Nullable String language,
            @Nullable Double rate,
            @Nullable Double pitch,
            @Nullable Double volume,
            @Nullable List<String> fallbacks,
            @Nullable Boolean allowMixedVoices) {
        this(provider, voice, language, rate, pitch, volume, fallbacks, allowMixedVoices, null, null);
    }

    /** The same, to be spoken by nobody else. */
    public VoiceSettings withoutFallbacks() {
        return new VoiceSettings(
                provider, voice, language, rate, pitch, volume, List.of(), allowMixedVoices, style, styleDegree);
    }

    public VoiceSettings withStyle(@Nullable String style) {
        return withStyle(style, null);
    }

    /** @param degree how strongly; null for as usual */
    public VoiceSettings withStyle(@Nullable String style, @Nullable Double degree) {
        return new VoiceSettings(
                provider, voice, language, rate, pitch, volume, fallbacks, allowMixedVoices, style, degree);
    }
}

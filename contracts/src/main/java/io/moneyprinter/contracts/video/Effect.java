package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Something done to every picture of the film, below captions and watermark.
 *
 * @param preset which {@link Type#GRADE}, null for the other types
 * @param amount 0 to 1; null for the usual amount of the type
 */
public record Effect(
        @NotNull(message = "missing (expected: grade, vignette, grain, sharpen, blur or film_fade)")
        Type type,

        @Nullable Grade preset,

        @Nullable @DecimalMin("0") @DecimalMax("1") Double amount) {

    /** What is done. */
    public enum Type {
        /** Colours as in a kind of film. */
        @JsonProperty("grade")
        GRADE,
        /** Darker towards the corners. */
        @JsonProperty("vignette")
        VIGNETTE,
        @JsonProperty("grain")
        GRAIN,
        @JsonProperty("sharpen")
        SHARPEN,
        @JsonProperty("blur")
        BLUR,
        /** Blacks that are not quite black, as in an old print. */
        @JsonProperty("film_fade")
        FILM_FADE
    }

    /** The looks that {@link Type#GRADE} has. */
    public enum Grade {
        @JsonProperty("warm")
        WARM,
        @JsonProperty("cool")
        COOL,
        @JsonProperty("vivid")
        VIVID,
        @JsonProperty("muted")
        MUTED,
        @JsonProperty("mono")
        MONO,
        @JsonProperty("sepia")
        SEPIA,
        @JsonProperty("noir")
        NOIR,
        @JsonProperty("teal_orange")
        TEAL_ORANGE
    }
}

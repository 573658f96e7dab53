package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What captions look like. Null means: as the preset has it. Colours are {@code #RRGGBB} or {@code #RRGGBBAA}; lengths
 * are ems, that is, parts of the letters' size.
 *
 * @param preset a named style, as {@code GET /api/v1/captions/presets} lists them
 * @param mode how much is shown at a time; with {@code subtitles} a whole cue unless something else is asked for
 * @param font a family: {@code grotesque}, {@code rounded}, {@code condensed}, {@code serif}
 * @param weight 100 to 900
 * @param size of the letters relative to the size that suits the canvas, 0.4 to 2.5
 * @param color of the letters
 * @param strokeColor of their outline
 * @param strokeWidth of their outline, 0 for none
 * @param shadowColor of the shadow below everything
 * @param shadowBlur softness of the shadow
 * @param shadowOffset how far below the letters the shadow lies
 * @param boxColor of a box behind the lines; {@code #00000000} for none
 * @param boxRadius of its corners, and of those of the highlight's box
 * @param boxPadding between letters and its edge
 * @param highlight how the word that is spoken now stands out
 * @param highlightColor of the letters of that word
 * @param highlightBoxColor of the box behind that word, with {@code box}
 * @param animation how a caption comes in
 * @param position where captions stand
 * @param positionPercent of the canvas' height, from the top to the middle of the caption; with {@code custom}
 * @param safeArea whose buttons captions keep clear of
 * @param textCase how letters are written
 * @param maxLines of one caption, 1 to 4
 * @param maxWidth of a line, in percent of the canvas' width
 * @param subtitles captions of the user's own as SubRip or WebVTT, shown at their times instead of what is spoken
 */
public record CaptionSettings(
        @Nullable @Pattern(regexp = "[a-z0-9_]{1,40}", message = "expected the name of a preset")
        String preset,

        @Nullable Mode mode,

        @Nullable
        @Pattern(
                regexp = "grotesque|rounded|condensed|serif",
                message = "expected one of grotesque, rounded, condensed, serif")
        String font,

        @Nullable @Min(100) @Max(900) Integer weight,
        @Nullable @DecimalMin("0.4") @DecimalMax("2.5") Double size,

        @Nullable @Pattern(regexp = COLOR, message = COLOR_EXPECTED)
        String color,

        @Nullable @Pattern(regexp = COLOR, message = COLOR_EXPECTED)
        String strokeColor,

        @Nullable @DecimalMin("0") @DecimalMax("0.3") Double strokeWidth,

        @Nullable @Pattern(regexp = COLOR, message = COLOR_EXPECTED)
        String shadowColor,

        @Nullable @DecimalMin("0") @DecimalMax("1") Double shadowBlur,
        @Nullable @DecimalMin("0") @DecimalMax("0.5") Double shadowOffset,

        @Nullable @Pattern(regexp = COLOR, message = COLOR_EXPECTED)
        String boxColor,

        @Nullable @DecimalMin("0") @DecimalMax("1") Double boxRadius,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double boxPadding,
        @Nullable Highlight highlight,

        @Nullable @Pattern(regexp = COLOR, message = COLOR_EXPECTED)
        String highlightColor,

        @Nullable @Pattern(regexp = COLOR, message = COLOR_EXPECTED)
        String highlightBoxColor,

        @Nullable Animation animation,
        @Nullable Position position,
        @Nullable @DecimalMin("0") @DecimalMax("100") Double positionPercent,
        @Nullable SafeArea safeArea,
        @Nullable TextCase textCase,
        @Nullable @Min(1) @Max(4) Integer maxLines,
        @Nullable @DecimalMin("20") @DecimalMax("100") Double maxWidth,
        @Nullable @Size(max = 500_000) String subtitles) {

    private static final String COLOR = "#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?";
    private static final String COLOR_EXPECTED = "expected #RRGGBB or #RRGGBBAA";

    public static final CaptionSettings DEFAULT = new CaptionSettings(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null);

    public static CaptionSettings orDefault(@Nullable CaptionSettings settings) {
        return settings == null ? DEFAULT : settings;
    }

    /** The same look without the words, which may be many. */
    public CaptionSettings withoutSubtitles() {
        return new CaptionSettings(
                preset,
                mode == null && subtitles != null ? Mode.SENTENCE : mode,
                font,
                weight,
                size,
                color,
                strokeColor,
                strokeWidth,
                shadowColor,
                shadowBlur,
                shadowOffset,
                boxColor,
                boxRadius,
                boxPadding,
                highlight,
                highlightColor,
                highlightBoxColor,
                animation,
                position,
                positionPercent,
                safeArea,
                textCase,
                maxLines,
                maxWidth,
                null);
    }

    /** How much is shown at a time. */
    public enum Mode {
        @JsonProperty("sentence")
        SENTENCE,
        @JsonProperty("phrase")
        PHRASE,
        @JsonProperty("word")
        WORD
    }

    /** How the word that is spoken now stands out. */
    public enum Highlight {
        @JsonProperty("none")
        NONE,
        @JsonProperty("color")
        COLOR,
        @JsonProperty("box")
        BOX,
        /** Larger for a moment, in the highlight's colour. */
        @JsonProperty("pop")
        POP
    }

    /** How a caption comes in. */
    public enum Animation {
        @JsonProperty("none")
        NONE,
        @JsonProperty("fade")
        FADE,
        @JsonProperty("pop")
        POP,
        @JsonProperty("slide")
        SLIDE,
        @JsonProperty("typewriter")
        TYPEWRITER
    }

    /** Where captions stand. */
    public enum Position {
        @JsonProperty("top")
        TOP,
        @JsonProperty("center")
        CENTER,
        @JsonProperty("bottom")
        BOTTOM,
        @JsonProperty("custom")
        CUSTOM
    }

    /** Whose buttons captions keep clear of. */
    public enum SafeArea {
        @JsonProperty("none")
        NONE,
        @JsonProperty("tiktok")
        TIKTOK,
        @JsonProperty("youtube_shorts")
        YOUTUBE_SHORTS,
        @JsonProperty("reels")
        REELS
    }

    /** How letters are written. */
    public enum TextCase {
        @JsonProperty("as_written")
        AS_WRITTEN,
        @JsonProperty("upper")
        UPPER,
        @JsonProperty("lower")
        LOWER,
        @JsonProperty("title")
        TITLE
    }
}

package io.moneyprinter.contracts.video;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How the film should look and sound. Null means: the default.
 *
 * @param aspect {@code 9:16} (default), {@code 16:9}, {@code 1:1}, {@code 4:5}, {@code 4:3}
 * @param resolution {@code WIDTHxHEIGHT}, even numbers from 144 to 3840; wins over {@code aspect}; default: 1080 on the short side
 * @param fps 24, 25, 30 (default), 50 or 60
 * @param codec {@code h264}
 * @param quality of the picture; default {@code high}
 * @param includeSubtitles whether captions are burnt in (default true); the sidecar files are always made
 * @param transition between shots; default {@code dissolve}
 * @param music {@code auto} (default), {@code none}, a mood ({@code calm}, {@code upbeat}, {@code dramatic},
 *     {@code dreamy}) or the id of an audio asset
 * @param musicVolume level of the music bed in decibels relative to the default, 0 is the default
 * @param durationTarget wanted length in seconds (default 60); a given script is never shortened
 * @param optimizationPreset {@code web}
 */
public record VideoSettings(
        @Nullable @Pattern(regexp = "9:16|16:9|1:1|4:5|4:3", message = "expected one of 9:16, 16:9, 1:1, 4:5, 4:3")
        String aspect,

        @Nullable @Pattern(regexp = "\\d{3,4}x\\d{3,4}", message = "expected WIDTHxHEIGHT, such as 1080x1920")
        String resolution,

        @Nullable Integer fps,

        @Nullable @Pattern(regexp = "h264", message = "expected h264")
        String codec,

        @Nullable Quality quality,
        @Nullable Boolean includeSubtitles,
        @Nullable TransitionStyle transition,
        @Nullable @Size(max = 64) String music,
        @Nullable @DecimalMin("-20") @DecimalMax("12") Double musicVolume,
        @Nullable @Min(5) @Max(600) Integer durationTarget,

        @Nullable @Pattern(regexp = "web", message = "expected web")
        String optimizationPreset) {

    public static final VideoSettings DEFAULT =
            new VideoSettings(null, null, null, null, null, null, null, null, null, null, null);
}

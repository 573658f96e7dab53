package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How the film is written. Null means: as the optimisation preset has it.
 *
 * @param container default {@code mp4}, {@code webm} for {@code vp9}
 * @param crf constant rate factor, 0 (best) to 51, on the scale of x264; wins over {@code quality}
 * @param videoBitrate kilobits a second, 100 to 100000; wins over {@code crf}
 * @param audioBitrate kilobits a second, 32 to 320; default 192
 * @param device what encodes; default {@code auto}: a GPU where a test encode has shown that one can
 */
public record OutputSettings(
        @Nullable Container container,
        @Nullable @Min(0) @Max(51) Integer crf,
        @Nullable @Min(100) @Max(100_000) Integer videoBitrate,
        @Nullable @Min(32) @Max(320) Integer audioBitrate,
        @Nullable Device device) {

    public static final OutputSettings DEFAULT = new OutputSettings(null, null, null, null, null);

    /** What the streams are packed in. */
    public enum Container {
        @JsonProperty("mp4")
        MP4,
        @JsonProperty("mov")
        MOV,
        @JsonProperty("webm")
        WEBM
    }

    /** What encodes. */
    public enum Device {
        @JsonProperty("auto")
        AUTO,
        @JsonProperty("cpu")
        CPU,
        @JsonProperty("gpu")
        GPU
    }
}

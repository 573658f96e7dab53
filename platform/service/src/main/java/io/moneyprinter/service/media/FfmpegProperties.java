package io.moneyprinter.service.media;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which FFmpeg is used.
 *
 * @param path of an {@code ffmpeg} of this machine with {@code ffprobe} beside it; the embedded one when not set
 * @param directory where the embedded one is unpacked; below the data directory when not set
 * @param concurrency runs at a time; as many as there are processors when 0
 */
@ConfigurationProperties("moneyprinter.ffmpeg")
public record FfmpegProperties(
        @Nullable Path path,
        @Nullable Path directory,
        @DefaultValue("0") int concurrency) {

    public FfmpegProperties {
        if (concurrency < 0) {
            throw new IllegalArgumentException("concurrency: %d (expected: >= 0)".formatted(concurrency));
        }
    }
}

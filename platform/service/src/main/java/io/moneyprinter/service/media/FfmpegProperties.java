package io.moneyprinter.service.media;

import io.moneyprinter.ffmpeg.SandboxMode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which FFmpeg is used.
 *
 * @param path of an {@code ffmpeg} of this machine with {@code ffprobe} beside it; the embedded one when not set
 * @param directory where the embedded one is unpacked; below the data directory when not set
 * @param concurrency runs at a time; as many as there are processors when 0
 * @param sandbox {@code auto}: runs see nothing but their files where bubblewrap works; {@code required}: no start
 *     without; {@code off}
 * @param memory address space of one run at most
 */
@ConfigurationProperties("moneyprinter.ffmpeg")
public record FfmpegProperties(
        @Nullable Path path,
        @Nullable Path directory,
        @DefaultValue("0") int concurrency,
        @DefaultValue("auto") SandboxMode sandbox,
        @DefaultValue("8GB") DataSize memory) {

    public FfmpegProperties {
        if (concurrency < 0) {
            throw new IllegalArgumentException("concurrency: %d (expected: >= 0)".formatted(concurrency));
        }
        if (memory.compareTo(DataSize.ofGigabytes(1)) < 0) {
            throw new IllegalArgumentException("memory: %s (expected: at least 1GB)".formatted(memory));
        }
    }
}

package io.moneyprinter.video;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the video service works.
 *
 * @param workers runs of FFmpeg at a time; 0 for as many as there are processors
 * @param chunkLength about how long a chunk of a film is; other chunks mean that nothing rendered before is used again
 */
@Validated
@ConfigurationProperties("moneyprinter.video")
record VideoProperties(
        @DefaultValue("0") @Min(0) @Max(256) int workers,
        @DefaultValue("4s") Duration chunkLength) {

    VideoProperties {
        if (chunkLength.compareTo(Duration.ofSeconds(1)) < 0 || chunkLength.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("chunk-length: %s (expected: 1s to 5m)".formatted(chunkLength));
        }
    }

    int concurrency() {
        return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
    }
}

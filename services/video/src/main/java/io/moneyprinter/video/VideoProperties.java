package io.moneyprinter.video;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the video service works.
 *
 * @param chunkLength about how long a chunk of a film is; other chunks mean that nothing rendered before is used again
 */
@Validated
@ConfigurationProperties("moneyprinter.video")
record VideoProperties(@DefaultValue("2s") Duration chunkLength) {

    VideoProperties {
        if (chunkLength.compareTo(Duration.ofSeconds(1)) < 0 || chunkLength.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("chunk-length: %s (expected: 1s to 5m)".formatted(chunkLength));
        }
    }
}

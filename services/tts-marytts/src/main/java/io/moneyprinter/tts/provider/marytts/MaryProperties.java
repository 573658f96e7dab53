package io.moneyprinter.tts.provider.marytts;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The embedded voice.
 *
 * @param enabled whether it is there at all
 * @param parallelism sentences at a time; 0 for one per processor
 * @param timeout the longest that one sentence may take
 */
@Validated
@ConfigurationProperties("moneyprinter.tts.marytts")
record MaryProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("0") @Min(0) int parallelism,
        @DefaultValue("60s") Duration timeout) {

    int permits() {
        return parallelism == 0 ? Runtime.getRuntime().availableProcessors() : parallelism;
    }
}

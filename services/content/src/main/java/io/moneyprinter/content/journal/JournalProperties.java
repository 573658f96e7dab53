package io.moneyprinter.content.journal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept of the questions to language models and of their answers, for the user alone.
 *
 * @param keep for how long; {@code 0} to keep none, and to forget those that were kept
 * @param maxCharacters of one question and of one answer; what is longer is cut
 */
@Validated
@ConfigurationProperties("moneyprinter.content.journal")
record JournalProperties(
        @DefaultValue("30d") Duration keep,
        @DefaultValue("60000") @Min(1_000) @Max(1_000_000) int maxCharacters) {

    JournalProperties {
        if (keep.isNegative()) {
            throw new IllegalArgumentException("keep: %s (expected: >= 0)".formatted(keep));
        }
    }
}

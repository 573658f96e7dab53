package io.moneyprinter.tts.lexicon;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How large lexicons may be.
 *
 * @param maxEntries of one user
 */
@Validated
@ConfigurationProperties("moneyprinter.tts.lexicon")
record LexiconProperties(
        @DefaultValue("500") @Min(1) @Max(5000) int maxEntries) {}

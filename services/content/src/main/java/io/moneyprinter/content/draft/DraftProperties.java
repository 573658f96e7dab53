package io.moneyprinter.content.draft;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many drafts are kept.
 *
 * @param maxDrafts of one user
 * @param keepVersions of one draft, the latest
 */
@Validated
@ConfigurationProperties("moneyprinter.content.draft")
record DraftProperties(
        @DefaultValue("500") @Min(1) @Max(100_000) int maxDrafts,
        @DefaultValue("100") @Min(1) @Max(10_000) int keepVersions) {}

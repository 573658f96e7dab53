package io.moneyprinter.content.template;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many templates users may write.
 *
 * @param maxOwn of one user
 * @param keepVersions of one template, the latest
 */
@Validated
@ConfigurationProperties("moneyprinter.content.template")
record TemplateProperties(
        @DefaultValue("100") @Min(1) @Max(10_000) int maxOwn,
        @DefaultValue("50") @Min(1) @Max(1_000) int keepVersions) {}

package io.moneyprinter.content.llm;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one question may take, whoever is asked. Nobody is asked any more once it is spent.
 *
 * @param tokens of conversation and answers
 * @param cost US dollars, by the configured prices
 */
@Validated
@ConfigurationProperties("moneyprinter.content.llm.budget")
record BudgetProperties(
        @DefaultValue("100000") @Min(1) long tokens,

        @DefaultValue("1.00") @DecimalMin("0") BigDecimal cost) {}

package io.moneyprinter.content.llm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes.
 *
 * @param input US dollars for a million tokens of the conversation; null where none is configured, which counts as 0
 * @param output US dollars for a million tokens of the answer; null where none is configured, which counts as 0
 */
public record Price(@Nullable BigDecimal input, @Nullable BigDecimal output) {

    private static final int MILLION = 6;
    private static final int DECIMALS = 6;

    /** US dollars. */
    public BigDecimal of(Tokens tokens) {
        return part(input, tokens.input())
                .add(part(output, tokens.output()))
                .movePointLeft(MILLION)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal part(@Nullable BigDecimal price, long tokens) {
        return price == null ? BigDecimal.ZERO : price.multiply(BigDecimal.valueOf(tokens));
    }
}

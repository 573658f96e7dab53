package io.moneyprinter.content.llm;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model said.
 *
 * @param text is not blank
 * @param provider who has the model, as it is called in the configuration
 * @param model as the provider names it
 * @param tokens of all tries, as far as providers told
 * @param cost of all tries, in US dollars, by the configured prices
 * @param switches who could not answer before, in order
 * @param exchangeId under which it is kept, null where it is not
 * @param cutBy the setting that limits its tokens, where it was cut for that; null where it is whole
 */
public record Answer(
        String text,
        String provider,
        String model,
        Tokens tokens,
        BigDecimal cost,
        List<Switched> switches,
        @Nullable String exchangeId,
        @Nullable String cutBy) {

    public Answer {
        switches = List.copyOf(switches);
    }
}

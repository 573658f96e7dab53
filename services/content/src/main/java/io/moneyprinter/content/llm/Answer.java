package io.moneyprinter.content.llm;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a model said.
 *
 * @param text is not blank
 * @param provider who has the model, as it is called in the configuration
 * @param model as the provider names it
 * @param tokens of all tries, as far as providers told
 * @param cost of all tries, in US dollars, by the configured prices
 * @param switches who could not answer before, in order
 */
public record Answer(
        String text, String provider, String model, Tokens tokens, BigDecimal cost, List<Switched> switches) {

    public Answer {
        switches = List.copyOf(switches);
    }
}

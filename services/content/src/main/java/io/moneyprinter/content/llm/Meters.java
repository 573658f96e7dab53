package io.moneyprinter.content.llm;

import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts what is asked of language models, where somebody collects such numbers. */
@Component
class Meters {

    private static final String CALLS = "moneyprinter.content.llm.calls";
    private static final String SWITCHES = "moneyprinter.content.llm.switches";
    private static final String TOKENS = "moneyprinter.content.llm.tokens";
    private static final String COST = "moneyprinter.content.llm.cost";

    private final ObjectProvider<MeterRegistry> registry;

    Meters(ObjectProvider<MeterRegistry> registry) {
        this.registry = registry;
    }

    void asked(String provider, String code, Duration latency) {
        registry.ifAvailable(meters ->
                meters.timer(CALLS, "provider", provider, "code", code).record(latency));
    }

    /** One provider answered because another could not. */
    void switched(String from, String to, String code) {
        registry.ifAvailable(meters ->
                meters.counter(SWITCHES, "from", from, "to", to, "code", code).increment());
    }

    /** A provider answered, for about so many US dollars. */
    void charged(String provider, Tokens tokens, BigDecimal cost) {
        registry.ifAvailable(meters -> {
            meters.counter(TOKENS, "provider", provider, "kind", "input").increment(tokens.input());
            meters.counter(TOKENS, "provider", provider, "kind", "output").increment(tokens.output());
            meters.counter(COST, "provider", provider).increment(cost.doubleValue());
        });
    }
}

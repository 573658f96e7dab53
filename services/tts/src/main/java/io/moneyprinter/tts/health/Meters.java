package io.moneyprinter.tts.health;

import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts what is asked of providers, where somebody collects such numbers. */
@Component
public class Meters {

    private static final String CALLS = "moneyprinter.tts.provider.calls";
    private static final String FALLBACKS = "moneyprinter.tts.fallbacks";
    private static final String CHARACTERS = "moneyprinter.tts.characters";
    private static final String COST = "moneyprinter.tts.cost";
    private static final String CACHE = "moneyprinter.tts.cache";
    private static final String INDEX_FAILURES = "moneyprinter.tts.cache.failures";

    private final ObjectProvider<MeterRegistry> registry;

    Meters(ObjectProvider<MeterRegistry> registry) {
        this.registry = registry;
    }

    void asked(String provider, String code, Duration latency) {
        registry.ifAvailable(meters ->
                meters.timer(CALLS, "provider", provider, "code", code).record(latency));
    }

    /** One provider spoke because another could not. */
    public void fellBack(String from, String to, String code) {
        registry.ifAvailable(meters ->
                meters.counter(FALLBACKS, "from", from, "to", to, "code", code).increment());
    }

    /** A provider spoke so many characters, for about so many US dollars. */
    public void charged(String provider, long characters, BigDecimal cost) {
        registry.ifAvailable(meters -> {
            meters.counter(CHARACTERS, "provider", provider).increment(characters);
            meters.counter(COST, "provider", provider).increment(cost.doubleValue());
        });
    }

    /**
     * A sentence had been spoken before.
     *
     * @param where it was found: {@code index}, {@code store}, or {@code flight} when somebody was just speaking it
     */
    public void found(String where) {
        registry.ifAvailable(
                meters -> meters.counter(CACHE, "result", "hit", "where", where).increment());
    }

    /** A sentence had to be spoken. */
    public void missed() {
        registry.ifAvailable(meters ->
                meters.counter(CACHE, "result", "miss", "where", "provider").increment());
    }

    /** The index that processes share did not answer. */
    public void indexFailed() {
        registry.ifAvailable(meters -> meters.counter(INDEX_FAILURES).increment());
    }
}

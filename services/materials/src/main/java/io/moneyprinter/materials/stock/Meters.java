package io.moneyprinter.materials.stock;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts what is asked of providers, where somebody collects such numbers. */
@Component
class Meters {

    private static final String CALLS = "moneyprinter.materials.stock.calls";

    private final ObjectProvider<MeterRegistry> registry;

    Meters(ObjectProvider<MeterRegistry> registry) {
        this.registry = registry;
    }

    void asked(String provider, String code, Duration latency) {
        registry.ifAvailable(meters ->
                meters.timer(CALLS, "provider", provider, "code", code).record(latency));
    }
}

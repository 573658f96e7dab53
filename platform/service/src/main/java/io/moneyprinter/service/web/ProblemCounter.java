package io.moneyprinter.service.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.problem.ErrorCode;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;

/** Counts failures by code and kind. */
final class ProblemCounter {

    private final ObjectProvider<MeterRegistry> registry;

    ProblemCounter(ObjectProvider<MeterRegistry> registry) {
        this.registry = registry;
    }

    void count(ErrorCode code) {
        registry.ifAvailable(meters -> meters.counter(
                        "moneyprinter.problems",
                        "code",
                        code.name(),
                        "kind",
                        code.kind().name().toLowerCase(Locale.ROOT))
                .increment());
    }
}

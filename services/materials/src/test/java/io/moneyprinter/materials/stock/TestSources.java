package io.moneyprinter.materials.stock;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.materials.spi.StockProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Sources for tests of what uses them. */
public final class TestSources {

    private TestSources() {}

    /** All of them that may be asked, in that order, also those that need no key. */
    public static Sources asking(StockProvider... providers) {
        return of(
                Clock.systemUTC(),
                Stream.of(providers).map(StockProvider::provider).toList(),
                List.of(StockProperties.ALL),
                providers);
    }

    static Sources of(Clock clock, List<String> chain, List<String> keyless, StockProvider... providers) {
        return new Sources(
                List.of(providers),
                new StockProperties(chain, keyless),
                new HealthProperties(Duration.ofMinutes(10), 10, 4, 0.5, Duration.ofSeconds(30)),
                clock,
                new Meters(new StaticListableBeanFactory().getBeanProvider(MeterRegistry.class)));
    }
}

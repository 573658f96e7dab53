package io.moneyprinter.service.hosting;

import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoreProperties;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** What every service may ask for: who runs here, the data directory, the clock and the objects. */
@AutoConfiguration
@EnableConfigurationProperties(StoreProperties.class)
public final class HostingAutoConfiguration {

    @Bean
    HostedServices hostedServices(Environment environment) {
        return HostedServices.of(environment);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    DataDirectory dataDirectory(Environment environment) {
        return DataDirectory.of(environment);
    }

    @Bean
    @ConditionalOnMissingBean
    ObjectStore objectStore(DataDirectory home, Clock clock, StoreProperties properties) {
        if (properties.kind() != StoreProperties.Kind.LOCAL) {
            throw new IllegalStateException(
                    "moneyprinter.store.kind: %s (expected: local, nothing else is built in here)"
                            .formatted(properties.kind()));
        }
        return new LocalObjectStore(home.root(), clock, properties.limit());
    }
}

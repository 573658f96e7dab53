package io.moneyprinter.service.hosting;

import io.micrometer.observation.ObservationRegistry;
import io.moneyprinter.service.identity.IdentityAutoConfiguration;
import io.moneyprinter.service.identity.ServiceTokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** How services are reached that run elsewhere. */
@AutoConfiguration(after = IdentityAutoConfiguration.class)
@EnableConfigurationProperties(RemoteProperties.class)
public final class RemoteAutoConfiguration {

    @Bean
    RemoteAddresses remoteAddresses(Environment environment) {
        return new RemoteAddresses(environment);
    }

    @Bean
    @Lazy
    RemoteClients remoteClients(
            RemoteAddresses addresses,
            ServiceTokens tokens,
            ObjectProvider<ObservationRegistry> observations,
            RemoteProperties times) {
        return new RemoteClients(addresses, tokens, observations.getIfAvailable(() -> ObservationRegistry.NOOP), times);
    }
}

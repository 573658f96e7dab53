package io.moneyprinter.service.identity;

import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.hosting.HostedServices;
import io.moneyprinter.service.hosting.HostingAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** How our processes know each other. */
@AutoConfiguration(after = HostingAutoConfiguration.class)
public final class IdentityAutoConfiguration {

    @Bean
    ServiceTokens serviceTokens(Environment environment, DataDirectory home, HostedServices hosted, Clock clock) {
        var configured = environment.getProperty("moneyprinter.service-secret", "");
        return new ServiceTokens(
                configured.isBlank() ? ServiceSecret.of(home) : ServiceSecret.of(configured), hosted, clock);
    }
}

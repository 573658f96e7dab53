package io.moneyprinter.materials.link;

import io.moneyprinter.service.home.DataDirectory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

    @Bean
    Links links(LinkProperties properties, DataDirectory home, Clock clock) {
        return new Links(keys(properties, home, clock), properties, clock);
    }

    private static LinkKeys keys(LinkProperties properties, DataDirectory home, Clock clock) {
        if (properties.keys().isEmpty()) {
            return new StoredLinkKeys(home.directory("."), properties.rotateAfter(), clock);
        }
        var configured = properties.keys().stream()
                .map(key -> key.value().getBytes(StandardCharsets.UTF_8))
                .toList();
        return () -> configured;
    }
}

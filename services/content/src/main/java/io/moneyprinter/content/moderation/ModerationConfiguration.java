package io.moneyprinter.content.moderation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is configured; words first, since they cost nothing. */
@Configuration(proxyBeanMethods = false)
class ModerationConfiguration {

    private static final String CALLS = "moneyprinter.content.moderation.calls";

    @Bean
    Moderation moderation(ModerationProperties properties, ObjectProvider<MeterRegistry> registry, Clock clock) {
        var moderators = new ArrayList<Moderator>();
        if (!properties.wordLists().isEmpty()) {
            moderators.add(WordLists.read(properties.wordLists()));
        }
        var address = properties.baseUrl();
        if (address != null) {
            moderators.add(new HttpModerator(
                    address,
                    properties,
                    clock,
                    (provider, code, latency) -> registry.ifAvailable(
                            meters -> meters.timer(CALLS, "code", code).record(latency))));
        }
        return new Moderation(moderators, properties.whenDown());
    }
}

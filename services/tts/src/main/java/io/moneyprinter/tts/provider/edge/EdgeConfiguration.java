package io.moneyprinter.tts.provider.edge;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** There only when the operator switches it on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "moneyprinter.tts.edge.enabled")
class EdgeConfiguration {

    @Bean
    EdgeSpeechSynthesizer edgeSpeechSynthesizer(EdgeProperties properties, Clock clock, JsonMapper json) {
        return new EdgeSpeechSynthesizer(properties, clock, json);
    }
}

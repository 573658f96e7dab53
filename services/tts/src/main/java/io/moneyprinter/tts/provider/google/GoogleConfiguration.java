package io.moneyprinter.tts.provider.google;

import io.moneyprinter.tts.provider.http.ConditionalOnKey;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** There only when the operator has given a key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnKey("moneyprinter.tts.google.api-key")
class GoogleConfiguration {

    @Bean
    GoogleSpeechSynthesizer googleSpeechSynthesizer(GoogleProperties properties, Clock clock, JsonMapper json) {
        return new GoogleSpeechSynthesizer(properties, clock, json);
    }
}

package io.moneyprinter.tts.provider.elevenlabs;

import io.moneyprinter.tts.provider.http.ConditionalOnKey;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** There only when the operator has given a key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnKey("moneyprinter.tts.elevenlabs.api-key")
class ElevenLabsConfiguration {

    @Bean
    ElevenLabsSpeechSynthesizer elevenLabsSpeechSynthesizer(
            ElevenLabsProperties properties, Clock clock, JsonMapper json) {
        return new ElevenLabsSpeechSynthesizer(properties, clock, json);
    }
}

package io.moneyprinter.tts.provider.gemini;

import io.moneyprinter.tts.provider.http.ConditionalOnKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** There only when the operator has given a key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnKey("moneyprinter.tts.gemini.api-key")
class GeminiConfiguration {

    @Bean
    GeminiSpeechSynthesizer geminiSpeechSynthesizer(GeminiProperties properties, JsonMapper json) {
        return new GeminiSpeechSynthesizer(properties, json);
    }
}

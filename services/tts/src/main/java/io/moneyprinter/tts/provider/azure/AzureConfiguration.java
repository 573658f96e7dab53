package io.moneyprinter.tts.provider.azure;

import io.moneyprinter.tts.provider.http.ConditionalOnKey;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** There only when the operator has given a key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnKey("moneyprinter.tts.azure.api-key")
class AzureConfiguration {

    @Bean
    AzureSpeechSynthesizer azureSpeechSynthesizer(AzureProperties properties, Clock clock, JsonMapper json) {
        return new AzureSpeechSynthesizer(properties, clock, json);
    }
}

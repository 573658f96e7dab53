package io.moneyprinter.tts.provider.characterbox;

import io.moneyprinter.tts.provider.http.ConditionalOnKey;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** There only when the operator has named a server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnKey("moneyprinter.tts.characterbox.base-url")
class CharacterBoxConfiguration {

    @Bean
    SpeechSynthesizer characterBoxSpeechSynthesizer(CharacterBoxProperties properties, Clock clock, JsonMapper json) {
        return open(properties, clock, json);
    }

    static SpeechSynthesizer open(CharacterBoxProperties properties, Clock clock, JsonMapper json) {
        return switch (properties.dialect()) {
            case OPENAI_SPEECH -> properties.openAi().open(clock, json);
            case CHARACTERBOX -> new CharacterBoxSpeechSynthesizer(properties, clock, json);
        };
    }
}

package io.moneyprinter.tts.provider.espeak;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** There when the machine has the program, unless it is switched off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = EspeakProperties.PREFIX + ".enabled", matchIfMissing = true)
@Conditional(OnEspeak.class)
@EnableConfigurationProperties(EspeakProperties.class)
class EspeakConfiguration {

    @Bean
    EspeakSpeechSynthesizer espeakSpeechSynthesizer(EspeakProperties properties, Clock clock) {
        return new EspeakSpeechSynthesizer(properties, clock);
    }
}

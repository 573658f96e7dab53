package io.moneyprinter.tts.provider.marytts;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** There unless it is switched off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "moneyprinter.tts.marytts.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MaryProperties.class)
class MaryConfiguration {

    @Bean
    MarySpeechSynthesizer marySpeechSynthesizer(MaryProperties properties) {
        return new MarySpeechSynthesizer(properties);
    }
}

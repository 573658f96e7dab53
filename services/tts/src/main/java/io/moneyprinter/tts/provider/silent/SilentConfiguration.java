package io.moneyprinter.tts.provider.silent;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Always there: it needs nothing and is taken only by those who name it. */
@Configuration(proxyBeanMethods = false)
class SilentConfiguration {

    @Bean
    SilentSpeechSynthesizer silentSpeechSynthesizer() {
        return new SilentSpeechSynthesizer();
    }
}

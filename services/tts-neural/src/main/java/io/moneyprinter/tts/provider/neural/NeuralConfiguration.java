package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.tts.provider.neural.install.VoiceInstaller;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Speaks when there are voices, unless it is switched off; what is in their directory can be looked at anyway. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NeuralProperties.class)
class NeuralConfiguration {

    @Bean
    VoiceShelf voiceShelf(NeuralProperties properties, DataDirectory home, Clock clock) {
        return new VoiceShelf(properties.directory(home), properties.voicesTtl(), clock);
    }

    @Bean
    VoiceInstaller voiceInstaller(NeuralProperties properties, DataDirectory home) {
        return new VoiceInstaller(
                properties.directory(home), properties.catalogue(home), properties.downloadPatience());
    }

    @Bean
    @ConditionalOnBooleanProperty(name = NeuralProperties.PREFIX + ".enabled", matchIfMissing = true)
    @Conditional(OnVoices.class)
    NeuralSpeechSynthesizer neuralSpeechSynthesizer(NeuralProperties properties, VoiceShelf shelf) {
        return new NeuralSpeechSynthesizer(properties, shelf);
    }
}

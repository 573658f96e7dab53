package io.moneyprinter.materials.provider.openai;

import io.moneyprinter.materials.spi.ImageGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenAiImageConfiguration {

    @Bean
    ImageGenerator openAiImageGenerator(OpenAiImageProperties properties) {
        return new OpenAiImageGenerator(properties);
    }
}

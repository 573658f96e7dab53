package io.moneyprinter.materials.provider.comfyui;

import io.moneyprinter.materials.spi.ImageGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ComfyUiConfiguration {

    @Bean
    ImageGenerator comfyUiImageGenerator(ComfyUiProperties properties) {
        return new ComfyUiImageGenerator(properties);
    }
}

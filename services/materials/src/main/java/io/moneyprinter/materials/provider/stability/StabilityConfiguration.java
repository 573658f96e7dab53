package io.moneyprinter.materials.provider.stability;

import io.moneyprinter.materials.spi.ImageGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StabilityConfiguration {

    @Bean
    ImageGenerator stabilityImageGenerator(StabilityProperties properties) {
        return new StabilityImageGenerator(properties);
    }
}

package io.moneyprinter.materials.provider.automatic1111;

import io.moneyprinter.materials.spi.ImageGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Automatic1111Configuration {

    @Bean
    ImageGenerator automatic1111ImageGenerator(Automatic1111Properties properties) {
        return new Automatic1111ImageGenerator(properties);
    }
}

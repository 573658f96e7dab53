package io.moneyprinter.materials.provider.pexels;

import io.moneyprinter.materials.provider.http.StockHttp;
import io.moneyprinter.materials.spi.StockProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PexelsConfiguration {

    @Bean
    StockProvider pexelsStockProvider(PexelsProperties properties, StockHttp http) {
        return http.provider(new PexelsApi(properties), properties.apiKey(), properties.restWhenThrottled());
    }
}

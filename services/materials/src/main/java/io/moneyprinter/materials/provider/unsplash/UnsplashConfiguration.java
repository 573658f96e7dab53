package io.moneyprinter.materials.provider.unsplash;

import io.moneyprinter.materials.provider.http.StockHttp;
import io.moneyprinter.materials.spi.StockProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UnsplashConfiguration {

    @Bean
    StockProvider unsplashStockProvider(UnsplashProperties properties, StockHttp http) {
        return http.provider(new UnsplashApi(properties), properties.apiKey(), properties.restWhenThrottled());
    }
}

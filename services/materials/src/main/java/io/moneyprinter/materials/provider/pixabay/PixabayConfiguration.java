package io.moneyprinter.materials.provider.pixabay;

import io.moneyprinter.materials.provider.http.StockHttp;
import io.moneyprinter.materials.spi.StockProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PixabayConfiguration {

    @Bean
    StockProvider pixabayStockProvider(PixabayProperties properties, StockHttp http) {
        return http.provider(new PixabayApi(properties), properties.apiKey(), properties.restWhenThrottled());
    }
}

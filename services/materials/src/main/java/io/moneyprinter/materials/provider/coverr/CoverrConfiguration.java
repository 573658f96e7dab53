package io.moneyprinter.materials.provider.coverr;

import io.moneyprinter.materials.provider.http.StockHttp;
import io.moneyprinter.materials.spi.StockProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CoverrConfiguration {

    @Bean
    StockProvider coverrStockProvider(CoverrProperties properties, StockHttp http) {
        return http.provider(new CoverrApi(properties), properties.apiKey(), properties.restWhenThrottled());
    }
}

package io.moneyprinter.materials.provider.nasa;

import io.moneyprinter.materials.provider.http.StockHttp;
import io.moneyprinter.materials.spi.StockProvider;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NasaConfiguration {

    @Bean
    StockProvider nasaStockProvider(NasaProperties properties, StockHttp http) {
        return http.provider(new NasaApi(properties), List.of(), properties.restWhenThrottled());
    }
}

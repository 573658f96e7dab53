package io.moneyprinter.materials.provider.openverse;

import io.moneyprinter.materials.provider.http.StockHttp;
import io.moneyprinter.materials.spi.StockProvider;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenverseConfiguration {

    @Bean
    StockProvider openverseStockProvider(OpenverseProperties properties, StockHttp http) {
        return http.provider(new OpenverseApi(properties), List.of(), properties.restWhenThrottled());
    }
}

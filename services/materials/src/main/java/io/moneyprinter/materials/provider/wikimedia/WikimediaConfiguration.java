package io.moneyprinter.materials.provider.wikimedia;

import io.moneyprinter.materials.provider.http.StockHttp;
import io.moneyprinter.materials.spi.StockProvider;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WikimediaConfiguration {

    @Bean
    StockProvider wikimediaStockProvider(WikimediaProperties properties, StockHttp http) {
        return http.provider(new WikimediaApi(properties), List.of(), properties.restWhenThrottled());
    }
}

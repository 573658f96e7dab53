package io.moneyprinter.materials.provider.archive;

import io.moneyprinter.materials.provider.http.StockHttp;
import io.moneyprinter.materials.spi.StockProvider;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {

    @Bean
    StockProvider archiveStockProvider(ArchiveProperties properties, StockHttp http) {
        return http.provider(new ArchiveApi(properties), List.of(), properties.restWhenThrottled());
    }
}

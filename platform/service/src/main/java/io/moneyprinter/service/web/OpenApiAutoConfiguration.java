package io.moneyprinter.service.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.moneyprinter.service.identity.Caller;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** The description of the public API speaks of fields as the API does. */
@AutoConfiguration(after = SpringDocConfiguration.class)
@ConditionalOnBean(ObjectMapperProvider.class)
public final class OpenApiAutoConfiguration {

    static {
        // Found by the server, never sent.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    ModelResolver snakeCaseModels(ObjectMapperProvider provider) {
        var mapper = provider.jsonMapper().copy();
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper).openapi31(provider.isOpenapi31());
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI().info(new Info().title("MoneyPrinter").version("v1"));
    }
}

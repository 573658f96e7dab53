package io.moneyprinter.service.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Makes the application's {@code JsonMapper} the one of {@link Json}. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
public final class JsonAutoConfiguration {

    @Bean
    JsonMapperBuilderCustomizer strictSnakeCase() {
        return Json::configure;
    }

    @Bean
    JsonFactoryBuilderCustomizer boundedDocuments() {
        return builder -> builder.streamReadConstraints(Json.CONSTRAINTS);
    }
}

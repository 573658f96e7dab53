package io.moneyprinter.content.llm;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The language model, where one is configured. */
@Configuration(proxyBeanMethods = false)
class LlmConfiguration {

    @Bean
    LanguageModels languageModels(LlmProperties properties) {
        return properties.baseUrl() == null
                ? new NoLanguageModels()
                : new OpenAiLanguageModels(properties.baseUrl(), properties);
    }
}

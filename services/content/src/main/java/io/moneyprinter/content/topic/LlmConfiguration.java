package io.moneyprinter.content.topic;

import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The language model, where one is configured. */
@Configuration(proxyBeanMethods = false)
class LlmConfiguration {

    @Bean(destroyMethod = "")
    @ConditionalOnExpression("!'${moneyprinter.content.llm.base-url:}'.isBlank()")
    ScriptLlm scriptLlm(LlmProperties properties) {
        return new OpenAiScriptLlm(Objects.requireNonNull(properties.baseUrl()), properties);
    }
}

package io.moneyprinter.content.topic;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The language model, where one is configured. */
@Configuration(proxyBeanMethods = false)
class LlmConfiguration {

    @Bean
    @Conditional(Configured.class)
    ScriptLlm scriptLlm(LlmProperties properties) {
        return new OpenAiScriptLlm(Objects.requireNonNull(properties.baseUrl()), properties);
    }

    /** An empty value, as files for {@code docker compose} like to have, is none. */
    static final class Configured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            return !environment
                    .getProperty("moneyprinter.content.llm.base-url", "")
                    .isBlank();
        }
    }
}

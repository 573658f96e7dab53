package io.moneyprinter.tts.provider.http;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Looks whether the property that {@link ConditionalOnKey} names holds a key. */
final class OnKey implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var property = metadata.getAnnotations().get(ConditionalOnKey.class).getString("value");
        return !context.getEnvironment().getProperty(property, "").isBlank();
    }
}

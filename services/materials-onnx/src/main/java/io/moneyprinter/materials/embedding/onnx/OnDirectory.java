package io.moneyprinter.materials.embedding.onnx;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Looks whether a directory is named. */
final class OnDirectory implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment()
                .getProperty(OnnxEmbeddingProperties.PREFIX + ".directory", "")
                .isBlank();
    }
}

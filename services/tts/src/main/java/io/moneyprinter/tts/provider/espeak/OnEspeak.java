package io.moneyprinter.tts.provider.espeak;

import io.moneyprinter.ffmpeg.Programs;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Looks whether the machine has the program. One that the operator names has to be there, and is not looked for. */
final class OnEspeak implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var named = context.getEnvironment().getProperty(EspeakProperties.PREFIX + ".program");
        return named != null || Programs.find(EspeakProperties.PROGRAM) != null;
    }
}

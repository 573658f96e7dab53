package io.moneyprinter.tts.provider.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** There only when the operator has given a key. An empty one, as files for {@code docker compose} have, is none. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Conditional(OnKey.class)
public @interface ConditionalOnKey {

    /** The name of the property that holds the key. */
    String value();
}

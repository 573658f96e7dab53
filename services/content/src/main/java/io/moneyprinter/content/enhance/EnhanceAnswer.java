package io.moneyprinter.content.enhance;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer that a language model is asked for. Anything may be missing or wrong until it is checked. */
record EnhanceAnswer(@JsonAlias("sections") @Nullable List<@Nullable Part> scenes) {

    /** One scene of the new script. */
    record Part(
            @Nullable String heading,
            @JsonAlias("text") @Nullable String narration) {}
}

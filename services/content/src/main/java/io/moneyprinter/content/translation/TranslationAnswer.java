package io.moneyprinter.content.translation;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer that a language model is asked for. Anything may be missing or wrong until it is checked. */
record TranslationAnswer(
        @Nullable String title,
        @Nullable String description,
        @Nullable List<@Nullable String> keywords,
        @Nullable List<@Nullable String> texts,
        @JsonAlias("sections") @Nullable List<@Nullable Part> scenes) {

    /** One scene of the script. */
    record Part(@Nullable String heading, @Nullable List<@Nullable String> sentences) {}
}

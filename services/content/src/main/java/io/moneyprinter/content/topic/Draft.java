package io.moneyprinter.content.topic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer that a language model is asked for. Anything may be missing or wrong until it is checked. */
record Draft(
        @Nullable String title,
        @Nullable String description,
        @Nullable List<@Nullable String> keywords,
        @Nullable List<@Nullable Part> sections) {

    /** One part of the script. */
    record Part(@Nullable String heading, @Nullable String text) {}
}

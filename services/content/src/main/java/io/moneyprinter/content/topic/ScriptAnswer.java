package io.moneyprinter.content.topic;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer that a language model is asked for. Anything may be missing or wrong until it is checked. */
record ScriptAnswer(
        @Nullable String title,
        @Nullable String description,
        @Nullable List<@Nullable String> keywords,
        @JsonAlias("sections") @Nullable List<@Nullable Part> scenes) {

    /** One scene of the script. */
    record Part(
            @Nullable String role,
            @Nullable String heading,
            @JsonAlias("text") @Nullable String narration,
            @Nullable String onScreenText,
            @Nullable String visual,
            @Nullable List<@Nullable String> searchTerms,
            @Nullable List<@Nullable String> searchTermsEnglish,
            @Nullable String mood,
            @Nullable Double shotSeconds) {}
}

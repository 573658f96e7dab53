package io.moneyprinter.contracts.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a section is meant to look and to work, for whoever shows it. Everything may be missing.
 *
 * @param role what it does for the whole, null when nobody said
 * @param onScreen words to show while it is spoken, null for none of its own
 * @param visual what is to be seen, in a sentence, null when nobody said
 * @param searchTerms what to look for pictures of, in the language of the script, most exact first
 * @param searchTermsEnglish the same in English, which stock libraries know best
 * @param mood null when nobody said
 * @param shotLength how long one picture should stay, null when nobody said
 */
public record Scene(
        @Nullable Role role,
        @Nullable String onScreen,
        @Nullable String visual,
        List<String> searchTerms,
        List<String> searchTermsEnglish,
        @Nullable Mood mood,
        @Nullable Duration shotLength) {

    // Scripts that were stored before a field was there are read without it.
    @SuppressWarnings("NullAway")
    public Scene {
        searchTerms = searchTerms == null ? List.of() : List.copyOf(searchTerms);
        searchTermsEnglish = searchTermsEnglish == null ? List.of() : List.copyOf(searchTermsEnglish);
    }

    /** What a section does for the whole. */
    public enum Role {
        /** Makes people stay. */
        @JsonProperty("hook")
        HOOK,
        @JsonProperty("body")
        BODY,
        /** Says what to do next. */
        @JsonProperty("call_to_action")
        CALL_TO_ACTION
    }

    /** How it feels. */
    public enum Mood {
        @JsonProperty("calm")
        CALM,
        @JsonProperty("cheerful")
        CHEERFUL,
        @JsonProperty("curious")
        CURIOUS,
        @JsonProperty("dramatic")
        DRAMATIC,
        @JsonProperty("energetic")
        ENERGETIC,
        @JsonProperty("hopeful")
        HOPEFUL,
        @JsonProperty("mysterious")
        MYSTERIOUS,
        @JsonProperty("neutral")
        NEUTRAL,
        @JsonProperty("sad")
        SAD,
        @JsonProperty("serious")
        SERIOUS,
        @JsonProperty("tense")
        TENSE,
        @JsonProperty("warm")
        WARM
    }
}

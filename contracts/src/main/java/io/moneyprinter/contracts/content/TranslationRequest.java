package io.moneyprinter.contracts.content;

import io.moneyprinter.contracts.common.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished script to be said in another language.
 *
 * @param texts what else is to be read in its film, such as the titles of its cards
 * @param language BCP 47, into which it is translated
 * @param given the translation, where somebody has written it; null to ask a language model
 * @param idempotencyKey the same for every attempt at the same piece of work; null to ask anew each time
 */
public record TranslationRequest(
        UserId userId,
        GeneratedContent content,
        List<String> texts,
        String language,
        @Nullable Given given,
        @Nullable String idempotencyKey) {

    public TranslationRequest {
        texts = List.copyOf(texts);
    }

    /**
     * A translation by somebody else.
     *
     * @param script laid out like every script, with as many sentences as the original, or with each in a line
     * @param title null for that of the script, or one made of its first words
     * @param texts one for each text of the request
     */
    public record Given(String script, @Nullable String title, List<String> texts) {

        public Given {
            texts = List.copyOf(texts);
        }
    }
}

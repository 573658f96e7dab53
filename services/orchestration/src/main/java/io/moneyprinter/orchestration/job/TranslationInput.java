package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.content.GeneratedContent;
import java.util.List;

/**
 * What is translated by a language model, as it was when the translation was accepted.
 *
 * @param content as it is heard in the original, with the voices of the translation
 * @param texts of {@link CardTexts}
 * @param language BCP 47, into which it is translated
 */
public record TranslationInput(GeneratedContent content, List<String> texts, String language) {

    public TranslationInput {
        texts = List.copyOf(texts);
    }
}

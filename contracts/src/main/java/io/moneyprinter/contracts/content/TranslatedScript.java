package io.moneyprinter.contracts.content;

import java.util.List;

/**
 * A script in another language.
 *
 * @param texts what else is to be read in its film, in the order of the request
 */
public record TranslatedScript(GeneratedContent content, List<String> texts) {

    public TranslatedScript {
        texts = List.copyOf(texts);
    }
}

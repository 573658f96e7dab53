package io.moneyprinter.contracts.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts that somebody wants to be shown or spoken.
 *
 * @param language BCP 47, null when nobody said
 */
public record ModerationRequest(@Nullable String language, List<FieldText> texts) {

    public ModerationRequest {
        texts = List.copyOf(texts);
    }

    /** @param pointer JSON pointer of its field */
    public record FieldText(String pointer, String text) {}
}

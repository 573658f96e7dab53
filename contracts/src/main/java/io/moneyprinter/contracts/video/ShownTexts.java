package io.moneyprinter.contracts.video;

import java.util.List;

/** Texts that are to be drawn into a film. */
public record ShownTexts(List<String> texts) {

    public ShownTexts {
        texts = List.copyOf(texts);
    }
}

package io.moneyprinter.content.prompt;

import io.moneyprinter.content.llm.LanguageModels;

/** Opens to other packages' tests what Spring makes. */
public final class Dialogues {

    private Dialogues() {}

    public static Dialogue with(LanguageModels models) {
        return new Dialogue(models);
    }
}

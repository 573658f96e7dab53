package io.moneyprinter.tts.lexicon;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.tts.normalization.Lexicon;

/** The lexicons of all users. */
@FunctionalInterface
public interface Lexicons {

    /** Empty for a user who has none. */
    Lexicon of(UserId userId);
}

package io.moneyprinter.content.enhance;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.language.Readability;
import java.util.List;

/**
 * What came of a script.
 *
 * @param by {@code model}, {@code extract} (its own sentences) or {@code rules} (nothing was written)
 * @param flags sentences of the new script that should be looked up
 */
public record Enhanced(GeneratedContent content, String by, Measures before, Measures after, List<Flag> flags) {

    public Enhanced {
        flags = List.copyOf(flags);
    }

    /**
     * What is measured of a script.
     *
     * @param seconds of the narration, with its pauses
     */
    public record Measures(int seconds, Readability readability) {}

    /**
     * A sentence that states something.
     *
     * @param section its section, from 0
     * @param sentence its place in the section, from 0
     */
    public record Flag(int section, int sentence, String text, List<Facts.Kind> kinds) {

        public Flag {
            kinds = List.copyOf(kinds);
        }
    }
}

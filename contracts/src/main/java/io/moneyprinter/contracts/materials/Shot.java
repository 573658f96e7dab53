package io.moneyprinter.contracts.materials;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown while a sentence is spoken.
 *
 * @param visuals one after another, sharing the time equally; at least one
 * @param provider who gave it: {@code own}, {@code pexels}, {@code designed}
 * @param attribution credit that the licence asks for, null when none
 */
public record Shot(
        List<Visual> visuals, String provider, @Nullable String attribution) {

    public Shot {
        visuals = List.copyOf(visuals);
        if (visuals.isEmpty()) {
            throw new IllegalArgumentException("visuals: none (expected: at least one)");
        }
    }

    /** Whether a picture of it is drawn by us: with words of the sentence, in pixels of the canvas. */
    public boolean drawn() {
        return visuals.stream().anyMatch(Visual.Composition.class::isInstance);
    }
}

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
}

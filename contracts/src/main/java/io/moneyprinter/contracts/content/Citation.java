package io.moneyprinter.contracts.content;

import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A text that a script was made of.
 *
 * @param url where it was found, null for what was sent or uploaded
 * @param site who published it, null when that is unknown
 * @param published null when that is unknown
 */
public record Citation(
        String title,
        @Nullable String url,
        @Nullable String site,
        @Nullable LocalDate published) {

    /** Such as {@code How bees dance (Example News, 2026-11-20): https://example.org/bees}. */
    public String line() {
        var known = new ArrayList<String>();
        if (site != null) {
            known.add(site);
        }
        if (published != null) {
            known.add(published.toString());
        }
        return title
                + (known.isEmpty() ? "" : " (%s)".formatted(String.join(", ", known)))
                + (url == null ? "" : ": " + url);
    }
}

package io.moneyprinter.contracts.content;

import java.time.LocalDate;
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
        @Nullable LocalDate published) {}

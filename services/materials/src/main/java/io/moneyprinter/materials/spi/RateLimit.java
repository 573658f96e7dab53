package io.moneyprinter.materials.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a provider may still be asked, as it said itself.
 *
 * @param limit requests in all; null when it does not say
 * @param resetsAt when all of them may be made again; null when it does not say
 */
public record RateLimit(
        @Nullable Integer limit, int remaining, @Nullable Instant resetsAt) {}

package io.moneyprinter.materials.provider.http;

import io.moneyprinter.materials.spi.RateLimit;
import io.moneyprinter.service.fetch.Fetcher;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What {@code X-RateLimit-…} headers say. */
public final class RateHeaders {

    private RateHeaders() {}

    /** Null without the number of remaining requests. */
    public static @Nullable RateLimit read(Fetcher.Answer answer, @Nullable Instant resetsAt) {
        return of(number(answer.header("x-ratelimit-remaining")), number(answer.header("x-ratelimit-limit")), resetsAt);
    }

    /** Null without the number of remaining requests. */
    public static @Nullable RateLimit of(@Nullable Long remaining, @Nullable Long limit, @Nullable Instant resetsAt) {
        return remaining == null
                ? null
                : new RateLimit(limit == null ? null : clamped(limit), clamped(remaining), resetsAt);
    }

    /** What the header about the reset says; null without one. */
    public static @Nullable Long reset(Fetcher.Answer answer) {
        return number(answer.header("x-ratelimit-reset"));
    }

    /** At most nine digits, or ten for seconds since 1970; null for everything else. */
    public static @Nullable Long number(@Nullable String text) {
        return text == null || !text.strip().matches("\\d{1,10}") ? null : Long.valueOf(text.strip());
    }

    private static int clamped(long number) {
        return (int) Math.min(Integer.MAX_VALUE, number);
    }
}

package io.moneyprinter.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What outside services send as {@code Retry-After} (RFC 9110, 10.2.3). */
public final class RetryAfter {

    private RetryAfter() {}

    /**
     * Seconds or a date; nonsense is as good as nothing.
     *
     * @param longest what a longer wait is taken for
     */
    public static @Nullable Duration of(@Nullable String header, Duration longest) {
        if (header == null) {
            return null;
        }
        try {
            var wait = header.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(
                            Instant.now(), ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(longest) > 0 ? longest : wait;
        } catch (DateTimeParseException nonsense) {
            return null;
        }
    }
}

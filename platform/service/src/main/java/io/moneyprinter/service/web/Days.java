package io.moneyprinter.service.web;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Days that a caller asks about, both included. */
public record Days(LocalDate first, LocalDate last) {

    private static final int LONGEST = 366;

    /**
     * Of the parameters {@code from} and {@code to}; without any it is the month so far.
     *
     * @throws CodedException {@code FIELD_INVALID} where they are no days, or too many
     */
    public static Days parse(@Nullable String from, @Nullable String to, LocalDate today) {
        var last = to == null ? today : day(to, "/to");
        var first = from == null ? last.withDayOfMonth(1) : day(from, "/from");
        if (first.isAfter(last) || first.plusDays(LONGEST).isBefore(last)) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/from",
                    "%s (expected: at most %d days up to %s)".formatted(first, LONGEST, last));
        }
        return new Days(first, last);
    }

    private static LocalDate day(String text, String pointer) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw CodedException.ofField(
                CommonErrorCode.FIELD_INVALID, pointer, "not a day (expected: such as 2026-01-31)");
    }
}

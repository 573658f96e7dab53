package io.moneyprinter.tts.usage;

import io.moneyprinter.contracts.tts.SpeechUsage;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.identity.Caller;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller has had spoken. */
@RestController
class UsageController {

    private static final int LONGEST_DAYS = 366;

    private final JdbcLedger ledger;

    UsageController(JdbcLedger ledger) {
        this.ledger = ledger;
    }

    /** Both days are included, in UTC; without any it is the month so far. */
    @GetMapping("/api/v1/tts/usage")
    SpeechUsage usage(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var last = to == null ? ledger.today() : day(to, "/to");
        var first = from == null ? last.withDayOfMonth(1) : day(from, "/from");
        if (first.isAfter(last) || first.plusDays(LONGEST_DAYS).isBefore(last)) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/from",
                    "%s (expected: at most %d days up to %s)".formatted(first, LONGEST_DAYS, last));
        }
        return ledger.usage(caller.userId(), first, last);
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

package io.moneyprinter.content.journal;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The last entry of a page, after which the next one goes on. */
record Position(Instant askedAt, String exchangeId) {

    /** @throws CodedException {@code FIELD_INVALID} */
    static Position parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = text.split("\\|", -1);
            if (parts.length == 2) {
                return new Position(Instant.parse(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // Said below.
        }
        throw CodedException.ofField(
                CommonErrorCode.FIELD_INVALID, "/cursor", "not a cursor (expected: next_cursor of an earlier page)");
    }

    String toCursor() {
        var text = askedAt + "|" + exchangeId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package io.moneyprinter.service.idempotency;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import org.jspecify.annotations.Nullable;

/** What a client calls one wish of his, so that it is fulfilled once however often it is sent. */
public record IdempotencyKey(String value) {

    /** The header of an answer that was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final int LONGEST = 255;

    /** Null when there is none. */
    public static @Nullable IdempotencyKey ofHeader(@Nullable String header) {
        return header == null ? null : parse(header);
    }

    /** With or without the quotes that the header's definition asks for. */
    public static IdempotencyKey parse(String header) {
        var text = header.strip();
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1);
        }
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new CodedException(
                    CommonErrorCode.IDEMPOTENCY_KEY_INVALID,
                    "Idempotency-Key: %d characters (expected: 1 to %d)".formatted(text.length(), LONGEST));
        }
        return new IdempotencyKey(text);
    }
}

package io.moneyprinter.materials.provider.http;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one provider fails, in words for the person who asked.
 *
 * @param name what people call the provider
 * @param keyProperty where its keys are configured
 */
public record Failures(String name, String keyProperty) {

    CodedException keyRefused(int status) {
        return new CodedException(
                MaterialsErrorCode.STOCK_KEY_REFUSED,
                "%s does not accept the key (status %d): check %s".formatted(name, status, keyProperty));
    }

    /** @param retryAfter null when it does not say when it wants to be asked again */
    public CodedException throttled(@Nullable Duration retryAfter) {
        return new CodedException(
                MaterialsErrorCode.STOCK_THROTTLED,
                "%s wants to be asked less often".formatted(name),
                List.of(),
                retryAfter,
                null);
    }

    CodedException unavailable(int status, String detail, @Nullable Duration retryAfter) {
        return new CodedException(
                MaterialsErrorCode.STOCK_UNAVAILABLE,
                "%s answers with status %d%s".formatted(name, status, said(detail)),
                List.of(),
                retryAfter,
                null);
    }

    public CodedException unavailable(String reason, @Nullable Throwable cause) {
        return new CodedException(
                MaterialsErrorCode.STOCK_UNAVAILABLE, "%s cannot be asked: %s".formatted(name, reason), cause);
    }

    public CodedException unusable(String reason, @Nullable Throwable cause) {
        return new CodedException(
                MaterialsErrorCode.STOCK_UNAVAILABLE,
                "the answer of %s cannot be used: %s".formatted(name, reason),
                cause);
    }

    private static String said(String detail) {
        return detail.isEmpty() ? "" : ": " + detail;
    }
}

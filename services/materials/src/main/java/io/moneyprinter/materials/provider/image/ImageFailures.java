package io.moneyprinter.materials.provider.image;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.RefusalDetail;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one provider of pictures fails, in words for the person who asked.
 *
 * @param name what people call the provider
 * @param setting where it is set up: its key, or its address where it has none
 * @param key never told on, though the provider may repeat it
 */
public record ImageFailures(String name, String setting, ApiKey key) {

    /** Why a provider made no picture. */
    public enum Refusal {
        KEY,
        QUOTA,
        THROTTLED,
        /** What was asked for. */
        PROMPT,
        UNAVAILABLE;

        /** What a status means when the body does not say more. */
        public static Refusal of(int status) {
            return switch (status) {
                case 401, 403 -> KEY;
                case 402 -> QUOTA;
                case 429 -> THROTTLED;
                case 400, 413, 422 -> PROMPT;
                default -> UNAVAILABLE;
            };
        }
    }

    /** @param detail what the provider said, empty when it said nothing */
    public CodedException refused(Refusal refusal, Answer answer, String detail) {
        return switch (refusal) {
            case KEY ->
                failure(
                        MaterialsErrorCode.IMAGE_KEY_REFUSED,
                        "%s does not accept the key (status %d)%s: check %s"
                                .formatted(name, answer.status(), said(detail), setting));
            case QUOTA ->
                failure(
                        MaterialsErrorCode.IMAGE_QUOTA_SPENT,
                        "the account at %s has no credit left%s".formatted(name, said(detail)),
                        answer.retryAfter());
            case THROTTLED ->
                failure(
                        MaterialsErrorCode.IMAGE_THROTTLED,
                        "%s wants to be asked less often%s".formatted(name, said(detail)),
                        answer.retryAfter());
            case PROMPT -> promptRefused(answer.status(), detail);
            case UNAVAILABLE ->
                failure(
                        MaterialsErrorCode.IMAGE_UNAVAILABLE,
                        "%s answers with status %d%s".formatted(name, answer.status(), said(detail)),
                        answer.retryAfter());
        };
    }

    public CodedException promptRefused(int status, String detail) {
        return failure(
                MaterialsErrorCode.IMAGE_REFUSED,
                "%s does not make this picture (status %d)%s".formatted(name, status, said(detail)));
    }

    public CodedException unavailable(String reason, @Nullable Throwable cause) {
        return new CodedException(
                MaterialsErrorCode.IMAGE_UNAVAILABLE, "%s cannot be asked: %s".formatted(name, told(reason)), cause);
    }

    public CodedException unusable(String reason, @Nullable Throwable cause) {
        return new CodedException(
                MaterialsErrorCode.IMAGE_UNAVAILABLE,
                "the answer of %s cannot be used: %s".formatted(name, told(reason)),
                cause);
    }

    public CodedException cancelled(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", cause);
    }

    private static CodedException failure(MaterialsErrorCode code, String message) {
        return new CodedException(code, message);
    }

    private static CodedException failure(MaterialsErrorCode code, String message, @Nullable Duration retryAfter) {
        return new CodedException(code, message, List.of(), retryAfter, null);
    }

    private String said(String detail) {
        return detail.isBlank() ? "" : ": " + told(detail);
    }

    private String told(String detail) {
        return RefusalDetail.line(detail, key.value());
    }
}

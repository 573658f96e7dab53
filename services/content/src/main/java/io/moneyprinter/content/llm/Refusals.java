package io.moneyprinter.content.llm;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.service.provider.RefusalDetail;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How one provider fails, in words for the person who asked. */
record Refusals(ProviderSettings settings) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is said of accounts without credit, under various statuses; in lower case. */
    private static final List<String> SPENT = List.of(
            "insufficient_quota", "exceeded_current_quota", "insufficient balance", "credit balance is too low");

    /** Google says of a wrong key that the request is wrong; in lower case. */
    private static final List<String> WRONG_KEY = List.of("api_key_invalid", "api key not valid", "invalid_api_key");

    /** What is said of texts that are not answered, under various statuses; in lower case. */
    private static final List<String> DECLINED =
            List.of("content_filter", "content_policy_violation", "data_inspection_failed");

    /** @param failed whatever came of a call, with the reason somewhere among its causes */
    CodedException of(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CodedException coded -> {
                    return coded;
                }
                case Exchange.Refused refused -> {
                    return refusal(refused);
                }
                case ContentFilteredException _ -> {
                    return declined(cause);
                }
                case UnresolvedModelServerException _ -> {
                    return unavailable(Exchange.NO_CONNECTION, cause);
                }
                case InterruptedException _ -> {
                    return new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", cause);
                }
                case Exchange.Broken broken -> {
                    return unavailable(broken.told(), broken);
                }
                default -> {
                    // The reason lies deeper.
                }
            }
        }
        return unavailable("it sent something that is no answer", failed);
    }

    CodedException declined(@Nullable Throwable cause) {
        return new CodedException(
                ContentErrorCode.LLM_REFUSED, "the model of %s declined to write about this".formatted(who()), cause);
    }

    CodedException empty() {
        return unavailable("its answer is empty", null);
    }

    /** Nothing but thoughts. */
    CodedException cut() {
        return unavailable("its answer was cut before its first word; raise " + settings.limitProperty(), null);
    }

    CodedException brokenOff() {
        return unavailable("its answer broke off", null);
    }

    private CodedException unavailable(String reason, @Nullable Throwable cause) {
        return new CodedException(
                ContentErrorCode.LLM_UNAVAILABLE, "%s gave no answer: %s".formatted(who(), reason), cause);
    }

    private CodedException refusal(Exchange.Refused refused) {
        var status = refused.statusCode();
        var body = String.valueOf(refused.getMessage());
        var said = body.toLowerCase(Locale.ROOT);
        if (status == 402 || mentions(said, SPENT)) {
            return failure(
                    ContentErrorCode.LLM_QUOTA_SPENT,
                    "the account at %s has no credit left%s".formatted(who(), told(body)),
                    refused);
        }
        if (mentions(said, DECLINED)) {
            return declined(refused);
        }
        if (status == 401 || status == 403 || mentions(said, WRONG_KEY)) {
            return failure(
                    ContentErrorCode.LLM_UNAUTHORISED,
                    "%s refused the key (status %d): check %s".formatted(who(), status, settings.keyProperty()),
                    refused);
        }
        return switch (status) {
            case 404 ->
                failure(
                        ContentErrorCode.LLM_MODEL_UNKNOWN,
                        "%s does not know the model '%s': check %s.model and .base-url"
                                .formatted(who(), settings.model(), settings.property()),
                        refused);
            case 400, 405, 413, 415, 422 ->
                failure(
                        ContentErrorCode.LLM_REQUEST_REJECTED,
                        "%s refused the request (status %d)%s".formatted(who(), status, told(body)),
                        refused);
            case 429 ->
                failure(
                        ContentErrorCode.LLM_THROTTLED,
                        "%s is asked too often%s".formatted(who(), told(body)),
                        refused);
            default ->
                failure(
                        ContentErrorCode.LLM_UNAVAILABLE,
                        "%s failed (status %d)%s".formatted(who(), status, told(body)),
                        refused);
        };
    }

    private static boolean mentions(String said, List<String> words) {
        return words.stream().anyMatch(said::contains);
    }

    /** The key is not among it: the exchange has seen to that. */
    private static String told(String body) {
        try {
            var detail = RefusalDetail.line(RefusalDetail.of(JSON.readTree(body)), "");
            return detail.isEmpty() ? "" : ": " + detail;
        } catch (JacksonException noJson) {
            return "";
        }
    }

    /** Only throttled and broken servers say when they want to be asked again, and others are not asked for it. */
    private static CodedException failure(ErrorCode code, String message, Exchange.Refused refused) {
        return new CodedException(
                code, message, List.of(), code.kind().retryable() ? refused.retryAfter() : null, refused);
    }

    private String who() {
        return "%s (%s)".formatted(settings.name(), settings.server());
    }
}

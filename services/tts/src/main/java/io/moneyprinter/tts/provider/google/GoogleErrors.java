package io.moneyprinter.tts.provider.google;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.tts.provider.http.Failures;
import io.moneyprinter.tts.provider.http.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How the services of Google fail: a status, a sentence, and details that say what is meant. */
public final class GoogleErrors {

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,9})?)s");

    private GoogleErrors() {}

    /** @param body of the answer, missing when it is no JSON */
    public static CodedException refusal(Failures failures, Answer answer, JsonNode body) {
        var error = body.path("error");
        return failures.refused(
                refusal(answer, error),
                waiting(answer, error),
                error.path("message").asString(""));
    }

    private static Refusal refusal(Answer answer, JsonNode error) {
        for (var detail : error.path("details")) {
            switch (detail.path("reason").asString("")) {
                // A bad key has the status of a bad request.
                case "API_KEY_INVALID", "API_KEY_SERVICE_BLOCKED", "SERVICE_DISABLED" -> {
                    return Refusal.KEY;
                }
                case "BILLING_DISABLED" -> {
                    return Refusal.QUOTA;
                }
                default -> {}
            }
            for (var violation : detail.path("violations")) {
                if (violation.path("quotaId").asString("").contains("PerDay")) {
                    return Refusal.QUOTA;
                }
            }
        }
        return Refusal.of(answer.status());
    }

    /** The wait is in the body, where the header does not have it. */
    private static Answer waiting(Answer answer, JsonNode error) {
        if (answer.retryAfter() == null) {
            for (var detail : error.path("details")) {
                var seconds = SECONDS.matcher(detail.path("retryDelay").asString(""));
                if (seconds.matches()) {
                    return answer.withRetryAfter(Duration.ofNanos(
                            new BigDecimal(seconds.group(1)).movePointRight(9).longValue()));
                }
            }
        }
        return answer;
    }
}

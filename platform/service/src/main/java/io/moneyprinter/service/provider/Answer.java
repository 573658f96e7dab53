package io.moneyprinter.service.provider;

import io.moneyprinter.problem.CodedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answered, of whatever status.
 *
 * @param contentType in lower case, empty when it was not said
 * @param retryAfter how long it wants to be left alone, when it said so
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are handed on, never compared.
public record Answer(
        int status, String contentType, @Nullable Duration retryAfter, byte[] body) {

    public boolean isSuccess() {
        return status == 200;
    }

    /** This answer, unless the provider refused. */
    public Answer orThrow(Function<Answer, CodedException> refusal) {
        if (!isSuccess()) {
            throw refusal.apply(this);
        }
        return this;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The same, where the body says what the headers left out. */
    public Answer withRetryAfter(Duration duration) {
        return new Answer(status, contentType, duration, body);
    }
}

package io.moneyprinter.contracts.content;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a language model was asked, once, and what it said. Keys are never in it.
 *
 * @param work what it was asked for: the {@code Idempotency-Key} of the request, or else its {@code X-Request-Id}; for a
 *     video its id, a slash and the piece of it; null when nobody named it
 * @param purpose of the answer, such as {@code script}
 * @param question the conversation as it was sent
 * @param answer as far as it came, null when nothing did
 * @param truncated whether question or answer were too long to be kept whole
 * @param estimatedCost US dollars, by the configured prices; 0 where none are, or where the provider did not tell
 * @param code why there is no answer, such as {@code LLM_THROTTLED}; null when there is one
 * @param reason the same for people
 * @param faults why the answer was asked for once more, or not taken; empty when it was fine
 * @param seconds until the answer was whole, or the call had failed
 */
public record ModelExchange(
        String exchangeId,
        @Nullable String work,
        String purpose,
        String provider,
        String model,
        List<Turn> question,
        @Nullable String answer,
        boolean truncated,
        long inputTokens,
        long outputTokens,
        BigDecimal estimatedCost,
        @Nullable String code,
        @Nullable String reason,
        List<String> faults,
        Instant askedAt,
        double seconds) {

    public ModelExchange {
        question = List.copyOf(question);
        faults = List.copyOf(faults);
    }

    /** @param speaker {@code system}, {@code user} or {@code model} */
    public record Turn(String speaker, String text) {}
}

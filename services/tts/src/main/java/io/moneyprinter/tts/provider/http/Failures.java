package io.moneyprinter.tts.provider.http;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.RefusalDetail;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpeechSynthesizer.Capability;
import io.moneyprinter.tts.spi.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one provider fails, in words for the person who asked.
 *
 * @param name what people call the provider
 * @param keyProperty where its key is configured
 * @param key never told on, though the provider may repeat it
 */
public record Failures(String name, String keyProperty, ApiKey key) {

    /** @param detail what the provider said, empty when it said nothing */
    public CodedException refused(Refusal refusal, Answer answer, String detail) {
        return switch (refusal) {
            case KEY ->
                failure(
                        TtsErrorCode.VOICE_KEY_REFUSED,
                        "%s does not accept the key (status %d): check %s."
                                .formatted(name, answer.status(), keyProperty));
            case QUOTA ->
                new CodedException(
                        TtsErrorCode.VOICE_QUOTA_SPENT,
                        "The account at %s has no credit left%s.".formatted(name, said(detail)),
                        List.of(),
                        answer.retryAfter(),
                        null);
            case THROTTLED -> throttled(answer.retryAfter(), detail);
            case TEXT ->
                failure(
                        TtsErrorCode.VOICE_TEXT_REFUSED,
                        "%s refuses to say this (status %d)%s.".formatted(name, answer.status(), said(detail)));
            case UNAVAILABLE ->
                new CodedException(
                        TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE,
                        "%s cannot speak now: it answered with status %d%s."
                                .formatted(name, answer.status(), said(detail)),
                        List.of(),
                        answer.retryAfter(),
                        null);
        };
    }

    /** The same where a voice was to be made, which the provider may refuse for other reasons than a text. */
    public CodedException notCloned(Refusal refusal, Answer answer, String detail) {
        return refusal == Refusal.TEXT
                ? failure(
                        TtsErrorCode.VOICE_CLONING_REFUSED,
                        "%s refuses to clone this voice (status %d)%s.".formatted(name, answer.status(), said(detail)))
                : refused(refusal, answer, detail);
    }

    public CodedException throttled(@Nullable Duration retryAfter, String detail) {
        return new CodedException(
                TtsErrorCode.VOICE_PROVIDER_THROTTLED,
                "%s refuses more work for now%s.".formatted(name, said(detail)),
                List.of(),
                retryAfter,
                null);
    }

    public CodedException textRefused(String reason) {
        return failure(TtsErrorCode.VOICE_TEXT_REFUSED, "%s refuses to say this: %s.".formatted(name, told(reason)));
    }

    public CodedException unavailable(String reason, @Nullable Throwable cause) {
        return new CodedException(
                TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, "%s cannot speak now: %s.".formatted(name, reason), cause);
    }

    public CodedException unusable(String reason, @Nullable Throwable cause) {
        return new CodedException(
                TtsErrorCode.VOICE_ANSWER_UNUSABLE,
                "The answer of %s cannot be used: %s.".formatted(name, reason),
                cause);
    }

    public CodedException silent(String voice) {
        return failure(
                TtsErrorCode.VOICE_PROVIDER_SILENT,
                "%s sent no sound for the voice %s; it may not exist any more, or not read this text."
                        .formatted(name, voice));
    }

    public CodedException cancelled(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", cause);
    }

    /** Refuses what the provider would leave out without a word. */
    public void check(Utterance utterance, Set<Capability> capabilities) {
        if (utterance.rate() != 1 && !capabilities.contains(Capability.RATE)) {
            throw unsupported("rate", utterance.rate(), "1, it has no other speaking rate");
        }
        if (utterance.pitch() != 0 && !capabilities.contains(Capability.PITCH)) {
            throw unsupported("pitch", utterance.pitch(), "0, the voice does not change its pitch");
        }
    }

    public CodedException unsupported(String setting, double found, String expected) {
        return CodedException.ofField(
                TtsErrorCode.VOICE_SETTING_UNSUPPORTED,
                "/voice_settings/" + setting,
                "%s of %s: %s (expected: %s)".formatted(setting, name, found, expected));
    }

    private static CodedException failure(TtsErrorCode code, String message) {
        return new CodedException(code, message);
    }

    private String said(String detail) {
        return detail.isBlank() ? "" : ": " + told(detail);
    }

    private String told(String detail) {
        return RefusalDetail.line(detail, key.value());
    }
}

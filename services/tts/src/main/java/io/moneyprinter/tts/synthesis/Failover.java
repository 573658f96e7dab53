package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceFailure;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.health.Meters;
import io.moneyprinter.tts.lexicon.Lexicons;
import io.moneyprinter.tts.normalization.Lexicon;
import io.moneyprinter.tts.voice.Fallbacks;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has a sentence spoken by the voice that should, or else by the next one that can. */
@Component
class Failover {

    private static final Logger log = LoggerFactory.getLogger(Failover.class);

    /** A provider that is asked at the very moment it named may say no once more. */
    private static final Duration MARGIN = Duration.ofMillis(20);

    private final Narration narration;
    private final Fallbacks fallbacks;
    private final FailoverProperties properties;
    private final Meters meters;
    private final Pauses pauses;
    private final Lexicons lexicons;

    Failover(
            Narration narration,
            Fallbacks fallbacks,
            FailoverProperties properties,
            Meters meters,
            Pauses pauses,
            Lexicons lexicons) {
        this.narration = narration;
        this.fallbacks = fallbacks;
        this.properties = properties;
        this.meters = meters;
        this.pauses = pauses;
        this.lexicons = lexicons;
    }

    Speech speak(SpeechRequest request) {
        var failed = new LinkedHashMap<Voice, CodedException>();
        var lexicon = lexicons.of(request.userId());
        var speech = firstOf(request, lexicon, failed);
        var back = soonest(failed);
        if (speech == null && back != null && back.compareTo(properties.patience()) <= 0) {
            pause(back);
            failed.clear();
            speech = firstOf(request, lexicon, failed);
        }
        if (speech == null) {
            throw failure(failed);
        }
        return speech;
    }

    /** Null when nobody can. */
    private @Nullable Speech firstOf(SpeechRequest request, Lexicon lexicon, Map<Voice, CodedException> failed) {
        var words = request.withText(Narration.sentence(request.text()).plain());
        for (var voice : (Iterable<Voice>) fallbacks.of(words)::iterator) {
            var narrates = request.narrator() != null && failed.isEmpty();
            try {
                var speech = persistently(request, lexicon, voice, narrates ? properties.patience() : Duration.ZERO);
                return failed.isEmpty() ? speech : told(speech, failed, lost(request, voice));
            } catch (CodedException e) {
                if (e.code() == CommonErrorCode.CANCELLED) {
                    throw e;
                }
                failed.put(voice, e);
            }
        }
        return null;
    }

    /** @param patience how long to wait, in all, when the provider says when it wants to be asked again */
    private Speech persistently(SpeechRequest request, Lexicon lexicon, Voice voice, Duration patience) {
        var left = patience;
        for (var attempt = 1; ; attempt++) {
            try {
                return narration.speak(request, voice, lexicon);
            } catch (CodedException e) {
                var asked = asked(e);
                var enough = asked == null ? attempt >= properties.attempts() : asked.compareTo(left) > 0;
                if (enough || !e.code().kind().retryable()) {
                    throw e;
                }
                left = asked == null ? left : left.minus(asked);
                pause(asked == null ? properties.pause() : asked);
            }
        }
    }

    /** What is not as it was asked for; empty when all is. */
    private String lost(SpeechRequest request, Voice voice) {
        var settings = request.voiceSettings();
        var style = settings.style();
        if (style == null) {
            return "";
        }
        if (!fallbacks.canSpeak(voice, style)) {
            return " (%s of %s cannot be asked for the style '%s')".formatted(voice.id(), voice.provider(), style);
        }
        return settings.styleDegree() == null || fallbacks.takesDegrees(voice)
                ? ""
                : " (%s of %s cannot be asked how strong the style '%s' is to be)"
                        .formatted(voice.id(), voice.provider(), style);
    }

    /** @param lost is told with every reason */
    private Speech told(Speech speech, Map<Voice, CodedException> failed, String lost) {
        var failures = failed.entrySet().stream()
                .map(entry -> new VoiceFailure(
                        entry.getKey().provider(),
                        entry.getKey().id(),
                        entry.getValue().code().name(),
                        reason(entry.getValue()) + lost))
                .toList();
        for (var failure : failures) {
            log.warn(
                    "{} of {} speaks instead of {} of {}: {} {}",
                    speech.voice(),
                    speech.provider(),
                    failure.voice(),
                    failure.provider(),
                    failure.code(),
                    failure.reason());
            meters.fellBack(failure.provider(), speech.provider(), failure.code());
        }
        return speech.after(failures);
    }

    private static CodedException failure(Map<Voice, CodedException> failed) {
        var failures = List.copyOf(failed.values());
        var first = failures.getFirst();
        if (failures.size() == 1
                || failures.stream().allMatch(failure -> failure.code().kind() == ErrorKind.INVALID)) {
            return first;
        }
        return new CodedException(
                TtsErrorCode.VOICE_PROVIDERS_FAILED,
                failed.entrySet().stream()
                        .map(entry -> "%s: %s, %s"
                                .formatted(
                                        entry.getKey().provider(),
                                        entry.getValue().code().name(),
                                        reason(entry.getValue())))
                        .collect(Collectors.joining("; ", "No voice provider could speak. ", "")),
                List.of(),
                soonest(failed),
                first);
    }

    /** When somebody can be asked again; null when nobody said so. */
    private static @Nullable Duration soonest(Map<Voice, CodedException> failed) {
        return failed.values().stream()
                .map(Failover::asked)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Duration asked(CodedException failure) {
        var asked = failure.retryAfter();
        return asked == null || !asked.isPositive() ? null : asked.plus(MARGIN);
    }

    private static String reason(CodedException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.code().meaning());
    }

    private void pause(Duration duration) {
        try {
            pauses.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
        }
    }
}

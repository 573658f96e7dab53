package io.moneyprinter.tts.cloning;

import io.moneyprinter.contracts.tts.ClonedVoice.State;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.VoiceCloning;
import io.moneyprinter.tts.spi.VoiceCloning.Made;
import io.moneyprinter.tts.voice.Voices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings what is at the providers to what it should be: finds voices whose making was interrupted, deletes others. */
@Component
class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    /** Later a provider that was asked has made the voice, or will not. */
    private static final Duration SETTLED = VoiceCloning.LONGEST.plusMinutes(1);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 8;

    private final JdbcClones rows;
    private final Voices voices;
    private final Clock clock;

    Settlement(JdbcClones rows, Voices voices, Clock clock) {
        this.rows = rows;
        this.voices = voices;
        this.clock = clock;
    }

    /** Whatever is due, by any process: settling the same voice twice does no harm. */
    void settle() {
        var now = clock.instant();
        for (var voice : rows.unsettled(now.minus(SETTLED), now)) {
            if (voice.state() == State.DELETING) {
                remove(voice);
            } else {
                adopt(voice);
            }
        }
    }

    /** A voice that was made and of which nobody took note is its owner's. */
    private void adopt(StoredClone voice) {
        with(voice, cloning -> {
            var found = cloning.find(voice.id());
            if (found == null) {
                log.warn("{} has no {}, which was being made", voice.provider(), voice.id());
                rows.failed(
                        voice.id(),
                        TtsErrorCode.VOICE_CLONING_LOST.name(),
                        "The making of the voice was interrupted, and %s has none.".formatted(voice.provider()));
            } else {
                log.warn("{} has made {}, of which nobody took note", voice.provider(), voice.id());
                rows.made(voice.id(), new Made(found, false));
            }
            return true;
        });
    }

    /** Whether the voice is gone; if not, it is tried again later. */
    boolean remove(StoredClone voice) {
        return with(voice, cloning -> {
            var known = voice.providerVoice() == null ? cloning.find(voice.id()) : voice.providerVoice();
            if (known != null) {
                cloning.delete(known);
            } else if (isBeingMade(voice)) {
                return false;
            }
            rows.deleted(voice.id());
            log.info("{} of {} is deleted", voice.id(), voice.provider());
            return true;
        });
    }

    /** The provider may be about to make what it does not list yet. */
    private boolean isBeingMade(StoredClone voice) {
        return voice.askedAt().isAfter(clock.instant().minus(SETTLED));
    }

    /** What is done at a provider, and whether it is done. */
    private interface Work {
        boolean with(VoiceCloning cloning);
    }

    private boolean with(StoredClone voice, Work work) {
        var cloning = voices.synthesizers().stream()
                .filter(one -> one.provider().equals(voice.provider()))
                .map(SpeechSynthesizer::cloning)
                .flatMap(Optional::stream)
                .findFirst();
        if (cloning.isEmpty()) {
            log.warn("{} is switched off and {} waits for it", voice.provider(), voice.id());
            return later(voice);
        }
        try {
            return work.with(cloning.get()) || later(voice);
        } catch (CodedException e) {
            log.warn("{} is not settled: {}", voice.id(), e.getMessage());
            return later(voice);
        }
    }

    private boolean later(StoredClone voice) {
        rows.postpone(voice.id(), next(voice));
        return false;
    }

    private Instant next(StoredClone voice) {
        return clock.instant().plus(PAUSE.multipliedBy(1L << Math.min(MOST_DOUBLINGS, voice.attempts())));
    }
}

package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.tts.Narrator;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.orchestration.OrchestrationProperties;
import io.moneyprinter.orchestration.job.Casting;
import io.moneyprinter.orchestration.job.Castings;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Ledger;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.Unit;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.job.Units;
import io.moneyprinter.orchestration.progress.Weights;
import io.moneyprinter.orchestration.step.UnitWork.Done;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps one voice per video. Who speaks first speaks all of it; who takes over because a provider failed speaks all of
 * it again, unless voices may be mixed. Who speaks is recorded with the sentence that decided it.
 */
@Component
class Narrators {

    private static final Logger log = LoggerFactory.getLogger(Narrators.class);
    private static final int LONGEST_REASON = 400;

    private final SpeechSynthesis speech;
    private final Castings castings;
    private final Units units;
    private final Results results;
    private final Ledger ledger;
    private final int changes;

    Narrators(
            SpeechSynthesis speech,
            Castings castings,
            Units units,
            Results results,
            Ledger ledger,
            OrchestrationProperties properties) {
        this.speech = speech;
        this.castings = castings;
        this.units = units;
        this.results = results;
        this.ledger = ledger;
        this.changes = properties.voiceChanges();
    }

    /** Has a sentence spoken, by the narrator if there is one. */
    Done spoken(Job job, UnitKey key, GeneratedContent content) {
        var sentence = content.sentences().get(key.index());
        var settings = job.voice(sentence);
        var wanted = Casting.wanted(settings);
        var cast = castings.of(job.videoId(), wanted);
        var mixed = Boolean.TRUE.equals(settings.allowMixedVoices());
        var settled = !mixed && cast.size() > changes;
        var generation = cast.isEmpty() ? 0 : cast.getLast().generation();
        var spoken = speech.synthesize(new SpeechRequest(
                job.userId(),
                sentence.script(),
                content.language(),
                settled ? settings.withoutFallbacks() : settings,
                generation == 0 ? key.toString() : key + "/" + generation,
                cast.isEmpty() ? null : narrator(cast)));
        return new Done(spoken, spoken.provider(), asWritten(spoken), new Spoken(wanted, generation, mixed));
    }

    private static @Nullable String asWritten(Speech said) {
        return said.unpronounced().isEmpty()
                ? null
                : "spoken as written, since %s of %s cannot say the sounds of the lexicon: %s"
                        .formatted(said.voice(), said.provider(), String.join(", ", said.unpronounced()));
    }

    private static Narrator narrator(List<Casting> cast) {
        var now = cast.getLast();
        return new Narrator(
                now.provider(),
                now.voice(),
                cast.stream()
                        .map(Casting::provider)
                        .filter(provider -> !provider.equals(now.provider()))
                        .distinct()
                        .toList());
    }

    /**
     * Decides, in the transaction that records a sentence, who speaks the video.
     *
     * @return the work with a note if there is something to say; empty when somebody else has taken over meanwhile, and
     *     the sentence is to be spoken again
     */
    Optional<Done> settle(Job job, UnitKey key, Done done) {
        var spoken = done.spoken();
        if (spoken == null || !(done.result() instanceof Speech said)) {
            return Optional.of(done);
        }
        castings.hold(job.videoId());
        if (units.find(key).filter(Unit::open).isEmpty()) {
            return Optional.of(done);
        }
        var cast = castings.of(job.videoId(), spoken.wanted());
        if (cast.isEmpty()) {
            var planned = said.failures().isEmpty();
            castings.add(job.videoId(), spoken.wanted(), said, planned ? null : reason(said));
            return Optional.of(planned ? done : done.noted(note(said, "the video")));
        }
        var now = cast.getLast();
        if (now.speaks(said) || (spoken.mixed() && said.failures().isEmpty())) {
            return Optional.of(done);
        }
        if (spoken.mixed()) {
            return Optional.of(done.noted(note(said, "some sentences")));
        }
        if (now.generation() != spoken.generation()) {
            return Optional.empty();
        }
        var next = castings.add(job.videoId(), spoken.wanted(), said, reason(said));
        repeatOthers(job, key, next);
        var note = note(said, "the whole video");
        log.warn("{}: {}", job.videoId(), note);
        return Optional.of(done.noted(note));
    }

    /** What was spoken in other voices leaves the film. */
    private void repeatOthers(Job job, UnitKey decided, Casting next) {
        var content = results.content(job.videoId());
        var index = 0;
        for (var sentence : content.sentences()) {
            var key = new UnitKey(job.videoId(), StepKind.SPEECH, index++);
            var before = results.find(key, Speech.class).orElse(null);
            if (before != null
                    && !key.equals(decided)
                    && !next.speaks(before)
                    && Casting.wanted(job.voice(sentence)).equals(next.wanted())) {
                units.repeat(key, next.generation(), Weights.speech(sentence.text()));
                results.remove(key);
                ledger.replace(key);
            }
        }
    }

    private static String note(Speech said, String what) {
        return "%s of %s speaks %s, since %s".formatted(said.voice(), said.provider(), what, reason(said));
    }

    private static String reason(Speech said) {
        var reason = said.failures().isEmpty()
                ? "the voice before is not there any more"
                : said.failures().stream()
                        .map(failure -> "%s of %s failed (%s: %s)"
                                .formatted(failure.voice(), failure.provider(), failure.code(), failure.reason()))
                        .collect(Collectors.joining("; "));
        // Words of providers are in it, and PostgreSQL takes no such character in a text.
        var text = reason.replace("\0", "");
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    /**
     * What has to be known of a spoken sentence to say who speaks the video.
     *
     * @param wanted as in {@link Casting}
     * @param generation of the casting it was spoken for; 0 when there was none
     * @param mixed whether other voices may speak single sentences
     */
    record Spoken(String wanted, int generation, boolean mixed) {}
}

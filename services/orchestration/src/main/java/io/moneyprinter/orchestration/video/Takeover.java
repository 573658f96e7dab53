package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.orchestration.edit.Revision;
import io.moneyprinter.orchestration.edit.Revision.Picture;
import io.moneyprinter.orchestration.job.Casting;
import io.moneyprinter.orchestration.job.Castings;
import io.moneyprinter.orchestration.job.Inputs;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.Stage;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.TranslationInput;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.job.Units;
import io.moneyprinter.orchestration.progress.Weights;
import io.moneyprinter.orchestration.step.Consequences;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a video the pieces that are there already, as finished, and those that are to be made. */
@Component
class Takeover {

    private final Units units;
    private final Results results;
    private final Inputs inputs;
    private final Castings castings;
    private final Consequences consequences;

    Takeover(Units units, Results results, Inputs inputs, Castings castings, Consequences consequences) {
        this.units = units;
        this.results = results;
        this.inputs = inputs;
        this.castings = castings;
        this.consequences = consequences;
    }

    /** A video whose words are there: nobody is asked for them again. */
    void prepare(Job job, GeneratedContent script) {
        copyScript(job, script);
        consequences.draw(job, script);
    }

    void prepare(Job job, Revision revision) {
        var content = revision.content();
        keepNarrators(job, revision);
        copyScript(job, content);
        for (var index = 0; index < revision.takes().size(); index++) {
            var take = revision.takes().get(index);
            var speech = key(job, StepKind.SPEECH, index);
            if (take.speech() == null) {
                units.add(speech, Weights.speech(content.sentences().get(index).text()));
            } else {
                copy(speech, take.speech(), take.speech().provider());
            }
            prepare(key(job, StepKind.SHOT, index), take.picture());
        }
        units.add(key(job, StepKind.PLAN, 0), Weights.PLAN);
    }

    /** Of a translation that is still to be written. */
    void prepare(Job job, TranslationInput input, List<Picture> pictures) {
        var script = key(job, StepKind.CONTENT, 0);
        units.add(script, Weights.MODEL);
        inputs.store(script, input);
        for (var index = 0; index < pictures.size(); index++) {
            prepare(key(job, StepKind.SHOT, index), pictures.get(index));
        }
    }

    private void prepare(UnitKey shot, Picture picture) {
        switch (picture) {
            case Picture.None _ -> {}
            case Picture.Kept kept -> copy(shot, kept.shot(), kept.shot().provider());
            case Picture.Made made -> {
                units.add(shot, Weights.SHOT);
                inputs.store(shot, made.input());
            }
        }
    }

    /** What is spoken anew is spoken by whoever speaks what is kept. */
    private void keepNarrators(Job job, Revision revision) {
        var cast = new HashSet<String>();
        for (var index = 0; index < revision.takes().size(); index++) {
            var kept = revision.takes().get(index).speech();
            var wanted = Casting.wanted(job.voice(revision.content().sentences().get(index)));
            if (kept != null && cast.add(wanted)) {
                castings.add(job.videoId(), wanted, kept, null);
            }
        }
    }

    /** What the stages cost whose pieces are known now. */
    static Map<Stage, Double> weights(Revision revision) {
        var sentences = revision.content().sentences();
        var speech = Weights.NOTHING;
        var shots = Weights.NOTHING;
        for (var index = 0; index < sentences.size(); index++) {
            var take = revision.takes().get(index);
            speech +=
                    take.speech() == null ? Weights.speech(sentences.get(index).text()) : 0;
            shots += take.picture() instanceof Picture.Made ? Weights.SHOT : 0;
        }
        return Map.of(Stage.SCRIPT, Weights.NOTHING, Stage.SPEECH, speech, Stage.MATERIALS, shots);
    }

    private void copyScript(Job job, GeneratedContent script) {
        copy(key(job, StepKind.CONTENT, 0), script, script.metadata().get("provider"));
    }

    private void copy(UnitKey key, Object result, @Nullable String provider) {
        units.copy(key, Weights.NOTHING, provider);
        results.store(key, result);
    }

    private static UnitKey key(Job job, StepKind kind, int index) {
        return new UnitKey(job.videoId(), kind, index);
    }
}

package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.content.TranslatedScript;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.video.ChunkRequest;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.UnitKey;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has each kind of work done by the service whose work it is. */
@Component
class UnitWork {

    private final Scripts scripts;
    private final Shots shots;
    private final VideoRendering rendering;
    private final FilmPieces pieces;
    private final OutputWork outputs;
    private final PlanRequests plans;
    private final ScriptLengths lengths;
    private final RecordedNarration recordings;
    private final Narrators narrators;
    private final Results results;

    UnitWork(
            Scripts scripts,
            Shots shots,
            VideoRendering rendering,
            FilmPieces pieces,
            OutputWork outputs,
            PlanRequests plans,
            ScriptLengths lengths,
            RecordedNarration recordings,
            Narrators narrators,
            Results results) {
        this.scripts = scripts;
        this.shots = shots;
        this.rendering = rendering;
        this.pieces = pieces;
        this.outputs = outputs;
        this.plans = plans;
        this.lengths = lengths;
        this.recordings = recordings;
        this.narrators = narrators;
        this.results = results;
    }

    Done carryOut(Job job, UnitKey key) {
        return switch (key.kind()) {
            case CONTENT -> content(job, key);
            case SPEECH -> speech(job, key);
            case SHOT -> {
                var shot = shots.of(job, key);
                yield new Done(shot, shot.provider(), passedOver(shot), null);
            }
            case PLAN -> planned(job, key);
            case CHUNK ->
                Done.by(rendering.chunk(new ChunkRequest(
                        job.userId(), job.videoId(), pieces.plan(job).plan(), key.index())));
            case MIX -> new Done(rendering.mix(pieces.request(job)), null);
            case JOIN -> Done.by(pieces.joined(job));
            case OPTIMISE -> new Done(rendering.optimise(pieces.request(job)), null);
            case THUMBNAIL -> new Done(rendering.thumbnail(pieces.request(job)), null);
            case PREVIEW -> new Done(rendering.preview(pieces.request(job)), null);
            case SOUND -> new Done(pieces.sound(job), null);
            case FINISH -> new Done(pieces.film(job), null);
            case CONVERSION -> new Done(outputs.converted(job, key), null);
            case EXTRACT -> new Done(outputs.extracted(job, key), null);
        };
    }

    /** Who should have given the picture; null when nobody failed. */
    private static @Nullable String passedOver(Shot shot) {
        return shot.failures().isEmpty()
                ? null
                : shot.failures().stream()
                        .map(failure -> "%s: %s, %s".formatted(failure.provider(), failure.code(), failure.reason()))
                        .collect(Collectors.joining("; ", "", "; the picture is by " + shot.provider()));
    }

    private Done planned(Job job, UnitKey key) {
        var plan = rendering.plan(plans.of(job, key));
        lengths.learn(job, results.content(job.videoId()), results.all(job.videoId(), StepKind.SPEECH, Speech.class));
        return new Done(plan, null, Lengths.note(job.request(), plan), null);
    }

    private Done content(Job job, UnitKey key) {
        if (job.lineage().original() != null) {
            var translated = scripts.translated(job, key);
            return new Done(translated, translated.content().metadata().get("provider"));
        }
        var content = scripts.of(job, key);
        return new Done(content, content.metadata().get("provider"));
    }

    private Done speech(Job job, UnitKey key) {
        var content = results.content(job.videoId());
        if (RecordedNarration.of(job) == null) {
            return narrators.spoken(job, key, content);
        }
        // Every sentence asks for all, which are cut once, and takes its own.
        var own = recordings.excerpts(job, key, content).get(key.index()).speech();
        return new Done(own, own.provider());
    }

    /**
     * What a piece of work gave.
     *
     * @param provider who did it, null when nobody in particular did
     * @param note what did not go as planned, for people; null when all did
     * @param spoken of speech by a voice; null of everything else
     */
    record Done(
            Object result,
            @Nullable String provider,
            @Nullable String note,
            Narrators.@Nullable Spoken spoken) {

        Done(Object result, @Nullable String provider) {
            this(result, provider, null, null);
        }

        /** What is stored of it. */
        Object kept() {
            return result instanceof TranslatedScript translated ? translated.content() : result;
        }

        Done noted(String more) {
            return new Done(result, provider, note == null ? more : note + "; " + more, spoken);
        }

        /** Pictures, by the encoder that made them. */
        static Done by(Rendition rendition) {
            var note = rendition.note();
            // Words of FFmpeg are in it, and PostgreSQL takes no such character in a text.
            return new Done(rendition, rendition.encoder(), note == null ? null : note.replace("\0", ""), null);
        }
    }
}

package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.video.ChunkRequest;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.orchestration.job.Inputs;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.ShotInput;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.progress.Weights;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has each kind of work done by the service whose work it is. */
@Component
class UnitWork {

    private final ScriptWriting scripts;
    private final MaterialLibrary materials;
    private final VideoRendering rendering;
    private final FilmPieces pieces;
    private final OutputWork outputs;
    private final PlanRequests plans;
    private final RecordedNarration recordings;
    private final Narrators narrators;
    private final Results results;
    private final Inputs inputs;

    UnitWork(
            ScriptWriting scripts,
            MaterialLibrary materials,
            VideoRendering rendering,
            FilmPieces pieces,
            OutputWork outputs,
            PlanRequests plans,
            RecordedNarration recordings,
            Narrators narrators,
            Results results,
            Inputs inputs) {
        this.scripts = scripts;
        this.materials = materials;
        this.rendering = rendering;
        this.pieces = pieces;
        this.outputs = outputs;
        this.plans = plans;
        this.recordings = recordings;
        this.narrators = narrators;
        this.results = results;
        this.inputs = inputs;
    }

    Done carryOut(Job job, UnitKey key) {
        return switch (key.kind()) {
            case CONTENT -> content(job, key);
            case SPEECH -> speech(job, key);
            case SHOT -> shot(job, key);
            case PLAN -> new Done(rendering.plan(plans.of(job, key)), null);
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

    private Done content(Job job, UnitKey key) {
        var content = scripts.generate(contentRequest(job, key.toString()));
        if (content.sentences().isEmpty()) {
            throw new IllegalStateException("script of %s: no sentence (expected: at least one)".formatted(key));
        }
        return new Done(content, content.metadata().get("provider"));
    }

    private static ContentRequest contentRequest(Job job, String idempotencyKey) {
        return ContentRequests.of(job.userId(), job.request(), idempotencyKey);
    }

    private Done speech(Job job, UnitKey key) {
        var content = script(job);
        if (RecordedNarration.of(job) == null) {
            return narrators.spoken(job, key, content);
        }
        // Every sentence asks for all, which are cut once, and takes its own.
        var own = recordings.excerpts(job, key, content).get(key.index()).speech();
        return new Done(own, own.provider());
    }

    private Done shot(Job job, UnitKey key) {
        var shot = inputs.find(key, ShotInput.class)
                .map(input -> replaced(job, key, input))
                .orElseGet(() -> found(job, key, materials(job)));
        return new Done(shot, shot.provider());
    }

    private Shot replaced(Job job, UnitKey key, ShotInput input) {
        var shot = input.base() == null ? found(job, key, materials(job)) : input.base();
        for (var clip : input.clips()) {
            var own = new MaterialSettings(List.of(clip.assetId()), List.of(MaterialSource.OWN));
            shot = Shots.replace(shot, clip.visual(), found(job, key, own));
        }
        return shot;
    }

    private static MaterialSettings materials(Job job) {
        return Objects.requireNonNullElse(job.request().materials(), MaterialSettings.DEFAULT);
    }

    private Shot found(Job job, UnitKey key, MaterialSettings settings) {
        var content = script(job);
        var sentences = content.sentences();
        var sentence = sentences.get(key.index());
        var place = Place.of(content.sections(), key.index());
        var canvas = Weights.canvas(job.request());
        return materials.shot(new ShotRequest(
                job.userId(),
                job.videoId(),
                key.index(),
                sentences.size(),
                sentence.text(),
                place.section().heading(),
                sentence.keywords(),
                content.title(),
                content.language(),
                spoken(content, sentence),
                canvas.width(),
                canvas.height(),
                job.seed(),
                settings,
                place.section().searchTerms(place.index())));
    }

    /** The sentence's share of the estimated narration, by its letters; the shot is made while it is still spoken. */
    private static Duration spoken(GeneratedContent content, Sentence sentence) {
        var letters = content.sentences().stream()
                .mapToLong(each -> each.text().length())
                .sum();
        var millis = content.estimatedDuration() * 1000L * sentence.text().length() / letters;
        return Duration.ofMillis(Math.max(500, millis)).plus(sentence.pauseAfter());
    }

    /** @param index of a sentence in its section */
    private record Place(Section section, int index) {

        static Place of(List<Section> sections, int sentence) {
            var first = 0;
            for (var section : sections) {
                if (sentence < first + section.sentences().size()) {
                    return new Place(section, sentence - first);
                }
                first += section.sentences().size();
            }
            throw new IllegalArgumentException("sentence: %d (expected: less than %d)".formatted(sentence, first));
        }
    }

    private GeneratedContent script(Job job) {
        return results.get(new UnitKey(job.videoId(), StepKind.CONTENT, 0), GeneratedContent.class);
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

        Done noted(String note) {
            return new Done(result, provider, note, spoken);
        }

        /** Pictures, by the encoder that made them. */
        static Done by(Rendition rendition) {
            var note = rendition.note();
            // Words of FFmpeg are in it, and PostgreSQL takes no such character in a text.
            return new Done(rendition, rendition.encoder(), note == null ? null : note.replace("\0", ""), null);
        }
    }
}

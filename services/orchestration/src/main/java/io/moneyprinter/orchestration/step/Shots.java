package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.orchestration.job.Inputs;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.ShotInput;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.progress.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is seen while a sentence is spoken: found for it, or put together as its user wants it. */
@Component
class Shots {

    private static final MaterialSettings DRAWN = new MaterialSettings(null, List.of(MaterialSource.DESIGNED));

    private final MaterialLibrary materials;
    private final Results results;
    private final Inputs inputs;

    Shots(MaterialLibrary materials, Results results, Inputs inputs) {
        this.materials = materials;
        this.results = results;
        this.inputs = inputs;
    }

    Shot of(Job job, UnitKey key) {
        return inputs.find(key, ShotInput.class)
                .map(input -> replaced(job, key, input))
                .orElseGet(() -> found(job, key, settings(job), null));
    }

    private Shot replaced(Job job, UnitKey key, ShotInput input) {
        var shot = base(job, key, input);
        for (var clip : input.clips()) {
            var own = new MaterialSettings(
                    List.of(clip.assetId()),
                    List.of(MaterialSource.OWN),
                    settings(job).photos());
            shot = replaced(shot, clip.visual(), found(job, key, own, null));
        }
        return shot.withLocked(Boolean.TRUE.equals(input.locked()));
    }

    private Shot base(Job job, UnitKey key, ShotInput input) {
        var base = input.base();
        var another = input.another();
        if (another != null) {
            return found(job, key, chosen(settings(job)), another);
        }
        if (base == null) {
            return found(job, key, settings(job), null);
        }
        return Boolean.TRUE.equals(input.redrawn()) ? redrawn(base, found(job, key, drawing(job, base), null)) : base;
    }

    /** What the pictures that are drawn anew are drawn of: the user's photos, or words alone. */
    private static MaterialSettings drawing(Job job, Shot base) {
        return base.provider().equals("own") ? settings(job) : DRAWN;
    }

    /** The same shot, whose drawn pictures give way to those that are drawn now. */
    private static Shot redrawn(Shot shot, Shot drawn) {
        var others = shot.visuals().stream().anyMatch(visual -> !(visual instanceof Visual.Composition));
        if (!others) {
            return drawn;
        }
        var next = drawn.visuals().stream()
                .filter(Visual.Composition.class::isInstance)
                .iterator();
        var visuals = shot.visuals().stream()
                .map(visual -> visual instanceof Visual.Composition && next.hasNext() ? next.next() : visual)
                .toList();
        return new Shot(visuals, shot.provider(), shot.attribution(), List.of(), shot.assetIds())
                .withScores(shot.scores());
    }

    /** The same shot with one of its pictures replaced; a shot of one picture gives way as a whole. */
    private static Shot replaced(Shot shot, int visual, Shot other) {
        if (shot.visuals().size() == 1) {
            return other;
        }
        var visuals = new ArrayList<>(shot.visuals());
        visuals.set(Math.min(visual, visuals.size() - 1), other.visuals().getFirst());
        var providers = Stream.of(shot.provider(), other.provider()).distinct().collect(Collectors.joining(", "));
        var credits = Stream.of(shot.attribution(), other.attribution())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
        var assets = Stream.concat(shot.assetIds().stream(), other.assetIds().stream())
                .distinct()
                .toList();
        // Scores of pictures that gave way say nothing any more, but those of the others do.
        var scores = shot.scores().size() == shot.visuals().size()
                ? IntStream.range(0, shot.scores().size())
                        .filter(index ->
                                index != Math.min(visual, shot.visuals().size() - 1))
                        .mapToObj(shot.scores()::get)
                        .toList()
                : shot.scores();
        return new Shot(visuals, providers, credits.isEmpty() ? null : credits, List.of(), assets).withScores(scores);
    }

    private static MaterialSettings settings(Job job) {
        return Objects.requireNonNullElse(job.request().materials(), MaterialSettings.DEFAULT);
    }

    /** Without the files that were given: those have their places, and are not what else there is. */
    private static MaterialSettings chosen(MaterialSettings settings) {
        var sources = settings.sources();
        var others = sources == null
                ? null
                : sources.stream()
                        .filter(source -> source != MaterialSource.OWN)
                        .toList();
        return new MaterialSettings(null, others == null || others.isEmpty() ? null : others, settings.photos());
    }

    private Shot found(Job job, UnitKey key, MaterialSettings settings, ShotInput.@Nullable Another another) {
        var content = results.content(job.videoId());
        var sentences = content.sentences();
        var sentence = sentences.get(key.index());
        var place = Place.of(content.sections(), key.index());
        var canvas = Weights.canvas(job.request());
        var look = Objects.requireNonNullElse(job.request().videoSettings(), VideoSettings.DEFAULT);
        var request = new ShotRequest(
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
                another == null || another.searchTerms().isEmpty()
                        ? place.section().searchTerms(place.index())
                        : another.searchTerms(),
                another == null ? List.of() : another.exclude(),
                look.visualStyle(),
                look.brand());
        return materials.shot(request);
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
}

package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.common.AssetId;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
            shot = replaced(shot, clip.visual(), file(job, key, clip.assetId(), clip.visual()));
        }
        return shot.withLocked(Boolean.TRUE.equals(input.locked())).withTurnedDown(turnedDown(input));
    }

    private static List<String> turnedDown(ShotInput input) {
        var another = input.another();
        var base = input.base();
        if (another != null) {
            return another.turnedDown();
        }
        return base == null ? List.of() : base.turnedDown();
    }

    private Shot base(Job job, UnitKey key, ShotInput input) {
        var another = input.another();
        var base = input.base();
        if (another != null) {
            return found(job, key, chosen(settings(job)), another);
        }
        if (base == null) {
            return found(job, key, settings(job), null);
        }
        return Boolean.TRUE.equals(input.redrawn()) ? redrawn(job, key, base) : base;
    }

    /** A file of the user's in place of one picture. */
    private Shot file(Job job, UnitKey key, AssetId file, int visual) {
        var own = new MaterialSettings(
                List.of(file), List.of(MaterialSource.OWN), settings(job).photos());
        return materials.shot(request(job, key, own, null).withVisual(visual));
    }

    /** The same shot, whose drawn pictures give way to those that are drawn now. */
    private Shot redrawn(Job job, UnitKey key, Shot base) {
        var files = base.assetIds();
        if (files.size() > 1 && files.size() == base.visuals().size() && ofFiles(base)) {
            // Each picture is of one file.
            return withVisuals(
                    base,
                    IntStream.range(0, files.size())
                            .mapToObj(index -> redrawn(job, key, base.visuals().get(index), files.get(index), index))
                            .toList());
        }
        var drawn = drawn(job, key, files);
        if (base.visuals().stream().allMatch(Shots::drawn)) {
            return drawn.assetIds().equals(files) ? withVisuals(base, drawn.visuals()) : drawn;
        }
        var next = drawn.visuals().stream().filter(Shots::drawn).iterator();
        return withVisuals(
                base,
                base.visuals().stream()
                        .map(visual -> drawn(visual) && next.hasNext() ? next.next() : visual)
                        .toList());
    }

    private Visual redrawn(Job job, UnitKey key, Visual visual, AssetId file, int index) {
        return drawn(visual)
                ? materials
                        .shot(request(job, key, photos(job, List.of(file)), null)
                                .withVisual(index))
                        .visuals()
                        .getFirst()
                : visual;
    }

    /** Of the user's photos where those are drawn, else of words alone. */
    private Shot drawn(Job job, UnitKey key, List<AssetId> files) {
        if (!files.isEmpty()) {
            var photos = found(job, key, photos(job, files), null);
            if (photos.drawn()) {
                return photos;
            }
        }
        return found(job, key, DRAWN, null);
    }

    /** Files that may be gone by now. */
    private static MaterialSettings photos(Job job, List<AssetId> files) {
        return new MaterialSettings(
                files,
                List.of(MaterialSource.OWN, MaterialSource.DESIGNED),
                settings(job).photos());
    }

    /** Whether nothing of it was ever drawn or found elsewhere, so that its files are those of its pictures, in order. */
    private static boolean ofFiles(Shot shot) {
        return Arrays.stream(shot.provider().split(", ")).allMatch(Set.of("own", "library")::contains);
    }

    private static boolean drawn(Visual visual) {
        return visual instanceof Visual.Composition;
    }

    /** The same shot, as it looks now; nobody has failed this time. */
    private static Shot withVisuals(Shot shot, List<Visual> visuals) {
        return new Shot(visuals, shot.provider(), shot.attribution(), List.of(), shot.assetIds())
                .withScores(shot.scores())
                .withPassedOver(shot.passedOver());
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
        var assets = assets(shot, visual, other);
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

    /** The files that are seen then. */
    private static List<AssetId> assets(Shot shot, int visual, Shot other) {
        var assets = new ArrayList<>(shot.assetIds());
        if (assets.size() == shot.visuals().size() && other.assetIds().size() == 1) {
            assets.set(Math.min(visual, assets.size() - 1), other.assetIds().getFirst());
        } else {
            assets.addAll(other.assetIds());
        }
        return assets.stream().distinct().toList();
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
        return materials.shot(request(job, key, settings, another));
    }

    private ShotRequest request(Job job, UnitKey key, MaterialSettings settings, ShotInput.@Nullable Another another) {
        var content = results.content(job.videoId());
        var sentences = content.sentences();
        var sentence = sentences.get(key.index());
        var place = Place.of(content.sections(), key.index());
        var canvas = Weights.canvas(job.request());
        var look = Objects.requireNonNullElse(job.request().videoSettings(), VideoSettings.DEFAULT);
        return new ShotRequest(
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
                another == null ? List.of() : another.excluded(),
                look.visualStyle(),
                look.brand(),
                job.lineage().edited() ? job.lineage().rootId() : null,
                null);
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

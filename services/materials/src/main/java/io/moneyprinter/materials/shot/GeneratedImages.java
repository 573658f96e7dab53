package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.ShotScore;
import io.moneyprinter.contracts.materials.SourceFailure;
import io.moneyprinter.materials.image.ImageModels;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Has a model make a picture of what a sentence says. */
@Component
class GeneratedImages {

    private final ImageModels models;

    GeneratedImages(ImageModels models) {
        this.models = models;
    }

    Finding find(ShotRequest request) {
        if (models.isEmpty()) {
            return new Finding.Nothing("no image model is set up");
        }
        var outcome = models.make(request);
        var picture = outcome.picture();
        if (picture == null) {
            return new Finding.Nothing(reason(outcome.failures()), outcome.failures());
        }
        var visual =
                CameraMove.at(request.seed(), request.index()).over(picture.media(), picture.width(), picture.height());
        var credit = "Picture made by %s (%s)".formatted(picture.model(), picture.provider());
        return new Finding.Fit(new Shot(List.of(visual), picture.provider(), credit)
                .withScores(List.of(score(picture)))
                .after(outcome.failures()));
    }

    private static ShotScore score(ImageModels.Picture picture) {
        return new ShotScore(
                picture.source(), "", 1, 1, 1, 1, 1, 1, 1, List.of("made for this sentence by " + picture.model()));
    }

    private static String reason(List<SourceFailure> failures) {
        return failures.stream()
                .map(failure -> "%s: %s".formatted(failure.code(), failure.reason()))
                .collect(Collectors.joining("; "));
    }
}

package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Music;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.service.identity.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whose pictures and music a completed video has, as those who made them ask to be named. */
@RestController
class CreditsController {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final String NONE = "None of its pictures asks for a credit.";

    private final Jobs jobs;
    private final Results results;
    private final MaterialLibrary materials;

    CreditsController(Jobs jobs, Results results, MaterialLibrary materials) {
        this.jobs = jobs;
        this.results = results;
        this.materials = materials;
    }

    /** The title, and below it one line for each credit, in the order in which the pictures are seen; then the other files. */
    @GetMapping(VideoViews.PATH + "/{video_id}/credits.txt")
    ResponseEntity<byte[]> credits(Caller caller, @PathVariable("video_id") String id) {
        var job = VideoController.completed(jobs, caller.userId(), id);
        if (job.produces() != Produce.VIDEO) {
            throw VideoFilesController.notProduced(job, "picture to give a credit for");
        }
        var shown =
                results.all(job.videoId(), StepKind.SHOT, Shot.class).stream().map(Shot::attribution);
        var credits = Stream.concat(shown, files(job).map(asset -> credit(job, asset)))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        var text = "%s\n\n%s\n".formatted(job.title(), credits.isEmpty() ? NONE : credits);
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header("X-Content-Type-Options", "nosniff")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Those of the user's that are heard, or seen beside the shots. */
    private static Stream<AssetId> files(Job job) {
        var settings = job.request().videoSettings();
        var picture = settings == null ? null : settings.withLogo().picture();
        var watermark = picture == null ? null : picture.watermark();
        return Stream.of(
                        picture == null || picture.intro() == null
                                ? null
                                : picture.intro().assetId(),
                        watermark == null ? null : watermark.assetId(),
                        picture == null || picture.outro() == null
                                ? null
                                : picture.outro().assetId(),
                        Music.asset(settings),
                        SoundSettings.of(settings).narration())
                .filter(Objects::nonNull);
    }

    /** Null also for a file that is gone: nobody knows any more whom to name. */
    private @Nullable String credit(Job job, AssetId asset) {
        try {
            return materials.asset(job.userId(), asset).credit();
        } catch (CodedException e) {
            if (e.code().kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
            return null;
        }
    }
}

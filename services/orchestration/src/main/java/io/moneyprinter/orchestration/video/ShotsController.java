package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotScore;
import io.moneyprinter.contracts.materials.SourceFailure;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.video.MusicChoice;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.service.identity.Caller;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What each sentence of a completed video shows, and why. */
@RestController
class ShotsController {

    private final Jobs jobs;
    private final Results results;

    ShotsController(Jobs jobs, Results results) {
        this.jobs = jobs;
        this.results = results;
    }

    /**
     * In the order of the sentences, which are numbered as edits number them.
     *
     * @param music what is heard besides the voice, and why; null for videos from before that was kept
     */
    record VideoShots(
            VideoId videoId, List<ShotView> shots, @Nullable MusicChoice music) {}

    /**
     * What is seen while a sentence is spoken.
     *
     * @param provider who gave the pictures
     * @param attribution credit that is due, null when none
     * @param locked whether edits leave it alone
     * @param assetIds the user's files that are seen
     * @param scores why its pictures were chosen; none for files that the user gave and for drawn pictures
     * @param passedOver what the sources that were asked before had to say
     * @param failures of those who should have given a picture
     */
    record ShotView(
            int sentence,
            String text,
            String provider,
            @Nullable String attribution,
            boolean locked,
            List<Picture> pictures,
            List<AssetId> assetIds,
            List<ShotScore> scores,
            List<String> passedOver,
            List<SourceFailure> failures) {}

    /**
     * One of the pictures, which share the time equally.
     *
     * @param kind {@code footage}, {@code still} or {@code composition}
     * @param start seconds of the footage that are passed over, null for what does not move
     */
    record Picture(String kind, @Nullable Double start) {}

    @GetMapping(VideoViews.PATH + "/{video_id}/shots")
    VideoShots shots(Caller caller, @PathVariable("video_id") String id) {
        var job = VideoController.completed(jobs, caller.userId(), id);
        var cut = Comparing.cut(results, job);
        if (!cut.seen()) {
            throw VideoFilesController.notProduced(job, "picture");
        }
        var sentences = cut.content().sentences();
        return new VideoShots(
                job.videoId(),
                IntStream.range(0, sentences.size())
                        .mapToObj(index -> view(
                                index, sentences.get(index).text(), cut.shots().get(index)))
                        .toList(),
                results.plan(job.videoId()).music());
    }

    private static ShotView view(int sentence, String text, Shot shot) {
        return new ShotView(
                sentence,
                text,
                shot.provider(),
                shot.attribution(),
                shot.keptByLock(),
                shot.visuals().stream().map(ShotsController::picture).toList(),
                shot.assetIds(),
                shot.scores(),
                shot.passedOver(),
                shot.failures());
    }

    private static Picture picture(Visual visual) {
        return switch (visual) {
            case Visual.Footage footage ->
                new Picture(
                        "footage", footage.start() == null ? 0 : footage.start().toMillis() / 1e3);
            case Visual.Still still -> new Picture("still", null);
            case Visual.Composition composition -> new Picture("composition", null);
        };
    }
}

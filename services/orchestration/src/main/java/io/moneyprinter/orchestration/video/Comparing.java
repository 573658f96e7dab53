package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VersionComparison;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.video.Mix;
import io.moneyprinter.orchestration.OrchestrationErrorCode;
import io.moneyprinter.orchestration.edit.Ancestry;
import io.moneyprinter.orchestration.edit.Cut;
import io.moneyprinter.orchestration.edit.Differences;
import io.moneyprinter.orchestration.edit.Side;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.problem.CodedException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Compares versions by what their pieces gave. */
@Component
class Comparing {

    private final Results results;

    Comparing(Results results) {
        this.results = results;
    }

    /**
     * @param versions all that are left
     * @param from number of the one version
     * @param to number of the other version
     */
    VersionComparison compare(List<Job> versions, String from, String to) {
        var one = version(versions, from);
        var other = version(versions, to);
        var differences = new Differences(side(one), side(other));
        var ancestry = new Ancestry(versions);
        return new VersionComparison(
                VideoViews.version(one),
                VideoViews.version(other),
                ancestry.beyond(one, other).stream().map(VideoViews::version).toList(),
                ancestry.beyond(other, one).reversed().stream()
                        .map(VideoViews::version)
                        .toList(),
                differences.sentences(),
                differences.settings(),
                differences.duration(),
                differences.soundChanged(),
                differences.chunks(),
                differences.ranges());
    }

    private static Job version(List<Job> versions, String number) {
        return versions.stream()
                .filter(job -> String.valueOf(job.lineage().version()).equals(number))
                .findFirst()
                .orElseThrow(() -> new CodedException(
                        OrchestrationErrorCode.VERSION_NOT_FOUND,
                        "no version '%s' (expected: one of %s)"
                                .formatted(
                                        number.length() <= 20 ? number : number.substring(0, 20) + "…",
                                        versions.stream()
                                                .map(job -> job.lineage().version())
                                                .sorted()
                                                .toList())));
    }

    private Side side(Job job) {
        if (job.status() != JobStatus.COMPLETED) {
            throw new CodedException(
                    OrchestrationErrorCode.VIDEO_NOT_READY,
                    "version %d is %s (expected: completed)"
                            .formatted(
                                    job.lineage().version(), job.status().name().toLowerCase(Locale.ROOT)));
        }
        return new Side(
                cut(results, job),
                results.plan(job.videoId()),
                results.find(new UnitKey(job.videoId(), StepKind.MIX, 0), Mix.class)
                        .map(Mix::key)
                        .orElse(null));
    }

    /** What the pieces of a completed version gave. */
    static Cut cut(Results results, Job job) {
        return Cut.of(
                job.request(),
                results.content(job.videoId()),
                results.all(job.videoId(), StepKind.SPEECH, Speech.class),
                results.all(job.videoId(), StepKind.SHOT, Shot.class),
                results.plan(job.videoId()).pacing());
    }
}

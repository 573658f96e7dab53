package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Limits;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.ffmpeg.Progress;
import io.moneyprinter.ffmpeg.Run;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What runs for which video, so that it can be ended. */
final class VideoRuns {

    private final Ffmpeg ffmpeg;
    private final ConcurrentMap<VideoId, Set<Run>> running = new ConcurrentHashMap<>();

    VideoRuns(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Returns when the run has succeeded.
     *
     * @throws io.moneyprinter.problem.CodedException {@code CANCELLED} or the code of the cause
     */
    Outcome.Finished run(VideoId video, FfmpegCommand command, Duration deadline) {
        return run(video, command, Limits.render(deadline), Progress.Listener.SILENT);
    }

    /** The same within limits of its own. */
    Outcome.Finished run(VideoId video, FfmpegCommand command, Limits limits, Progress.Listener listener) {
        var run = ffmpeg.start(command, limits, listener);
        running.compute(video, (id, runs) -> {
            var all = runs == null ? ConcurrentHashMap.<Run>newKeySet() : runs;
            all.add(run);
            return all;
        });
        try {
            return Ffmpeg.require(run.await());
        } finally {
            running.computeIfPresent(video, (id, runs) -> {
                runs.remove(run);
                return runs.isEmpty() ? null : runs;
            });
        }
    }

    void cancel(VideoId video) {
        running.getOrDefault(video, Set.of()).forEach(Run::cancel);
    }

    /** How many runs of a video wait or run. */
    int count(VideoId video) {
        return running.getOrDefault(video, Set.of()).size();
    }
}

package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.ffmpeg.FailureCause;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Limits;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.ffmpeg.Progress;
import io.moneyprinter.ffmpeg.Run;
import io.moneyprinter.ffmpeg.device.DeviceEncoder;
import io.moneyprinter.ffmpeg.device.DeviceResult;
import io.moneyprinter.ffmpeg.device.DeviceWork;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What runs for which video, so that it can be ended. */
final class VideoRuns {

    private final Ffmpeg ffmpeg;
    private final ConcurrentMap<VideoId, Set<Run>> running = new ConcurrentHashMap<>();
    private final ConcurrentMap<VideoId, Set<AtomicBoolean>> waiting = new ConcurrentHashMap<>();

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
        return Ffmpeg.require(outcome(video, command, limits, listener));
    }

    /**
     * Returns when a device is done, or when none will be.
     *
     * @throws io.moneyprinter.problem.CodedException {@code CANCELLED} or {@code STORAGE_FULL}
     */
    DeviceResult encode(VideoId video, DeviceEncoder devices, DeviceWork work) {
        var called = new AtomicBoolean();
        add(waiting, video, called);
        try {
            return devices.encode(
                    work,
                    (command, limits) -> notFull(outcome(video, command, limits, Progress.Listener.SILENT)),
                    called::get);
        } finally {
            remove(waiting, video, called);
        }
    }

    /** That the disk is full is no fault of a device, and nothing that the processor could do better. */
    private static Outcome notFull(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.cause() == FailureCause.STORAGE_FULL
                ? Ffmpeg.require(outcome)
                : outcome;
    }

    private Outcome outcome(VideoId video, FfmpegCommand command, Limits limits, Progress.Listener listener) {
        var run = ffmpeg.start(command, limits, listener);
        add(running, video, run);
        try {
            return run.await();
        } finally {
            remove(running, video, run);
        }
    }

    private static <T> void add(ConcurrentMap<VideoId, Set<T>> all, VideoId video, T one) {
        all.compute(video, (id, some) -> {
            var set = some == null ? ConcurrentHashMap.<T>newKeySet() : some;
            set.add(one);
            return set;
        });
    }

    private static <T> void remove(ConcurrentMap<VideoId, Set<T>> all, VideoId video, T one) {
        all.computeIfPresent(video, (id, some) -> {
            some.remove(one);
            return some.isEmpty() ? null : some;
        });
    }

    void cancel(VideoId video) {
        waiting.getOrDefault(video, Set.of()).forEach(called -> called.set(true));
        running.getOrDefault(video, Set.of()).forEach(Run::cancel);
    }

    /** How many runs of a video wait or run. */
    int count(VideoId video) {
        // An encode on a device counts as waiting to its end.
        return Math.max(
                running.getOrDefault(video, Set.of()).size(),
                waiting.getOrDefault(video, Set.of()).size());
    }
}

package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.notifications.Notification;
import io.moneyprinter.contracts.notifications.Notifications;
import io.moneyprinter.contracts.orchestration.JobError;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Unit;
import io.moneyprinter.orchestration.job.Units;
import io.moneyprinter.orchestration.step.Aftermath;
import io.moneyprinter.orchestration.step.RunningWork;
import io.moneyprinter.orchestration.step.Verdict;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins a video and brings it to an end before its time; says when it has ended. */
@Component
class Ending {

    private static final Logger log = LoggerFactory.getLogger(Ending.class);
    private static final List<String> CHANNELS = List.of("websocket");
    private static final int CALLS = 5;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Jobs jobs;
    private final Units units;
    private final RunningWork running;
    private final Aftermath aftermath;
    private final VideoRendering rendering;
    private final Notifications notifications;

    Ending(
            Jobs jobs,
            Units units,
            RunningWork running,
            Aftermath aftermath,
            VideoRendering rendering,
            Notifications notifications) {
        this.jobs = jobs;
        this.units = units;
        this.running = running;
        this.aftermath = aftermath;
        this.rendering = rendering;
        this.notifications = notifications;
    }

    Verdict begin(VideoId id) {
        var begun = jobs.begin(id);
        aftermath.of(id);
        return begun ? Verdict.DONE : Verdict.STOPPED;
    }

    /** Ends a video because of a piece that failed for good. */
    Verdict giveUp(VideoId id) {
        var error = units.of(id).stream()
                .filter(unit -> unit.state() == Unit.State.FAILED)
                .map(Unit::error)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(new JobError(CommonErrorCode.INTERNAL_ERROR.name(), "a piece of work failed"));
        end(id, JobStatus.FAILED, error);
        return Verdict.DONE;
    }

    /** False when it had ended before. */
    boolean fail(VideoId id, JobError error) {
        return end(id, JobStatus.FAILED, error);
    }

    /** False when it had ended before. */
    boolean cancel(VideoId id) {
        return end(id, JobStatus.CANCELLED, null);
    }

    private boolean end(VideoId id, JobStatus status, @Nullable JobError error) {
        if (!jobs.end(id, status, error)) {
            return false;
        }
        log.info("{} {}", id, status.name().toLowerCase(Locale.ROOT));
        running.interrupt(id);
        aftermath.of(id);
        Thread.ofVirtual().name("call-off-" + id).start(() -> callOff(id));
        return true;
    }

    /** Ends what other services do for it; they end by themselves at the latest when they have nothing more to do. */
    void callOff(VideoId id) {
        for (var call = 0; call < CALLS; call++) {
            try {
                rendering.cancel(id);
                return;
            } catch (RuntimeException e) {
                log.debug("rendering of {} could not be called off: {}", id, e.toString());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        log.warn("rendering of {} could not be called off", id);
    }

    /** Tells the owner how it ended; the receiver knows the same news again by its id. */
    Verdict announce(VideoId id) {
        var job = jobs.find(id).orElse(null);
        if (job == null || !job.status().terminal()) {
            return Verdict.DONE;
        }
        try {
            notifications.send(news(job));
            return Verdict.DONE;
        } catch (RuntimeException e) {
            log.warn("the end of {} could not be announced: {}", id, e.toString());
            return Verdict.RETRY;
        }
    }

    private static Notification news(Job job) {
        var status = job.status().name().toLowerCase(Locale.ROOT);
        var data = new HashMap<String, Object>(
                Map.of("video_id", job.videoId().value(), "title", job.title(), "status", status));
        var error = job.error();
        if (error != null) {
            data.put("error", Map.of("code", error.code(), "detail", error.detail()));
        }
        return new Notification(job.videoId() + "." + status, job.userId(), "video." + status, data, CHANNELS);
    }
}

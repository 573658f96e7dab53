package io.moneyprinter.orchestration.progress;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.notifications.Notifications;
import io.moneyprinter.contracts.notifications.ProgressUpdate;
import io.moneyprinter.orchestration.job.Jobs;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells whoever is watching how far a video is. Changes that follow each other closely are told once, the last one
 * always; a watcher who cannot be told is no reason to stop working.
 */
@Component
public class ProgressBroadcast {

    private static final Logger log = LoggerFactory.getLogger(ProgressBroadcast.class);
    private static final Duration GAP = Duration.ofMillis(200);

    private final Jobs jobs;
    private final StatusBoard board;
    private final Notifications notifications;
    private final ConcurrentMap<VideoId, Pending> pending = new ConcurrentHashMap<>();

    ProgressBroadcast(Jobs jobs, StatusBoard board, Notifications notifications) {
        this.jobs = jobs;
        this.board = board;
        this.notifications = notifications;
    }

    public void changed(VideoId id) {
        var before = pending.put(id, Pending.AGAIN);
        if (before == null) {
            Thread.ofVirtual().name("progress-" + id).start(() -> tell(id));
        }
    }

    private void tell(VideoId id) {
        do {
            pending.replace(id, Pending.TELLING);
            try {
                jobs.find(id)
                        .ifPresent(job -> notifications.progress(new ProgressUpdate(job.userId(), board.status(job))));
                Thread.sleep(GAP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                pending.remove(id);
                return;
            } catch (RuntimeException e) {
                log.debug("progress of {} could not be told: {}", id, e.toString());
                pause();
            }
        } while (!pending.remove(id, Pending.TELLING));
    }

    private static void pause() {
        try {
            Thread.sleep(GAP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private enum Pending {
        /** Something changed that was not told yet. */
        AGAIN,
        TELLING
    }
}

package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.progress.ProgressBroadcast;
import io.moneyprinter.orchestration.progress.StatusBoard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who is told when something has changed. None of it can make the work fail. */
@Component
public class Aftermath {

    private static final Logger log = LoggerFactory.getLogger(Aftermath.class);

    private final Jobs jobs;
    private final StatusBoard board;
    private final ProgressBroadcast broadcast;
    private final Signals signals;

    Aftermath(Jobs jobs, StatusBoard board, ProgressBroadcast broadcast, Signals signals) {
        this.jobs = jobs;
        this.board = board;
        this.broadcast = broadcast;
        this.signals = signals;
    }

    /** Of something that happened to a piece of work. Nobody follows a film by what is made of it afterwards. */
    void of(UnitKey key) {
        if (key.kind().output()) {
            signals.changed(key.videoId());
        } else {
            of(key.videoId());
        }
    }

    public void of(VideoId id) {
        try {
            jobs.find(id).filter(job -> !job.status().terminal()).ifPresent(board::record);
        } catch (RuntimeException e) {
            log.debug("progress of {} was not kept: {}", id, e.toString());
        }
        signals.changed(id);
        broadcast.changed(id);
    }

    void learn(VideoId id) {
        try {
            jobs.find(id).ifPresent(board::learn);
        } catch (RuntimeException e) {
            log.debug("nothing was learnt from {}: {}", id, e.toString());
        }
    }
}

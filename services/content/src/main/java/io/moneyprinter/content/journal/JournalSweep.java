package io.moneyprinter.content.journal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Removes from time to time what is kept no longer. */
@Component
class JournalSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JournalSweep.class);
    private static final long MINUTES = 30;

    private final JdbcJournal journal;
    private @Nullable ScheduledExecutorService timer;

    JournalSweep(JdbcJournal journal) {
        this.journal = journal;
    }

    @Override
    public void start() {
        var threads = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("journal-sweep").factory());
        threads.scheduleWithFixedDelay(this::sweep, 1, MINUTES, TimeUnit.MINUTES);
        timer = threads;
    }

    private void sweep() {
        try {
            journal.forgetOld();
        } catch (RuntimeException e) {
            log.warn("old exchanges with language models are not removed", e);
        }
    }

    @Override
    public void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}

package io.moneyprinter.tts.cloning;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Settles at the start, and from time to time, what a crash or a provider has left open. */
@Component
class CloneSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CloneSweep.class);

    private final Settlement settlement;
    private final CloningProperties properties;
    private @Nullable ScheduledExecutorService timer;

    CloneSweep(Settlement settlement, CloningProperties properties) {
        this.settlement = settlement;
        this.properties = properties;
    }

    @Override
    public void start() {
        var threads = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("cloned-voices").factory());
        threads.scheduleWithFixedDelay(this::sweep, 0, properties.sweep().toMillis(), TimeUnit.MILLISECONDS);
        timer = threads;
    }

    private void sweep() {
        try {
            settlement.settle();
        } catch (RuntimeException e) {
            log.warn("cloned voices are not settled", e);
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

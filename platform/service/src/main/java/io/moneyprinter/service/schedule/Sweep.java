package io.moneyprinter.service.schedule;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Puts in order, as long as the program runs and from time to time, what has been left behind. */
public abstract class Sweep implements SmartLifecycle {

    private final String name;
    private final Duration first;
    private final Duration pause;
    private final Runnable work;
    private final String failure;
    private @Nullable ScheduledExecutorService timer;

    /**
     * @param name of the thread
     * @param first after the start
     * @param pause between the end of one sweep and the next
     * @param failure what is logged when {@code work} fails, which is tried again after the pause
     */
    protected Sweep(String name, Duration first, Duration pause, Runnable work, String failure) {
        this.name = name;
        this.first = first;
        this.pause = pause;
        this.work = work;
        this.failure = failure;
    }

    @Override
    public final void start() {
        var threads = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        threads.scheduleWithFixedDelay(this::sweep, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        timer = threads;
    }

    private void sweep() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).warn(failure, e);
        }
    }

    @Override
    public final void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public final boolean isRunning() {
        return timer != null;
    }
}

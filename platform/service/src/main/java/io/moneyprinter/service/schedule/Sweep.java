package io.moneyprinter.service.schedule;

import io.moneyprinter.problem.CodedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does, as long as the program runs, from time to time and when it is woken, what nobody waits for. On a thread of its
 * own: what takes hours keeps no other sweep waiting.
 */
public abstract class Sweep implements SmartLifecycle {

    /** What failed is not tried again sooner, however short the pause is. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final String name;
    private final Duration first;
    private final Duration pause;
    private final String failure;
    private final Semaphore wakes = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /**
     * @param name of the thread
     * @param first after the start
     * @param pause between the end of one sweep and the next
     * @param failure what is logged when a sweep fails, which is tried again after a pause
     */
    protected Sweep(String name, Duration first, Duration pause, String failure) {
        this.name = name;
        this.first = first;
        this.pause = pause;
        this.failure = failure;
    }

    /** Once. Ends soon when its thread is interrupted. */
    protected abstract void sweep();

    /** There is something to do now. However often this is said during a sweep, one more comes after it. */
    public final void wake() {
        wakes.release();
    }

    @Override
    public final synchronized void start() {
        var started = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        thread = started;
        started.start();
    }

    private void run() {
        var next = first;
        try {
            while (isCurrent()) {
                if (wakes.tryAcquire(next.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakes.drainPermits();
                }
                next = isSwept() || pause.compareTo(AFTER_FAILURE) > 0 ? pause : AFTER_FAILURE;
            }
        } catch (InterruptedException stopped) {
            // The program ends.
        }
    }

    private boolean isSwept() {
        try {
            sweep();
            return true;
        } catch (RuntimeException | Error e) {
            // Also without memory, or part of a library: the next time it may be there.
            if (isCurrent()) {
                log(e);
            }
            return false;
        }
    }

    private boolean isCurrent() {
        return thread == Thread.currentThread();
    }

    private void log(Throwable e) {
        var log = LoggerFactory.getLogger(getClass());
        if (e instanceof CodedException coded) {
            log.warn("{}: {} {}", failure, coded.code().name(), coded.getMessage());
        } else {
            log.warn(failure, e);
        }
    }

    @Override
    public final synchronized void stop() {
        var started = thread;
        thread = null;
        if (started != null) {
            started.interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }
}

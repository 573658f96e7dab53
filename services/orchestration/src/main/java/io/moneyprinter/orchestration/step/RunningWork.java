package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.orchestration.job.UnitKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The threads of this process that work for a video just now, so that they can be called off. */
@Component
public class RunningWork {

    private final Map<UnitKey, Set<Thread>> threads = new HashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean stopping;

    /** Does the work on this thread; while it lasts, {@link #interrupt} reaches it. */
    <T> T call(UnitKey key, Supplier<T> work) {
        var self = Thread.currentThread();
        synchronized (threads) {
            threads.computeIfAbsent(key, _ -> new HashSet<>()).add(self);
        }
        try {
            return work.get();
        } finally {
            synchronized (threads) {
                var all = threads.get(key);
                if (all != null) {
                    all.remove(self);
                    if (all.isEmpty()) {
                        threads.remove(key);
                    }
                }
                // What was meant for the work must not hit the record of it.
                Thread.interrupted();
            }
        }
    }

    /** Calls off all work for this video in this process. */
    public void interrupt(VideoId id) {
        units().stream().filter(key -> key.videoId().equals(id)).forEach(this::interrupt);
    }

    /** Calls off this piece of work in this process. */
    public void interrupt(UnitKey key) {
        synchronized (threads) {
            threads.getOrDefault(key, Set.of()).forEach(Thread::interrupt);
        }
    }

    /** What is worked on in this process. */
    public List<UnitKey> units() {
        synchronized (threads) {
            return new ArrayList<>(threads.keySet());
        }
    }

    /** From now on nothing is recorded as failed: it is this process that ends, not the work. */
    public void stop() {
        stopping = true;
    }

    /** Waits a moment for what was interrupted by the shutdown to be recorded as such. */
    public void awaitRecorded(Duration atMost) throws InterruptedException {
        for (var end = System.nanoTime() + atMost.toNanos(); open.get() > 0 && System.nanoTime() < end; ) {
            Thread.sleep(10);
        }
    }

    /** From the line that opens an execution in the ledger to the one that closes it. */
    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    boolean stopping() {
        return stopping;
    }

    /**
     * Never returns. Whatever a step gave to the engine now, a value or an exception, might be recorded as its result;
     * the next process has to find it unfinished. Steps run on virtual threads, which keep no process alive.
     */
    static <T> T halt() {
        while (true) {
            Thread.interrupted();
            LockSupport.park();
        }
    }
}

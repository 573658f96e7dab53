package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.common.VideoId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes those of this process who wait for something to happen to a video. Other processes have to look now and then. */
@Component
public class Signals {

    private final ConcurrentMap<VideoId, CountDownLatch> latches = new ConcurrentHashMap<>();

    /** Take it before looking, so that nothing is missed between the look and the wait. */
    Ticket ticket(VideoId id) {
        return new Ticket(latches.computeIfAbsent(id, _ -> new CountDownLatch(1)));
    }

    public void changed(VideoId id) {
        var latch = latches.remove(id);
        if (latch != null) {
            latch.countDown();
        }
    }

    /** A place in the queue of those who wait for the next change. */
    record Ticket(CountDownLatch latch) {

        /** Returns at the next change, or after this time. */
        void await(Duration atMost) throws InterruptedException {
            latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}

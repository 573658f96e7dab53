package io.moneyprinter.service.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepTests {

    private static final Duration NEVER = Duration.ofDays(1);

    private final String name = "sweep-" + UUID.randomUUID();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore allowed = new Semaphore(0);
    private final AtomicInteger ended = new AtomicInteger();
    private Sweep sweep = broom(Duration.ZERO, NEVER);
    private volatile boolean failing;

    @AfterEach
    void stop() {
        sweep.stop();
    }

    @Test
    void comesOnceMoreHoweverOftenItIsWokenMeanwhile() throws InterruptedException {
        sweep.start();
        begun.acquire();
        for (var wake = 0; wake < 10; wake++) {
            sweep.wake();
        }

        allowed.release(100);
        begun.acquire();
        awaitRest();

        assertThat(ended).hasValue(2);
        sweep.wake();
        begun.acquire();
        awaitRest();
        assertThat(ended).hasValue(3);
    }

    @Test
    void comesAgainByItself() throws InterruptedException {
        sweep = broom(Duration.ZERO, Duration.ofMillis(1));
        allowed.release(100);

        sweep.start();

        begun.acquire(3);
        assertThat(sweep.isRunning()).isTrue();
    }

    @Test
    void goesOnAfterAFailure() throws InterruptedException {
        failing = true;
        allowed.release(100);
        sweep.start();
        begun.acquire();
        awaitRest();

        failing = false;
        sweep.wake();
        begun.acquire();
        awaitRest();

        assertThat(ended).hasValue(1);
    }

    @Test
    void endsWhenItIsStoppedAndCanBeginAgain() throws InterruptedException {
        sweep.start();
        begun.acquire();
        var thread = thread();

        sweep.stop();
        thread.join();

        assertThat(sweep.isRunning()).isFalse();
        assertThat(ended).hasValue(0);
        allowed.release();
        sweep.start();
        begun.acquire();
        awaitRest();
        assertThat(ended).hasValue(1);
    }

    /** Until it only waits for its time. While it works it waits for us, which has no time. */
    private void awaitRest() throws InterruptedException {
        while (thread().getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(5);
        }
    }

    private Thread thread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Sweep broom(Duration first, Duration pause) {
        return new Sweep(name, first, pause, "nothing is swept") {
            @Override
            protected void sweep() {
                begun.release();
                try {
                    allowed.acquire();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("stopped", e);
                }
                if (failing) {
                    throw new IllegalStateException("on purpose");
                }
                ended.incrementAndGet();
            }
        };
    }
}

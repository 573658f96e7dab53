package io.moneyprinter.service.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SweepTests {

    private static final Duration NEVER = Duration.ofDays(1);

    private final String name = "sweep-" + UUID.randomUUID();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore allowed = new Semaphore(0);
    private final AtomicInteger ended = new AtomicInteger();
    private Sweep sweep = broom(Duration.ZERO, NEVER);
    private volatile @Nullable Throwable failure;

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

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("on purpose"), new NoClassDefFoundError("on purpose"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void goesOnAfterAFailure(Throwable each) throws InterruptedException {
        failure = each;
        allowed.release(100);
        sweep.start();
        begun.acquire();
        awaitRest();

        failure = null;
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
                switch (failure) {
                    case null -> ended.incrementAndGet();
                    case Error error -> throw error;
                    case RuntimeException exception -> throw exception;
                    case Throwable checked -> throw new IllegalStateException(checked);
                }
            }
        };
    }
}

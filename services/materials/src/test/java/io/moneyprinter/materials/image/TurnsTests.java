package io.moneyprinter.materials.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTests {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void waitsForAsLongAsAnythingIsMade() throws InterruptedException {
        var turns = new Turns("slow", 1, Duration.ofSeconds(3));
        var made = Collections.synchronizedList(new ArrayList<Integer>());

        var threads = IntStream.range(0, 6)
                .mapToObj(number -> Thread.ofVirtual().start(() -> {
                    try (var turn = turns.turn()) {
                        turn.await();
                        turn.take(deadline -> rest(Duration.ofMillis(800)));
                        made.add(number);
                    }
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(made).hasSize(6);
    }

    @Test
    void givesUpTogetherWithTheOneThatItWaitedFor() {
        var turns = new Turns("stalled", 1, SHORT);
        try (var stalled = turns.turn();
                var waiting = turns.turn()) {
            stalled.await();

            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(waiting::await)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(MaterialsErrorCode.IMAGE_UNAVAILABLE))
                    .withMessageContaining("others have been asking stalled for PT0.1");
        }
    }

    @Test
    void givesUpWhenItsTurnComesTooLateForAPicture() {
        var turns = new Turns("stalled", 1, SECOND);
        try (var stalled = turns.turn();
                var waiting = turns.turn()) {
            stalled.await();
            rest(Duration.ofMillis(600));
            stalled.close();

            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(waiting::await)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(MaterialsErrorCode.IMAGE_UNAVAILABLE));
        }
        try (var next = turns.turn()) {
            next.await();
        }
    }

    @Test
    void leavesWhatIsLeftOfTheTimeToTheNextOneWhenNothingCame() {
        var turns = new Turns("broken", 1, LONG);
        try (var second = turns.turn();
                var third = turns.turn()) {
            rest(SHORT);
            second.await();
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> second.take(deadline -> {
                        assertThat(deadline.total()).isLessThanOrEqualTo(LONG.minus(SHORT));
                        throw new CodedException(MaterialsErrorCode.IMAGE_UNAVAILABLE, "it broke");
                    }));

            third.await();
            third.take(deadline -> assertThat(deadline.total()).isLessThanOrEqualTo(LONG.minus(SHORT)));
        }
    }

    /** It answered, so whoever comes next has as much time as anybody. */
    @Test
    void takesARefusalForAnAnswer() {
        var turns = new Turns("strict", 1, LONG);
        try (var refused = turns.turn();
                var next = turns.turn()) {
            rest(SECOND);
            refused.await();
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> refused.take(deadline -> {
                        throw new CodedException(MaterialsErrorCode.IMAGE_REFUSED, "not that");
                    }));

            next.await();
            next.take(deadline -> assertThat(deadline.total()).isGreaterThan(LONG.minus(SECOND)));
        }
    }

    @Test
    void goesInOrder() throws InterruptedException {
        var turns = new Turns("slow", 1, LONG);
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        var threads = new ArrayList<Thread>();
        try (var busy = turns.turn()) {
            busy.await();
            for (var number : List.of(0, 1, 2, 3)) {
                var thread = Thread.ofPlatform().start(() -> {
                    try (var turn = turns.turn()) {
                        turn.await();
                        turn.take(deadline -> order.add(number));
                    }
                });
                while (thread.getState() != Thread.State.TIMED_WAITING) {
                    Thread.sleep(1);
                }
                threads.add(thread);
            }
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(order).containsExactly(0, 1, 2, 3);
    }

    @Test
    void stopsWaitingWhenItIsInterrupted() throws InterruptedException {
        var turns = new Turns("slow", 1, LONG);
        var failure = new AtomicReference<CodedException>();
        var started = new CountDownLatch(1);
        try (var busy = turns.turn()) {
            busy.await();
            var waiting = Thread.ofVirtual().start(() -> {
                try (var turn = turns.turn()) {
                    started.countDown();
                    turn.await();
                } catch (CodedException e) {
                    failure.set(e);
                }
            });
            started.await();
            waiting.interrupt();
            waiting.join();
        }

        assertThat(failure.get().code()).isEqualTo(CommonErrorCode.CANCELLED);
        // It has left the queue.
        try (var next = turns.turn()) {
            next.await();
        }
    }

    private static void rest(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

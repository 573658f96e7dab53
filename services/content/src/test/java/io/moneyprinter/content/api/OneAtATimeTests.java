package io.moneyprinter.content.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OneAtATimeTests {

    private final OneAtATime<String> work = new OneAtATime<>();

    @Test
    @Timeout(30)
    void keepsWhoeverComesBehindThoseWhoWaitAfterAFailure() throws Exception {
        var fail = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var working = new AtomicBoolean();
        var first = new CompletableFuture<String>();
        start(first, () -> {
            await(fail);
            throw new IllegalStateException("the model is away");
        });
        var second = new CompletableFuture<String>();
        var waiting = start(second, () -> {
            working.set(true);
            await(go);
            working.set(false);
            return "second";
        });
        untilItWaits(waiting);
        fail.countDown();
        while (!working.get()) {
            Thread.onSpinWait();
        }

        var third = new CompletableFuture<String>();
        var later = start(third, () -> working.get() ? "beside the second" : "third");
        while (later.isAlive() && later.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        go.countDown();

        assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class);
        assertThat(second.get()).isEqualTo("second");
        assertThat(third.get()).isEqualTo("third");
        later.join();
        assertThat(work.size()).isZero();
    }

    @Test
    void letsOtherKeysPass() {
        assertThat(work.<String>run("bees", () -> work.run("wasps", () -> "both")))
                .isEqualTo("both");
    }

    private Thread start(CompletableFuture<String> result, Supplier<String> body) {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                result.complete(work.run("bees", body));
            } catch (IllegalStateException e) {
                result.completeExceptionally(e);
            }
        });
    }

    private static void untilItWaits(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

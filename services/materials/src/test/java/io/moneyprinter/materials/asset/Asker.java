package io.moneyprinter.materials.asset;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who asks the service for something small again and again. */
final class Asker implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final MaterialsClient client;
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final Thread thread;

    Asker(MaterialsClient client) {
        this.client = client;
        this.thread = Thread.ofPlatform().daemon().name("asker").start(this::ask);
    }

    int answers() {
        return answers.get();
    }

    int failures() {
        return failures.get();
    }

    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    private void ask() {
        while (!Thread.currentThread().isInterrupted()) {
            var started = System.nanoTime();
            try {
                var status = client.get(MaterialsClient.MATERIALS + "?limit=1").statusCode();
                (status == 200 ? answers : failures).incrementAndGet();
                slowest.accumulateAndGet(System.nanoTime() - started, Math::max);
                Thread.sleep(PAUSE);
            } catch (InterruptedException closed) {
                return;
            } catch (IllegalStateException failed) {
                if (!Thread.currentThread().isInterrupted()) {
                    failures.incrementAndGet();
                }
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

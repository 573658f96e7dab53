package io.moneyprinter.notifications.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One connection of a user. Frames wait in a bounded queue and are written by a thread of their own, so a reader that
 * stalls holds up nobody and costs no more than the queue; when that is full the connection is closed.
 */
final class Watcher {

    private static final int QUEUE = 256;
    private static final Duration PING_AFTER = Duration.ofSeconds(25);

    /** The wire below. Called by one thread at a time. */
    interface Wire {

        void write(Frame frame) throws IOException;

        /** Tells the other side, and what lies between, that the connection is alive. */
        void ping() throws IOException;

        /** Ends the connection; {@code slow} tells a reader that it may come back later. */
        void close(boolean slow);
    }

    private final Wire wire;
    private final BlockingQueue<Frame> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Thread writer;
    private List<Frame> missed = List.of();

    Watcher(Wire wire) {
        this.wire = wire;
        this.writer = Thread.ofVirtual().name("watcher").unstarted(this::write);
    }

    /**
     * Begins to write: first what was missed, then what came in since this watcher was made, nothing twice.
     *
     * @param missed recorded frames, oldest first
     */
    void start(List<Frame> missed) {
        this.missed = List.copyOf(missed);
        writer.start();
    }

    /** Whether the frame will be written, as long as the connection holds. */
    boolean offer(Frame frame) {
        if (!open.get()) {
            return false;
        }
        if (queue.offer(frame)) {
            return true;
        }
        end(true);
        return false;
    }

    void close() {
        end(false);
    }

    private void end(boolean slow) {
        if (open.compareAndSet(true, false)) {
            writer.interrupt();
            // A write may hang in the kernel; closing the wire ends it.
            Thread.startVirtualThread(() -> wire.close(slow));
        }
    }

    private void write() {
        try {
            // An answer over HTTP begins with the first thing that is written, and nothing may happen for long.
            wire.ping();
            var last = Long.MIN_VALUE;
            for (var frame : missed) {
                wire.write(frame);
                last = frame.sequence() == null ? last : frame.sequence();
            }
            while (open.get()) {
                var frame = queue.poll(PING_AFTER.toMillis(), TimeUnit.MILLISECONDS);
                if (frame == null) {
                    wire.ping();
                } else if (frame.sequence() == null || frame.sequence() > last) {
                    wire.write(frame);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException gone) {
            end(false);
        }
    }
}

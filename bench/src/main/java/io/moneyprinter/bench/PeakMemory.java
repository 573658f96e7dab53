package io.moneyprinter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The most memory that this process' children had at a time, from Linux' {@code /proc}; zero elsewhere. */
final class PeakMemory implements AutoCloseable {

    private static final long PAGE = 4096;
    private static final int MILLIS = 50;

    private final AtomicLong peak = new AtomicLong();
    private final Thread sampler =
            Thread.ofPlatform().daemon().name("peak-memory").start(this::sample);

    /** Bytes. */
    long peak() {
        return peak.get();
    }

    private void sample() {
        try {
            while (true) {
                var now = ProcessHandle.current()
                        .descendants()
                        .mapToLong(process -> resident(process.pid()))
                        .sum();
                peak.accumulateAndGet(now, Math::max);
                Thread.sleep(MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static long resident(long process) {
        try {
            return PAGE
                    * Long.parseLong(Files.readString(Path.of("/proc/%d/statm".formatted(process)))
                            .split(" ", 3)[1]);
        } catch (IOException | ArrayIndexOutOfBoundsException gone) {
            return 0;
        }
    }

    @Override
    public void close() {
        sampler.interrupt();
    }
}

package io.moneyprinter.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most memory that this process' children had at a time, from Linux' {@code /proc}; zero elsewhere. What processes
 * share, such as libraries, counts once.
 */
final class PeakMemory implements AutoCloseable {

    private static final String SHARE = "Pss:";

    /** Looking costs the kernel milliseconds; what is large stays so for seconds. */
    private static final int MILLIS = 1_000;

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
        try (var lines = Files.lines(Path.of("/proc/%d/smaps_rollup".formatted(process)))) {
            return lines.filter(line -> line.startsWith(SHARE))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    @Override
    public void close() {
        sampler.interrupt();
    }
}

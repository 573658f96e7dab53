package io.moneyprinter.materials.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most memory that any FFmpeg started by this process had at a time, from Linux' {@code /proc}; zero elsewhere. The
 * kernel keeps the peak of each, so that only the last milliseconds of one are missed.
 */
public final class HungriestChild implements AutoCloseable {

    private static final String PEAK = "VmHWM:";
    private static final int MILLIS = 5;

    private final AtomicLong peak = new AtomicLong();
    private final Thread sampler =
            Thread.ofPlatform().daemon().name("hungriest-child").start(this::sample);

    /** Bytes, since the last time it was asked. */
    public long peak() {
        return peak.getAndSet(0);
    }

    private void sample() {
        try {
            while (true) {
                ProcessHandle.current().descendants().forEach(child -> peak.accumulateAndGet(peak(child), Math::max));
                Thread.sleep(MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static long peak(ProcessHandle child) {
        var status = Path.of("/proc", Long.toString(child.pid()), "status");
        try {
            var lines = Files.readAllLines(status);
            if (!lines.getFirst().matches("Name:\\s+ff(mpeg|probe)")) {
                return 0;
            }
            return lines.stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | RuntimeException gone) {
            return 0;
        }
    }

    @Override
    public void close() {
        sampler.interrupt();
    }
}

package io.moneyprinter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at the processes below this one all the time, through Linux' {@code /proc}; sees nothing elsewhere. What the
 * kernel counts for ended children is no use: a sandbox ends before its child is waited for.
 */
final class Meter implements AutoCloseable {

    private static final long PAGE = 4096;

    /** A process' last moments are missed, half of that on average. */
    private static final int MILLIS = 20;

    /** Ticks are hundredths of a second on every Linux that people run. */
    private static final long MILLIS_PER_TICK = 10;

    private final Map<Long, Long> ticksAtStart;
    private final Map<Long, Long> ticks = new HashMap<>();
    private final Thread sampler = Thread.ofPlatform().daemon().name("meter").unstarted(this::sample);
    private long peak;

    Meter() {
        ticksAtStart = everyone().collect(Collectors.toMap(pid -> pid, Meter::ticks, (one, other) -> one));
        sampler.start();
    }

    /** The most bytes that the processes below this one had at a time. */
    synchronized long peakMemory() {
        return peak;
    }

    /** User and system time of this process and of those below it. */
    synchronized Duration cpu() {
        look();
        var sum = ticks.entrySet().stream()
                .mapToLong(each -> each.getValue() - ticksAtStart.getOrDefault(each.getKey(), 0L))
                .sum();
        return Duration.ofMillis(sum * MILLIS_PER_TICK);
    }

    private void sample() {
        try {
            while (true) {
                look();
                Thread.sleep(MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        everyone().forEach(pid -> ticks.merge(pid, ticks(pid), Math::max));
        var own = ProcessHandle.current().pid();
        var memory = everyone()
                .filter(pid -> pid != own)
                .mapToLong(Meter::resident)
                .sum();
        peak = Math.max(peak, memory);
    }

    private static Stream<Long> everyone() {
        var own = ProcessHandle.current();
        return Stream.concat(Stream.of(own), own.descendants()).map(ProcessHandle::pid);
    }

    private static long ticks(long process) {
        try {
            var stat = Files.readString(Path.of("/proc/%d/stat".formatted(process)));
            // The name in parentheses may hold spaces; utime and stime are fields 14 and 15.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException | IndexOutOfBoundsException gone) {
            return 0;
        }
    }

    private static long resident(long process) {
        try {
            return PAGE
                    * Long.parseLong(Files.readString(Path.of("/proc/%d/statm".formatted(process)))
                            .split(" ", 3)[1]);
        } catch (IOException | IndexOutOfBoundsException gone) {
            return 0;
        }
    }

    @Override
    public void close() {
        sampler.interrupt();
    }
}

package io.moneyprinter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Processor time from Linux' {@code /proc}; zero elsewhere. Sandboxed processes are not in it: a sandbox ends before
 * its child has been waited for.
 */
final class CpuTime {

    /** Ticks are hundredths of a second on every Linux that people run. */
    private static final long MILLIS_PER_TICK = 10;

    private CpuTime() {}

    /** User and system time of this process and of the children that have ended. */
    static Duration ofThisProcessAndItsChildren() {
        return of("self");
    }

    /** The same of another process, by its id. */
    static Duration of(String process) {
        try {
            var stat = Files.readString(Path.of("/proc/%s/stat".formatted(process)));
            // The name in parentheses may hold spaces; utime, stime, cutime and cstime are fields 14 to 17.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var ticks = 0L;
            for (var field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return Duration.ofMillis(ticks * MILLIS_PER_TICK);
        } catch (IOException notLinux) {
            return Duration.ZERO;
        }
    }
}

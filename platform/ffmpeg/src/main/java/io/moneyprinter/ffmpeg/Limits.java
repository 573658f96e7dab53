package io.moneyprinter.ffmpeg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process may use. Enforced by {@code prlimit} where the system has it.
 *
 * @param deadline wall time
 * @param cpu processor time
 * @param memory bytes of address space
 * @param fileSize bytes of the largest file it may write
 */
public record Limits(Duration deadline, Duration cpu, long memory, long fileSize) {

    private static final long GIB = 1L << 30;

    /** For looks at files: seconds, and nothing to write. */
    public static final Limits LOOK = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(20), 2 * GIB, 1 << 20);

    /** For rendering, with {@code deadline} to get stuck processes out of the way. */
    public static Limits render(Duration deadline) {
        return new Limits(deadline, deadline.multipliedBy(64), 16 * GIB, 16 * GIB);
    }

    /** For encoding on a device: drivers of GPUs reserve far more addresses than the machine has memory. */
    public static Limits device(Duration deadline) {
        var limits = render(deadline);
        return new Limits(limits.deadline(), limits.cpu(), 64L << 40, limits.fileSize());
    }

    List<String> prlimit() {
        var options = new ArrayList<String>();
        options.add("--as=" + memory);
        options.add("--cpu=%d:%d".formatted(cpu.toSeconds(), cpu.toSeconds() + 5));
        options.add("--fsize=" + fileSize);
        options.add("--nofile=256");
        options.add("--core=0");
        return options;
    }
}

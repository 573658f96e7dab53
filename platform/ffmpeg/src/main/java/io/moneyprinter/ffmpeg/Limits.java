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
 * @param data bytes that it may fill: what is reserved only, or shared with others, does not count
 */
public record Limits(Duration deadline, Duration cpu, long memory, long fileSize, long data) {

    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /** 64 TiB. */
    private static final long ANY_ADDRESS = 64L << 40;

    public Limits(Duration deadline, Duration cpu, long memory, long fileSize) {
        this(deadline, cpu, memory, fileSize, memory);
    }

    /** For the first look at the file of a stranger, who may want it to take long and much. */
    static final Limits STRANGER =
            new Limits(Duration.ofSeconds(20), Duration.ofSeconds(3), 2 * GIB, 1 << 20, 360 * MIB);

    private static final Duration LONGEST_DECODING = Duration.ofMinutes(20);
    private static final Duration SHORTEST_DECODING = Duration.ofSeconds(3);

    /** Far slower than any decoder on one core. */
    private static final double NANOS_PER_PIXEL = 50;

    /** Decoders of videos keep up to 16 pictures for later ones, of up to four bytes a pixel where they are deep. */
    private static final long BYTES_PER_PIXEL = 64;

    private static final long BYTES_PER_PIXEL_OF_IMAGE = 16;

    /** For looks at files: seconds, and nothing to write. */
    public static final Limits LOOK = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(20), 2 * GIB, 1 << 20);

    /** A run has few threads: more processor time than of so many is not work. */
    private static final int BUSY_THREADS = 4;

    /**
     * For rendering, with {@code deadline} to get stuck processes out of the way. Four 4K sources into one 4K film take
     * 3.5 GiB of address space, of which 2 GiB are used.
     */
    public static Limits render(Duration deadline) {
        return new Limits(deadline, deadline.multipliedBy(BUSY_THREADS).plusSeconds(5), 8 * GIB, 16 * GIB);
    }

    /**
     * For decoding the file of a stranger once: what so many pictures of that size can honestly take.
     *
     * @param pixels of one picture
     */
    static Limits decoding(long pixels, double pictures) {
        var honest = Duration.ofNanos((long) Math.min(1e15, pixels * pictures * NANOS_PER_PIXEL));
        var cpu = SHORTEST_DECODING.plus(honest);
        cpu = cpu.compareTo(LONGEST_DECODING) > 0 ? LONGEST_DECODING : cpu;
        return new Limits(
                // Others may want the processor, too.
                cpu.multipliedBy(4),
                cpu,
                4 * GIB,
                1 << 20,
                320 * MIB + pixels * (pictures > 1 ? BYTES_PER_PIXEL : BYTES_PER_PIXEL_OF_IMAGE));
    }

    /** The same with so many bytes of address space. */
    public Limits withMemory(long bytes) {
        return new Limits(deadline, cpu, bytes, fileSize, Math.min(data, bytes));
    }

    /** The same with so many bytes of address space, all of which may be reserved to be filled. */
    Limits withAddresses(long bytes) {
        return new Limits(deadline, cpu, bytes, fileSize, bytes);
    }

    /** The same with so many bytes in the largest file that is written. */
    public Limits withFileSize(long bytes) {
        return new Limits(deadline, cpu, memory, bytes, data);
    }

    /** For encoding on a device: drivers of GPUs reserve far more addresses than the machine has memory. */
    public static Limits device(Duration deadline) {
        var limits = render(deadline);
        return new Limits(limits.deadline(), limits.cpu(), ANY_ADDRESS, limits.fileSize());
    }

    /** No more memory than this, except where addresses say nothing about memory. */
    Limits within(long bytes) {
        return memory >= ANY_ADDRESS ? this : withMemory(Math.min(memory, bytes));
    }

    List<String> prlimit() {
        var options = new ArrayList<String>();
        options.add("--as=" + memory);
        options.add("--data=" + data);
        options.add("--cpu=%d:%d".formatted(cpu.toSeconds(), cpu.toSeconds() + 5));
        options.add("--fsize=" + fileSize);
        options.add("--nofile=256");
        options.add("--core=0");
        return options;
    }
}

package io.moneyprinter.video.check;

import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** How large films get, and whether there is room for one. */
public final class DiskSpace {

    /** Bits that a pixel of busy footage takes in high quality. */
    private static final double BITS_PER_PIXEL = 0.25;

    /** Noise takes 16 times as many; more is a fault. */
    private static final int WORST = 16;

    private static final long SMALLEST = 1L << 20;

    private DiskSpace() {}

    /** About how many bytes so many frames have. */
    public static long expected(int width, int height, long frames) {
        return SMALLEST + Math.round((double) frames * width * height * BITS_PER_PIXEL / 8);
    }

    /** How many bytes so many frames have at the very most. */
    public static long most(int width, int height, long frames) {
        return WORST * expected(width, height, frames);
    }

    /**
     * Makes sure that there is twice as much room for {@code file} as it is expected to need, for the file of a film is
     * written once more to put its index first.
     *
     * @throws CodedException {@code STORAGE_FULL}
     */
    public static void require(Path file, long expected) {
        var absolute = file.toAbsolutePath();
        var directory = Objects.requireNonNullElse(absolute.getParent(), absolute);
        try {
            var free = Files.getFileStore(directory).getUsableSpace();
            if (free < 2 * expected) {
                throw new CodedException(
                        FfmpegErrorCode.STORAGE_FULL,
                        "%d MiB are free (expected: %d MiB)".formatted(free >> 20, (2 * expected >> 20) + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for the free space of " + directory, e);
        }
    }

    /** The failure itself, or {@code STORAGE_FULL} where that is its cause. */
    public static RuntimeException explained(UncheckedIOException failure) {
        var message = String.valueOf(failure.getCause());
        var full = message.contains("No space left on device") || message.contains("Disk quota exceeded");
        return full ? new CodedException(FfmpegErrorCode.STORAGE_FULL, "no space left on the disk", failure) : failure;
    }
}

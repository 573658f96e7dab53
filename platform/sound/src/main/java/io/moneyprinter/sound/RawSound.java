package io.moneyprinter.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bare samples in a file, each of four bytes, as FFmpeg writes {@code f32le}. */
public final class RawSound {

    private static final int BLOCK = 1 << 16;

    private RawSound() {}

    /** How many samples are in the file. */
    public static long length(Path file) throws IOException {
        return Files.size(file) / Float.BYTES;
    }

    /**
     * Reads from the beginning, a block at a time: what is in memory is the samples, not the file, too.
     *
     * @param most samples that are read
     */
    public static float[] read(Path file, int most) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var samples = new float[(int) Math.min(most, channel.size() / Float.BYTES)];
            var bytes = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
            for (var at = 0; at < samples.length; ) {
                if (channel.read(bytes) < 0) {
                    throw new IOException("%s was cut short while it was read".formatted(file));
                }
                bytes.flip();
                while (bytes.remaining() >= Float.BYTES && at < samples.length) {
                    samples[at++] = bytes.getFloat();
                }
                bytes.compact();
            }
            return samples;
        }
    }
}

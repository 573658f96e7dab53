package io.moneyprinter.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * What a WAV file of signed 16-bit samples holds.
 *
 * @param sampleRate frames per second
 * @param frames samples per channel
 * @param data where in the file the first sample is
 */
public record WavFormat(int channels, int sampleRate, long frames, long data) {

    public static final int BYTES_PER_SAMPLE = 2;

    /** The length of what {@link #header} writes. */
    public static final int HEADER = 44;

    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xfffe;
    private static final int CHUNK = 8;

    public static WavFormat of(int channels, int sampleRate, long frames) {
        return new WavFormat(channels, sampleRate, frames, HEADER);
    }

    /** @throws IOException also when the file is not WAV, or not of signed 16-bit samples */
    public static WavFormat read(FileChannel file) throws IOException {
        var riff = bytes(file, 0, 12);
        if (!name(riff, 0).equals("RIFF") || !name(riff, 8).equals("WAVE")) {
            throw new IOException("not a WAV file");
        }
        var channels = 0;
        var sampleRate = 0;
        for (var at = 12L; at + CHUNK <= file.size(); ) {
            var chunk = bytes(file, at, CHUNK);
            var size = Integer.toUnsignedLong(chunk.getInt(4));
            if (name(chunk, 0).equals("fmt ")) {
                var format = bytes(file, at + CHUNK, 16);
                var coding = Short.toUnsignedInt(format.getShort(0));
                if (coding != PCM && coding != EXTENSIBLE || format.getShort(14) != 16) {
                    throw new IOException("WAV coding %d with %d bits (expected: PCM with 16 bits)"
                            .formatted(coding, format.getShort(14)));
                }
                channels = format.getShort(2);
                sampleRate = format.getInt(4);
            } else if (name(chunk, 0).equals("data") && channels > 0) {
                // Whoever writes to a pipe cannot know the size beforehand: the file's end counts.
                var length = Math.min(size, file.size() - at - CHUNK);
                return new WavFormat(channels, sampleRate, length / (channels * BYTES_PER_SAMPLE), at + CHUNK);
            }
            at += CHUNK + size + (size & 1);
        }
        throw new IOException("WAV file without sound");
    }

    public int bytesPerFrame() {
        return channels * BYTES_PER_SAMPLE;
    }

    /** All that precedes the samples. */
    public byte[] header() {
        var bytes = frames * bytesPerFrame();
        if (bytes + HEADER > 0xffff_ffffL) {
            throw new IllegalStateException("frames: %d (more than a WAV file holds)".formatted(frames));
        }
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) (bytes + HEADER - CHUNK))
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) PCM)
                .putShort((short) channels)
                .putInt(sampleRate)
                .putInt(sampleRate * bytesPerFrame())
                .putShort((short) bytesPerFrame())
                .putShort((short) (8 * BYTES_PER_SAMPLE))
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) bytes)
                .array();
    }

    private static ByteBuffer bytes(FileChannel file, long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("WAV file cut short");
            }
        }
        return bytes.flip();
    }

    private static String name(ByteBuffer bytes, int at) {
        return StandardCharsets.US_ASCII.decode(bytes.slice(at, 4)).toString();
    }
}

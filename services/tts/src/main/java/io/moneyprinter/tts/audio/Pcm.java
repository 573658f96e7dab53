package io.moneyprinter.tts.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Mono sound at 48 kHz.
 *
 * @param samples full scale is 1
 */
@SuppressWarnings("ArrayRecordComponent") // Samples are handed on, never compared.
public record Pcm(float[] samples) {

    public static final int SAMPLE_RATE = 48_000;

    private static final int HEADER = 44;

    public Duration duration() {
        return time(samples.length);
    }

    /** How long that many samples last. */
    public static Duration time(long samples) {
        return Duration.ofNanos(Math.round(samples * 1e9 / SAMPLE_RATE));
    }

    /** How many samples last that long. */
    public static long samples(Duration length) {
        return Math.round(length.toNanos() * (double) SAMPLE_RATE / 1e9);
    }

    public static Pcm silence(Duration length) {
        return new Pcm(new float[Math.toIntExact(samples(length))]);
    }

    /** One after the other. */
    public static Pcm joined(List<Pcm> parts) {
        var samples =
                new float[parts.stream().mapToInt(part -> part.samples.length).sum()];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part.samples, 0, samples, at, part.samples.length);
            at += part.samples.length;
        }
        return new Pcm(samples);
    }

    public Pcm range(int from, int to) {
        return new Pcm(Arrays.copyOfRange(samples, from, to));
    }

    public Pcm gained(double decibels) {
        var factor = (float) Math.pow(10, decibels / 20);
        var gained = new float[samples.length];
        for (var i = 0; i < gained.length; i++) {
            gained[i] = samples[i] * factor;
        }
        return new Pcm(gained);
    }

    /** Whether the file is WAV that {@link #read} takes. */
    static boolean reads(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = ByteBuffer.wrap(in.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
            return head.limit() == HEADER
                    && head.getInt(0) == fourCc("RIFF")
                    && head.getInt(8) == fourCc("WAVE")
                    && head.getInt(12) == fourCc("fmt ")
                    && head.getInt(16) == 16
                    && head.getShort(20) == 1
                    && head.getShort(22) == 1
                    && head.getInt(24) == SAMPLE_RATE
                    && head.getShort(34) == 16;
        }
    }

    /** Reads WAV of 48 kHz, mono, signed 16 bit; other chunks than the sound are skipped. */
    static Pcm read(Path file) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var at = 12;
        while (at + 8 <= bytes.limit()) {
            var size = Integer.toUnsignedLong(bytes.getInt(at + 4));
            if (bytes.getInt(at) == fourCc("data")) {
                // A file written to a pipe does not know its size and claims the largest one.
                var count = (int) Math.min(size, bytes.limit() - at - 8L) / 2;
                var samples = new float[count];
                for (var i = 0; i < count; i++) {
                    samples[i] = bytes.getShort(at + 8 + 2 * i) / 32768f;
                }
                return new Pcm(samples);
            }
            at = Math.toIntExact(Math.min(Integer.MAX_VALUE, at + 8L + size + (size & 1)));
        }
        throw new IOException("%s has no sound in it".formatted(file.getFileName()));
    }

    /** Writes WAV of 48 kHz, mono, signed 16 bit. */
    public void write(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            out.write(header(samples.length));
            out.write(bytes());
        }
    }

    /** What stands before so many samples in a file. */
    static byte[] header(int samples) {
        var size = samples * 2;
        var bytes = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(fourCc("RIFF")).putInt(HEADER - 8 + size).putInt(fourCc("WAVE"));
        bytes.putInt(fourCc("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(SAMPLE_RATE).putInt(SAMPLE_RATE * 2).putShort((short) 2).putShort((short) 16);
        bytes.putInt(fourCc("data")).putInt(size);
        return bytes.array();
    }

    /** The samples, signed 16 bit. */
    byte[] bytes() {
        var bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (var sample : samples) {
            bytes.putShort((short) Math.clamp(Math.round(sample * 32768f), Short.MIN_VALUE, Short.MAX_VALUE));
        }
        return bytes.array();
    }

    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}

package io.moneyprinter.tts.provider.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mono sound of 16 bit, as providers send it. Whatever kind of WAV came in, only this plain one goes on to FFmpeg.
 *
 * @param sampleRate samples per second
 */
@SuppressWarnings("ArrayRecordComponent") // Samples are handed on, never compared.
public record Wave(int sampleRate, short[] samples) {

    /** A stream does not know how long it will be, and claims nothing or more than this. */
    private static final long UNKNOWN_SIZE = 0x7FFF_0000L;

    /** What nearly every voice speaks at. */
    public static final int DEFAULT_RATE = 24_000;

    private static final int HEADER = 44;
    private static final int RIFF = fourCc("RIFF");
    private static final int WAVE = fourCc("WAVE");
    private static final int FORMAT = fourCc("fmt ");
    private static final int DATA = fourCc("data");

    public Wave {
        if (!isRate(sampleRate)) {
            throw new IllegalArgumentException(rate(sampleRate));
        }
    }

    private static boolean isRate(int sampleRate) {
        return sampleRate >= 8_000 && sampleRate <= 192_000;
    }

    private static String rate(int sampleRate) {
        return "sample rate: %d (expected: 8000 to 192000)".formatted(sampleRate);
    }

    private record Format(int code, int channels, int sampleRate, int bits) {

        static Format read(ByteBuffer in, int at, long size) throws IOException {
            if (size < 16 || at + size > in.limit()) {
                throw new IOException("its WAV header is broken");
            }
            var code = Short.toUnsignedInt(in.getShort(at));
            // The extensible kind tells the code further on.
            var known = code == 0xFFFE && size >= 26 ? Short.toUnsignedInt(in.getShort(at + 24)) : code;
            return new Format(known, in.getShort(at + 2), in.getInt(at + 4), in.getShort(at + 14));
        }

        Wave read(ByteBuffer in, int at, int size) throws IOException {
            if (channels < 1 || channels > 8 || !isReadable()) {
                throw new IOException("its WAV is of a kind that is not read here (format %d, %d channels, %d bits)"
                        .formatted(code, channels, bits));
            }
            if (!isRate(sampleRate)) {
                throw new IOException(rate(sampleRate));
            }
            var width = bits / 8;
            var samples = new short[size / (width * channels)];
            for (var i = 0; i < samples.length; i++) {
                var sum = 0.0;
                for (var channel = 0; channel < channels; channel++) {
                    sum += sample(in, at + (i * channels + channel) * width);
                }
                samples[i] = (short) Math.clamp(Math.round(sum / channels * 32768), Short.MIN_VALUE, Short.MAX_VALUE);
            }
            return new Wave(sampleRate, samples);
        }

        private boolean isReadable() {
            return code == 1 && (bits == 8 || bits == 16 || bits == 24 || bits == 32)
                    || code == 3 && (bits == 32 || bits == 64);
        }

        private double sample(ByteBuffer in, int at) {
            return switch (bits) {
                case 8 -> (Byte.toUnsignedInt(in.get(at)) - 128) / 128.0;
                case 16 -> in.getShort(at) / 32768.0;
                case 24 -> (in.get(at + 2) << 16 | Short.toUnsignedInt(in.getShort(at))) / 8388608.0;
                case 32 -> code == 3 ? in.getFloat(at) : in.getInt(at) / 2147483648.0;
                default -> in.getDouble(at);
            };
        }
    }

    /** @throws IOException what is wrong with it, as part of a sentence */
    public static Wave read(byte[] bytes) throws IOException {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 12 || in.getInt(0) != RIFF || in.getInt(8) != WAVE) {
            throw new IOException("it is no WAV");
        }
        @Nullable Format format = null;
        for (var at = 12L; at + 8 <= bytes.length; ) {
            var start = (int) at + 8;
            var size = Integer.toUnsignedLong(in.getInt(start - 4));
            var kind = in.getInt(start - 8);
            if (kind == FORMAT) {
                format = Format.read(in, start, size);
            } else if (kind == DATA && format != null) {
                return format.read(in, start, present(size, bytes.length - start));
            }
            at = start + size + (size & 1);
        }
        throw new IOException("its WAV has no sound in it");
    }

    private static int present(long claimed, int there) throws IOException {
        if (claimed == 0 || claimed >= UNKNOWN_SIZE) {
            return there;
        }
        if (claimed > there) {
            throw new IOException("its sound was cut off after %d of %d bytes".formatted(there, claimed));
        }
        return (int) claimed;
    }

    /** @param bytes signed, 16 bit, little endian, mono */
    public static Wave ofPcm(byte[] bytes, int sampleRate) throws IOException {
        if (bytes.length % 2 != 0) {
            throw new IOException("its sound was cut off within a sample");
        }
        if (!isRate(sampleRate)) {
            throw new IOException(rate(sampleRate));
        }
        var samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return new Wave(sampleRate, samples);
    }

    /** One after the other. */
    public static Wave joined(List<Wave> parts) throws IOException {
        var rate = parts.getFirst().sampleRate();
        var all =
                new short[parts.stream().mapToInt(part -> part.samples().length).sum()];
        var at = 0;
        for (var part : parts) {
            if (part.sampleRate() != rate) {
                throw new IOException("it changed its sample rate from %d to %d".formatted(rate, part.sampleRate()));
            }
            System.arraycopy(part.samples(), 0, all, at, part.samples().length);
            at += part.samples().length;
        }
        return new Wave(rate, all);
    }

    public Duration duration() {
        return Duration.ofNanos(Math.round(samples.length * 1e9 / sampleRate));
    }

    public boolean isEmpty() {
        return samples.length == 0;
    }

    /** As a file of WAV. */
    public byte[] toBytes() {
        var size = samples.length * 2;
        var out = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(RIFF).putInt(HEADER - 8 + size).putInt(WAVE);
        out.putInt(FORMAT).putInt(16).putShort((short) 1).putShort((short) 1);
        out.putInt(sampleRate).putInt(sampleRate * 2).putShort((short) 2).putShort((short) 16);
        out.putInt(DATA).putInt(size).asShortBuffer().put(samples);
        return out.array();
    }

    public void write(Path file) throws IOException {
        Files.write(file, toBytes());
    }

    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}

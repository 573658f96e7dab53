package io.moneyprinter.testing.edge;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Hums each word like a voice behind a wall: harmonics that fall in pitch, swelling once per syllable. */
final class HummingLarynx implements EdgeLarynx {

    static final int RATE = 24_000;
    private static final int HARMONICS = 12;
    private static final double SYLLABLE_SECONDS = 0.19;

    private final Ffmpeg ffmpeg;
    private final int sampleRate;

    HummingLarynx(Ffmpeg ffmpeg, int sampleRate) {
        this.ffmpeg = ffmpeg;
        this.sampleRate = sampleRate;
    }

    @Override
    public byte[] mp3(List<EdgeWord> words) {
        if (words.isEmpty()) {
            return new byte[0];
        }
        try {
            var raw = Files.createTempFile("edge-stand-in", ".s16");
            var mp3 = Files.createTempFile("edge-stand-in", ".mp3");
            try {
                Files.write(raw, samples(words));
                Ffmpeg.require(ffmpeg.run(command(raw, mp3), Duration.ofMinutes(1)));
                return Files.readAllBytes(mp3);
            } finally {
                Files.deleteIfExists(raw);
                Files.deleteIfExists(mp3);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FfmpegCommand command(Path raw, Path mp3) {
        return FfmpegCommand.of(
                Input.of(raw).with("f", "s16le").with("ar", RATE).with("ac", 1),
                Output.to(mp3, Pad.audio(0))
                        .with("c:a", "libmp3lame")
                        .with("b:a", "48k")
                        .with("ar", sampleRate)
                        // The service sends bare frames.
                        .with("write_xing", 0)
                        .with("id3v2_version", 0)
                        .with("f", "mp3"));
    }

    private static byte[] samples(List<EdgeWord> words) {
        var length = (int) (seconds(words.getLast().end().plus(EdgeWord.TAIL)) * RATE);
        var sum = new double[length];
        for (var word : words) {
            hum(sum, seconds(word.offset()), seconds(word.duration()));
        }
        var bytes = ByteBuffer.allocate(2 * length).order(ByteOrder.LITTLE_ENDIAN);
        for (var sample : sum) {
            bytes.putShort((short) (sample * 32_000));
        }
        return bytes.array();
    }

    private static void hum(double[] sum, double start, double duration) {
        var first = (int) (start * RATE);
        var count = (int) (duration * RATE);
        var syllables = Math.max(1, Math.round(duration / SYLLABLE_SECONDS));
        var phase = 0.0;
        for (var i = 0; i < count && first + i < sum.length; i++) {
            var progress = (double) i / count;
            phase += 2 * Math.PI * (190 - 45 * progress) / RATE;
            var swell = 0.25 + 0.75 * Math.pow(Math.sin(Math.PI * progress * syllables), 2);
            var edge = Math.min(1, Math.min(i, count - i) / (0.012 * RATE));
            var wave = 0.0;
            for (var h = 1; h <= HARMONICS; h++) {
                wave += Math.sin(h * phase) / (h * (1 + 0.2 * Math.abs(h - 4)));
            }
            sum[first + i] += 0.22 * swell * edge * wave;
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}

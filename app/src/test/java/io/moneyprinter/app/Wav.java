package io.moneyprinter.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Sound as a test makes and measures it.
 *
 * @param samples of one channel, -1..1
 */
@SuppressWarnings("ArrayRecordComponent") // Samples are handed on, never compared.
record Wav(float rate, double[] samples) {

    private static final double WINDOW_SECONDS = 0.005;
    private static final double HEARD_DB = -26;

    /** Of the first channel. */
    static Wav read(Path file) throws IOException {
        try (var stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            var format = stream.getFormat();
            var bytes = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            var samples = new double[bytes.remaining() / format.getFrameSize()];
            for (var i = 0; i < samples.length; i++) {
                samples[i] = bytes.getShort(i * format.getFrameSize()) / 32_768.0;
            }
            return new Wav(format.getSampleRate(), samples);
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(e);
        }
    }

    byte[] bytes() {
        var data = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (var sample : samples) {
            data.putShort((short) Math.round(sample * 32_767));
        }
        var format = new AudioFormat(rate, 16, 1, true, false);
        var stream = new AudioInputStream(new ByteArrayInputStream(data.array()), format, samples.length);
        var file = new ByteArrayOutputStream();
        try {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return file.toByteArray();
    }

    /** The same, played slower and lower or faster and higher. */
    Wav played(double speed) {
        return new Wav((float) (rate * speed), samples);
    }

    Wav then(Wav other) {
        var joined = new double[samples.length + other.samples.length];
        System.arraycopy(samples, 0, joined, 0, samples.length);
        System.arraycopy(other.samples, 0, joined, samples.length, other.samples.length);
        return new Wav(rate, joined);
    }

    Wav thenSilence(double seconds) {
        return then(new Wav(rate, new double[(int) (seconds * rate)]));
    }

    /** A burst of a tone with overtones. */
    Wav thenBurst(double seconds) {
        var burst = new double[(int) (seconds * rate)];
        for (var i = 0; i < burst.length; i++) {
            var edge = Math.min(1, Math.min(i, burst.length - i) / (0.004 * rate));
            for (var harmonic = 1; harmonic <= 8; harmonic++) {
                burst[i] += edge * 0.2 / harmonic * Math.sin(2 * Math.PI * 160 * harmonic * i / rate);
            }
        }
        return then(new Wav(rate, burst));
    }

    /**
     * When something begins to be heard after a silence, in seconds.
     *
     * @param silence seconds, at least
     */
    List<Double> onsets(double silence) {
        var window = (int) (WINDOW_SECONDS * rate);
        var levels = new double[samples.length / window];
        var loudest = 0.0;
        for (var at = 0; at < levels.length; at++) {
            for (var i = at * window; i < (at + 1) * window; i++) {
                levels[at] += samples[i] * samples[i] / window;
            }
            loudest = Math.max(loudest, levels[at]);
        }
        var heard = loudest * Math.pow(10, HEARD_DB / 10);
        var onsets = new ArrayList<Double>();
        var last = Double.NEGATIVE_INFINITY;
        for (var at = 0; at < levels.length; at++) {
            if (levels[at] >= heard) {
                if (at * WINDOW_SECONDS - last >= silence) {
                    onsets.add(at * WINDOW_SECONDS);
                }
                last = (at + 1) * WINDOW_SECONDS;
            }
        }
        return onsets;
    }
}

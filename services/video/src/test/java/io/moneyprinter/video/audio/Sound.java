package io.moneyprinter.video.audio;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.sound.WavFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** One channel of sound in a test: made, stored, read again and looked into. */
record Sound(double[] samples) {

    static final int SECOND = NarrationTrack.SAMPLE_RATE;

    static Sound of(double seconds, IntToDoubleFunction samples) {
        var sound = new double[(int) Math.round(seconds * SECOND)];
        for (var i = 0; i < sound.length; i++) {
            sound[i] = samples.applyAsDouble(i);
        }
        return new Sound(sound);
    }

    static Sound tone(double hertz, double seconds, double amplitude) {
        return of(seconds, i -> amplitude * Math.sin(2 * Math.PI * hertz * i / SECOND));
    }

    /** Like speech for every meter: a buzz through three formants, in syllables, some of them hissed; no highs. */
    static Sound speech(double seconds, double amplitude, long seed) {
        var random = new Random(seed);
        var formants = new double[][] {{550, 0, 0}, {1300, 0, 0}, {2400, 0, 0}};
        var phase = new double[1];
        var pitch = new double[] {120};
        var raw = of(seconds, i -> {
            if (i % 4800 == 0) {
                pitch[0] = 95 + 60 * random.nextDouble();
                formants[0][0] = 350 + 400 * random.nextDouble();
                formants[1][0] = 900 + 900 * random.nextDouble();
            }
            phase[0] = (phase[0] + pitch[0] / SECOND) % 1;
            var syllable = Math.pow(Math.sin(Math.PI * i * 4.3 / SECOND), 2);
            var source = (phase[0] < 0.08 ? 1 - 0.16 * phase[0] : -0.087) + 0.02 * random.nextGaussian();
            var out = 0.0;
            for (var formant : formants) {
                var r = 0.988;
                var y = source + 2 * r * Math.cos(2 * Math.PI * formant[0] / SECOND) * formant[1] - r * r * formant[2];
                formant[2] = formant[1];
                formant[1] = y;
                out += y;
            }
            return syllable * out;
        });
        var peak = raw.peak();
        return of(seconds, i -> amplitude * raw.samples()[i] / peak);
    }

    ObjectKey storeIn(ObjectStore store, String namespace) throws IOException {
        var file = store.newFile("wav");
        writeTo(file);
        var key = new ObjectKey("%s/%s.wav".formatted(namespace, Digests.ofFile(file)));
        store.put(key, file);
        return key;
    }

    void writeTo(Path file) throws IOException {
        var bytes = ByteBuffer.allocate(WavFormat.HEADER + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(WavFormat.of(1, SECOND, samples.length).header());
        for (var sample : samples) {
            bytes.putShort((short) Math.round(sample * Short.MAX_VALUE));
        }
        Files.write(file, bytes.array());
    }

    /** The first channel of a file. */
    static Sound read(Path wav) throws IOException {
        try (var file = FileChannel.open(wav)) {
            var format = WavFormat.read(file);
            var bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
            var samples = new double[(int) format.frames()];
            for (var i = 0; i < samples.length; i++) {
                samples[i] =
                        bytes.getShort((int) format.data() + i * format.bytesPerFrame()) / (double) Short.MAX_VALUE;
            }
            return new Sound(samples);
        }
    }

    double peak() {
        var peak = 0.0;
        for (var sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    Sound minus(Sound other) {
        return of(samples.length / (double) SECOND, i -> samples[i] - other.samples[i]);
    }

    double rootMeanSquare(double from, double to) {
        var sum = 0.0;
        for (var i = (int) (from * SECOND); i < (int) (to * SECOND); i++) {
            sum += samples[i] * samples[i];
        }
        return Math.sqrt(sum / ((to - from) * SECOND));
    }

    /** Decibels of one frequency between two times. */
    double level(double hertz, double from, double to) {
        var re = 0.0;
        var im = 0.0;
        var start = (int) (from * SECOND);
        var end = (int) (to * SECOND);
        for (var i = start; i < end; i++) {
            var window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - start) / (end - start));
            re += window * samples[i] * Math.cos(2 * Math.PI * hertz * i / SECOND);
            im += window * samples[i] * Math.sin(2 * Math.PI * hertz * i / SECOND);
        }
        return 20 * Math.log10(4 * Math.hypot(re, im) / (end - start) + 1e-9);
    }

    /** Where {@code part} is found, by cross-correlation around {@code expected}. */
    int find(Sound part, int expected, int around) {
        var best = expected;
        var highest = Double.NEGATIVE_INFINITY;
        for (var at = expected - around; at <= expected + around; at++) {
            var sum = 0.0;
            for (var i = 0; i < part.samples.length; i++) {
                sum += part.samples[i] * samples[at + i];
            }
            if (sum > highest) {
                highest = sum;
                best = at;
            }
        }
        return best;
    }
}

package io.moneyprinter.sound.music;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stereo file of ours, both channels together. */
public final class Played {

    private static final int NEAR = MusicBed.SAMPLE_RATE / 20;

    private final double[] samples;

    private Played(double[] samples) {
        this.samples = samples;
    }

    public static Played of(Path wav) throws IOException {
        var shorts = ByteBuffer.wrap(Files.readAllBytes(wav))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(44)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        var samples = new double[shorts.remaining() / 2];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (shorts.get(2 * i) + shorts.get(2 * i + 1)) / 65_536.0;
        }
        return new Played(samples);
    }

    double at(long sample) {
        return samples[(int) sample];
    }

    double peak() {
        var peak = 0.0;
        for (var sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    double steepest() {
        var steepest = 0.0;
        for (var i = 1; i < samples.length; i++) {
            steepest = Math.max(steepest, Math.abs(samples[i] - samples[i - 1]));
        }
        return steepest;
    }

    double mean() {
        var sum = 0.0;
        for (var sample : samples) {
            sum += sample;
        }
        return sum / samples.length;
    }

    double level() {
        return level(0, samples.length);
    }

    /** The level of the quietest stretch of that length. */
    double quietest(int length) {
        var quietest = Double.MAX_VALUE;
        for (var from = 0; from + length <= samples.length; from += length / 2) {
            quietest = Math.min(quietest, level(from, from + length));
        }
        return quietest;
    }

    private double level(int from, int to) {
        var sum = 0.0;
        for (var i = from; i < to; i++) {
            sum += samples[i] * samples[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    double bendAtSeam() {
        return Math.max(bend(-1), bend(0));
    }

    /** The sharpest bend within a twentieth of a second on either side. */
    double bendNearSeam() {
        var sharpest = 0.0;
        for (var i = 1; i < NEAR; i++) {
            sharpest = Math.max(sharpest, Math.max(bend(i), bend(-1 - i)));
        }
        return sharpest;
    }

    private double bend(int at) {
        return Math.abs(wrapped(at) - 0.5 * (wrapped(at - 1) + wrapped(at + 1)));
    }

    private double wrapped(int at) {
        return samples[Math.floorMod(at, samples.length)];
    }

    /** At the rate that music is listened to. */
    public float[] resampled(int rate) {
        var ratio = MusicBed.SAMPLE_RATE / (double) rate;
        var out = new float[(int) (samples.length / ratio)];
        for (var i = 0; i < out.length; i++) {
            var center = i * ratio;
            var sum = 0.0;
            for (var k = (int) Math.ceil(center - 12); k <= center + 12; k++) {
                if (k >= 0 && k < samples.length) {
                    var distance = (k - center) / ratio;
                    var sinc = distance == 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
                    sum += samples[k] * sinc * (0.5 + 0.5 * Math.cos(Math.PI * (k - center) / 12.5));
                }
            }
            out[i] = (float) (sum / ratio);
        }
        return out;
    }
}

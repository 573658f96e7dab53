package io.moneyprinter.sound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Integrated loudness by ITU-R BS.1770-4, of one or two channels at 48 kHz. FFmpeg has the same meter; this one saves
 * a process for every file that we wrote ourselves.
 */
public final class LoudnessMeter {

    /** What there is where nothing passes the gate. */
    public static final double SILENCE = -70;

    private static final int SAMPLE_RATE = 48_000;

    /** A tenth of a second; four make the block of the recommendation. */
    private static final int STEP = SAMPLE_RATE / 10;

    private static final int STEPS_PER_BLOCK = 4;
    private static final int BUFFER = 1 << 14;

    private final Weighting[] channels;
    private double[] steps = new double[256];
    private int count;
    private double energy;
    private int inStep;

    public LoudnessMeter(int channels) {
        this.channels = new Weighting[channels];
        Arrays.setAll(this.channels, channel -> new Weighting());
    }

    /** How loud a WAV file of ours is, in LUFS. */
    public static double of(Path wav) {
        try (var file = FileChannel.open(wav)) {
            var format = WavFormat.read(file);
            var meter = new LoudnessMeter(format.channels());
            var bytes = ByteBuffer.allocate(BUFFER * format.bytesPerFrame()).order(ByteOrder.LITTLE_ENDIAN);
            file.position(format.data());
            while (file.read(bytes) >= 0) {
                bytes.flip();
                while (bytes.remaining() >= format.bytesPerFrame()) {
                    for (var channel = 0; channel < format.channels(); channel++) {
                        meter.add(channel, bytes.getShort() / 32768.0);
                    }
                    meter.next();
                }
                bytes.compact();
            }
            return meter.integratedLufs();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + wav, e);
        }
    }

    public void add(double left, double right) {
        add(0, left);
        add(1, right);
        next();
    }

    private void add(int channel, double sample) {
        var weighted = channels[channel].next(sample);
        energy += weighted * weighted;
    }

    private void next() {
        if (++inStep == STEP) {
            if (count == steps.length) {
                steps = Arrays.copyOf(steps, 2 * count);
            }
            steps[count++] = energy / STEP;
            energy = 0;
            inStep = 0;
        }
    }

    /** Of all that was added. */
    public double integratedLufs() {
        var blocks = blocks();
        var gate = power(SILENCE);
        var absolute = mean(blocks, gate);
        return absolute == 0 ? SILENCE : lufs(mean(blocks, Math.max(gate, absolute / 10)));
    }

    /** The loudest 0.4 seconds, in LUFS. */
    public double loudestLufs() {
        return Arrays.stream(blocks()).max().stream()
                .map(LoudnessMeter::lufs)
                .findFirst()
                .orElse(SILENCE);
    }

    /** Less than a block is a block: a meter shows something for the shortest sound, too. */
    private double[] blocks() {
        if (count < STEPS_PER_BLOCK) {
            var sum = energy / STEP;
            for (var i = 0; i < count; i++) {
                sum += steps[i];
            }
            return new double[] {sum / STEPS_PER_BLOCK};
        }
        var blocks = new double[count - STEPS_PER_BLOCK + 1];
        for (var i = 0; i < blocks.length; i++) {
            blocks[i] = (steps[i] + steps[i + 1] + steps[i + 2] + steps[i + 3]) / STEPS_PER_BLOCK;
        }
        return blocks;
    }

    private static double mean(double[] blocks, double gate) {
        var sum = 0.0;
        var passed = 0;
        for (var block : blocks) {
            if (block > gate) {
                sum += block;
                passed++;
            }
        }
        return passed == 0 ? 0 : sum / passed;
    }

    private static double lufs(double power) {
        return power <= 0 ? SILENCE : Math.max(SILENCE, -0.691 + 10 * Math.log10(power));
    }

    private static double power(double lufs) {
        return Math.pow(10, (lufs + 0.691) / 10);
    }

    /** The two filters of the recommendation with its coefficients for 48 kHz, one after the other. */
    private static final class Weighting {

        private double shelf1;
        private double shelf2;
        private double pass1;
        private double pass2;

        double next(double in) {
            // Without the tiny offset silence after sound would be computed in slow denormal numbers.
            var source = in + 1e-18;
            var shelved = 1.53512485958697 * source + shelf1;
            shelf1 = -2.69169618940638 * source + 1.69065929318241 * shelved + shelf2;
            shelf2 = 1.19839281085285 * source - 0.73248077421585 * shelved;
            var passed = shelved + pass1;
            pass1 = -2 * shelved + 1.99004745483398 * passed + pass2;
            pass2 = shelved - 0.99007225036621 * passed;
            return passed;
        }
    }
}

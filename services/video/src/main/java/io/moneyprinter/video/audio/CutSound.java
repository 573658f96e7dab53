package io.moneyprinter.video.audio;

import io.moneyprinter.contracts.video.SoundSettings.CutEffect;
import io.moneyprinter.sound.LoudnessMeter;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * One short sound, made by us, so that no one else has a right in it. Full scale is 1.
 *
 * @param lead how many samples of it come before the cut
 */
@SuppressWarnings("ArrayRecordComponent") // Samples are handed on, never compared.
record CutSound(float[] left, float[] right, int lead) {

    private static final int RATE = NarrationTrack.SAMPLE_RATE;
    private static final int WHOOSH = RATE * 7 / 10;
    private static final int WHOOSH_LEAD = RATE * 4 / 10;
    private static final int POP = RATE * 12 / 100;
    private static final int CLICK = RATE * 4 / 100;

    /** Short sounds are hardly measured but well heard; they get less. */
    private static final double WHOOSH_LUFS = -18;

    private static final double POP_LUFS = -24;
    private static final double CLICK_LUFS = -30;

    /** How long before the cut an effect begins, in samples. */
    static int lead(CutEffect effect) {
        return effect == CutEffect.WHOOSH ? WHOOSH_LEAD : 0;
    }

    /**
     * The sound of an effect in a mix of -14 LUFS.
     *
     * @param seed sounds of other seeds differ a little, as those of nature do
     */
    static CutSound of(CutEffect effect, long seed) {
        var random = new Random(seed);
        return switch (effect) {
            case WHOOSH -> whoosh(random).loud(WHOOSH_LUFS);
            case POP -> pop(random).loud(POP_LUFS);
            case CLICK -> click(random).loud(CLICK_LUFS);
            case NONE -> new CutSound(new float[0], new float[0], 0);
        };
    }

    int length() {
        return left.length;
    }

    /** Air that rushes past from one side to the other, loudest at the cut. */
    private static CutSound whoosh(Random random) {
        var sides = new Band[] {new Band(), new Band()};
        var fromLeft = random.nextBoolean() ? 1 : -1;
        var top = 1_500 + 700 * random.nextDouble();
        var channels = new float[2][WHOOSH];
        for (var i = 0; i < WHOOSH; i++) {
            var before = (double) (i - WHOOSH_LEAD) / WHOOSH_LEAD;
            var after = (double) (i - WHOOSH_LEAD) / (WHOOSH - WHOOSH_LEAD);
            var swell = i < WHOOSH_LEAD ? Math.pow(1 + before, 3) : Math.pow(1 - after, 2.5);
            var hertz = 350 + top * swell;
            var side = fromLeft * (i < WHOOSH_LEAD ? before : after) * 0.6;
            var shared = random.nextGaussian();
            for (var channel = 0; channel < 2; channel++) {
                var noise = 0.7 * shared + 0.7 * random.nextGaussian();
                var pan = Math.sqrt(0.5 + (channel == 0 ? -0.5 : 0.5) * side);
                channels[channel][i] = (float) (pan * swell * sides[channel].next(noise, hertz));
            }
        }
        return new CutSound(channels[0], channels[1], WHOOSH_LEAD);
    }

    /** A drop that falls: a tone that rises while it dies. */
    private static CutSound pop(Random random) {
        var hertz = 340 + 80 * random.nextDouble();
        var phase = new double[1];
        return mono(POP, i -> {
            var seconds = (double) i / RATE;
            phase[0] += hertz * (1 + 14 * seconds) / RATE;
            var attack = Math.min(1, seconds / 0.002);
            return attack * Math.exp(-seconds / 0.022) * Math.sin(2 * Math.PI * phase[0]);
        });
    }

    /** A switch: a grain of noise on a small hard body. */
    private static CutSound click(Random random) {
        var hertz = 2_300 + 500 * random.nextDouble();
        return mono(CLICK, i -> {
            var seconds = (double) i / RATE;
            var attack = Math.min(1, seconds / 0.0004);
            var noise = Math.exp(-seconds / 0.0015) * random.nextGaussian() * 0.4;
            return attack * (noise + Math.exp(-seconds / 0.005) * Math.sin(2 * Math.PI * hertz * seconds));
        });
    }

    private static CutSound mono(int length, IntToDoubleFunction samples) {
        var channel = new float[length];
        for (var i = 0; i < length; i++) {
            // Whatever is left at its end fades away.
            channel[i] = (float) (samples.applyAsDouble(i) * Math.min(1, (length - i) / (0.25 * length)));
        }
        return new CutSound(channel, channel.clone(), 0);
    }

    /** The same with its loudest 0.4 seconds at a level. */
    private CutSound loud(double lufs) {
        var meter = new LoudnessMeter(2);
        for (var i = 0; i < Math.max(length(), RATE); i++) {
            meter.add(i < length() ? left[i] : 0, i < length() ? right[i] : 0);
        }
        var gain = (float) Math.pow(10, (lufs - meter.loudestLufs()) / 20);
        for (var i = 0; i < length(); i++) {
            left[i] *= gain;
            right[i] *= gain;
        }
        return this;
    }

    /** A band-pass whose middle moves: a state variable filter. */
    private static final class Band {

        private double low;
        private double band;

        double next(double in, double hertz) {
            var f = 2 * Math.sin(Math.PI * hertz / RATE);
            low += f * band;
            band += f * (in - low - 0.7 * band);
            return band;
        }
    }
}

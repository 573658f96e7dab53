package io.moneyprinter.video.audio;

import io.moneyprinter.contracts.video.SoundSettings.CutEffect;
import io.moneyprinter.sound.LoudnessMeter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last step of a mix: effects at cuts, gain, limiter. Done here and not by FFmpeg because it is done again until
 * the loudness is right, and this way that costs a tenth.
 */
final class Master {

    private static final int BLOCK = 1 << 13;

    /** Saturation begins softly below the limit and ends somewhat above it, where the limiter works. */
    private static final float SATURATED = 1.3f;

    /** Of effects that sound a little different, one after another. */
    private static final int VARIANTS = 4;

    private final @Nullable Path mix;
    private final int channels;
    private final double gain;
    private final long samples;
    private final CutEffects effects;
    private final boolean saturated;
    private final List<CutSound> sounds = new ArrayList<>();

    /**
     * @param mix raw floating point samples, null for silence
     * @param channels 1 or 2
     * @param gain of the mix alone, in decibels
     * @param samples exact length of the film
     * @param saturated whether peaks are rounded before they are limited
     */
    Master(@Nullable Path mix, int channels, double gain, long samples, CutEffects effects, boolean saturated) {
        this.mix = mix;
        this.channels = channels;
        this.gain = gain;
        this.samples = samples;
        this.effects = effects;
        this.saturated = saturated;
        for (var seed = 0; seed < VARIANTS && effects.effect() != CutEffect.NONE; seed++) {
            sounds.add(CutSound.of(effects.effect(), seed));
        }
    }

    /**
     * Writes raw floating point samples in stereo.
     *
     * @param drive gain into the limiter, in decibels
     * @param limit what the true peak must not exceed, in decibels
     * @return how loud it became, in LUFS
     */
    double write(double drive, double limit, Path raw) {
        try (var in = mix == null ? null : FileChannel.open(mix);
                var out = FileChannel.open(
                        raw,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            var limiter = new Limiter(amplitude(limit));
            var meter = new LoudnessMeter(2);
            var left = new float[BLOCK];
            var right = new float[BLOCK];
            var bytes = ByteBuffer.allocate(BLOCK * 2 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (var from = 0L; from < samples + Limiter.DELAY; from += BLOCK) {
                var length = (int) Math.min(BLOCK, samples + Limiter.DELAY - from);
                read(in, bytes, left, right, length);
                addEffects(left, right, from, length);
                amplify(left, right, length, (float) amplitude(drive));
                if (saturated) {
                    saturate(left, length, SATURATED * (float) amplitude(limit));
                    saturate(right, length, SATURATED * (float) amplitude(limit));
                }
                limiter.process(left, right, length);
                bytes.clear();
                for (var i = (int) Math.max(0, Limiter.DELAY - from); i < length; i++) {
                    meter.add(left[i], right[i]);
                    bytes.putFloat(left[i]).putFloat(right[i]);
                }
                bytes.flip();
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            return meter.integratedLufs();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s or write %s".formatted(mix, raw), e);
        }
    }

    /** After the end of the mix there is silence. */
    private void read(@Nullable FileChannel in, ByteBuffer bytes, float[] left, float[] right, int length)
            throws IOException {
        bytes.clear().limit(length * channels * Float.BYTES);
        while (in != null && bytes.hasRemaining() && in.read(bytes) >= 0) {
            // Reads are short only at the end.
        }
        bytes.flip();
        var there = bytes.limit() / (channels * Float.BYTES);
        // One channel is heard from two loudspeakers: half the power from each.
        var share = (float) (amplitude(gain) * (channels == 1 ? Math.sqrt(0.5) : 1));
        for (var i = 0; i < length; i++) {
            left[i] = i < there ? share * bytes.getFloat() : 0;
            right[i] = i < there && channels == 2 ? share * bytes.getFloat() : left[i];
        }
    }

    private void addEffects(float[] left, float[] right, long from, int length) {
        var volume = (float) amplitude(effects.volume());
        for (var cut = 0; cut < effects.cuts().size(); cut++) {
            var sound = sounds.get(cut % VARIANTS);
            var start = effects.cuts().get(cut) - sound.lead();
            var end = Math.min(Math.min(from + length, samples), start + sound.length());
            for (var sample = Math.max(from, start); sample < end; sample++) {
                left[(int) (sample - from)] += volume * sound.left()[(int) (sample - start)];
                right[(int) (sample - from)] += volume * sound.right()[(int) (sample - start)];
            }
        }
    }

    private static void amplify(float[] left, float[] right, int length, float gain) {
        for (var i = 0; i < length; i++) {
            left[i] *= gain;
            right[i] *= gain;
        }
    }

    private static void saturate(float[] samples, int length, float ceiling) {
        for (var i = 0; i < length; i++) {
            samples[i] = ceiling * (float) Math.tanh(samples[i] / ceiling);
        }
    }

    private static double amplitude(double decibels) {
        return Math.pow(10, decibels / 20);
    }
}

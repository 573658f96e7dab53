package io.moneyprinter.sound.music;

import java.util.SplittableRandom;

/** A record that turns: soft hiss, and now and then a grain of dust under the needle. */
final class DustTone implements Tone {

    private static final double GRAINS_PER_SECOND = 7;
    private static final double FADE = 0.05 * MusicBed.SAMPLE_RATE;

    private final SplittableRandom random;
    private final double velocity;
    private final long length;
    private final LowPass left = new LowPass(5200, 0.7);
    private final LowPass right = new LowPass(5200, 0.7);
    private final LowPass leftFloor = new LowPass(700, 0.7);
    private final LowPass rightFloor = new LowPass(700, 0.7);
    private long position;

    DustTone(Note note, SplittableRandom random) {
        this.random = random;
        velocity = note.velocity();
        length = note.length();
    }

    @Override
    public boolean play(float[] leftOut, float[] rightOut, int from, int frames) {
        for (var i = from; i < from + frames; i++, position++) {
            var level = velocity * envelope();
            var grain = random.nextDouble() < GRAINS_PER_SECOND / MusicBed.SAMPLE_RATE
                    ? 22 * (random.nextDouble() * 2 - 1)
                    : 0;
            var onLeft = left.next(0.35 * (random.nextDouble() * 2 - 1) + grain);
            var onRight = right.next(0.35 * (random.nextDouble() * 2 - 1) + 0.6 * grain);
            leftOut[i] += (float) (level * (onLeft - leftFloor.next(onLeft)));
            rightOut[i] += (float) (level * (onRight - rightFloor.next(onRight)));
        }
        return position < length + FADE;
    }

    /** Fades in while the one before fades out. */
    private double envelope() {
        var in = Math.min(1, position / FADE);
        var out = Math.clamp((length + FADE - position) / FADE, 0, 1);
        return Math.sqrt(in * out);
    }
}

package io.moneyprinter.sound.music;

import java.util.SplittableRandom;

/** A breath of air that leads into the next section. */
final class SwellTone implements Tone {

    private static final double RELEASE = 0.5 * MusicBed.SAMPLE_RATE;

    private final SplittableRandom random;
    private final double velocity;
    private final double length;
    private final LowPass left = new LowPass(9000, 0.7);
    private final LowPass right = new LowPass(9000, 0.7);
    private final LowPass leftFloor = new LowPass(4500, 0.7);
    private final LowPass rightFloor = new LowPass(4500, 0.7);
    private long position;

    SwellTone(Note note, SplittableRandom random) {
        this.random = random;
        velocity = note.velocity();
        length = note.length();
    }

    @Override
    public boolean play(float[] leftOut, float[] rightOut, int from, int frames) {
        for (var i = from; i < from + frames; i++, position++) {
            var level = velocity * envelope();
            var onLeft = left.next(random.nextDouble() * 2 - 1);
            var onRight = right.next(random.nextDouble() * 2 - 1);
            leftOut[i] += (float) (level * (onLeft - leftFloor.next(onLeft)));
            rightOut[i] += (float) (level * (onRight - rightFloor.next(onRight)));
        }
        return position < length + RELEASE;
    }

    private double envelope() {
        if (position < length) {
            var way = position / length;
            return way * way * way;
        }
        var rest = Math.max(0, 1 - (position - length) / RELEASE);
        return rest * rest;
    }
}

package io.moneyprinter.sound.music;

import java.util.SplittableRandom;

/** A warm held note: two detuned saws, one to each side, and a sine between them, through a slowly breathing filter. */
final class PadTone implements Tone {

    /** Frames between two looks at the filter. */
    private static final int CONTROL = 64;

    private final double cutoff;
    private final double step;
    private final double detune;
    private final double breath;
    private final double velocity;
    private final long attack;
    private final long release;
    private final long length;
    private final Pan pan;
    private final LowPass lowLeft;
    private final LowPass lowRight;
    private double leftPhase;
    private double rightPhase;
    private double middlePhase;
    private double breathPhase;
    private long position;

    PadTone(Note note, double cutoff, double attackSeconds, double cents, SplittableRandom random) {
        this(note, cutoff, attackSeconds, 1.1, cents, random);
    }

    PadTone(
            Note note,
            double cutoff,
            double attackSeconds,
            double releaseSeconds,
            double cents,
            SplittableRandom random) {
        this.cutoff = cutoff;
        step = note.frequency() / MusicBed.SAMPLE_RATE;
        detune = Math.pow(2, cents / 1200);
        breath = (0.07 + 0.08 * random.nextDouble()) / MusicBed.SAMPLE_RATE;
        velocity = note.velocity();
        attack = (long) (attackSeconds * MusicBed.SAMPLE_RATE);
        release = (long) (releaseSeconds * MusicBed.SAMPLE_RATE);
        length = Math.max(note.length(), attack);
        pan = Pan.at(note.pan());
        leftPhase = random.nextDouble();
        rightPhase = random.nextDouble();
        middlePhase = random.nextDouble();
        breathPhase = random.nextDouble();
        lowLeft = new LowPass(cutoff, 0.6);
        lowRight = new LowPass(cutoff, 0.6);
    }

    @Override
    public boolean play(float[] left, float[] right, int from, int frames) {
        for (var i = from; i < from + frames; i++, position++) {
            if (position % CONTROL == 0) {
                breathe();
            }
            leftPhase = Saw.wrapped(leftPhase + step / detune);
            rightPhase = Saw.wrapped(rightPhase + step * detune);
            middlePhase = Saw.wrapped(middlePhase + step);
            var sawLeft = Saw.of(leftPhase, step);
            var sawRight = Saw.of(rightPhase, step);
            var middle = 0.7 * Sine.of(middlePhase);
            var level = velocity * envelope();
            left[i] += (float) (level * pan.left() * lowLeft.next(0.5 * sawLeft + 0.2 * sawRight + middle));
            right[i] += (float) (level * pan.right() * lowRight.next(0.5 * sawRight + 0.2 * sawLeft + middle));
        }
        return position < length + release;
    }

    private void breathe() {
        breathPhase += breath * CONTROL;
        var opening = 0.6 + 0.4 * Math.min(1, position / (1.5 * attack));
        var hertz = cutoff * opening * (1 + 0.3 * Sine.of(breathPhase));
        lowLeft.tune(hertz, 0.6);
        lowRight.tune(hertz * 1.06, 0.6);
    }

    /** Up and down as half a cosine: nothing in it clicks, and two chords that overlap sum smoothly. */
    private double envelope() {
        var up = position < attack ? 0.5 - 0.5 * Sine.of(0.25 + 0.5 * position / attack) : 1;
        var over = position - length;
        var down = over <= 0 ? 1 : over < release ? 0.5 + 0.5 * Sine.of(0.25 + 0.5 * over / release) : 0;
        return up * down;
    }
}

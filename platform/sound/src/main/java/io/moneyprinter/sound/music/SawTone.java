package io.moneyprinter.sound.music;

import java.util.SplittableRandom;

/** A synthesizer's short note: two detuned saws through a filter that closes while the note dies away. */
final class SawTone implements Tone {

    /** Frames between two looks at the filter. */
    private static final int CONTROL = 32;

    private static final double ATTACK = 0.004 * MusicBed.SAMPLE_RATE;

    private final double step;
    private final double detune;
    private final double velocity;
    private final double open;
    private final double closed;
    private final double closing;
    private final double resonance;
    private final double loss;
    private final double releaseLoss;
    private final long length;
    private final Pan pan;
    private final LowPass lowLeft;
    private final LowPass lowRight;
    private double leftPhase;
    private double rightPhase;
    private double level = 1;
    private double rise;
    private long position;

    private SawTone(Note note, Sound sound, SplittableRandom random) {
        step = note.frequency() / MusicBed.SAMPLE_RATE;
        detune = Math.pow(2, sound.cents() / 1200);
        velocity = note.velocity();
        open = sound.open();
        closed = sound.closed();
        closing = sound.closing() * MusicBed.SAMPLE_RATE;
        resonance = sound.resonance();
        loss = Math.exp(-6.9 / (sound.seconds() * MusicBed.SAMPLE_RATE));
        releaseLoss = Math.exp(-6.9 / (0.18 * MusicBed.SAMPLE_RATE));
        length = note.length();
        pan = Pan.at(note.pan());
        leftPhase = random.nextDouble();
        rightPhase = random.nextDouble();
        lowLeft = new LowPass(open, resonance);
        lowRight = new LowPass(open, resonance);
    }

    /**
     * @param cents between each saw and the note
     * @param open hertz where the filter starts
     * @param closed hertz where it ends
     * @param closing seconds until it has nearly closed
     * @param seconds until the note has fallen by 60 dB
     */
    private record Sound(double cents, double open, double closed, double closing, double resonance, double seconds) {}

    static SawTone lead(Note note, double brightness, SplittableRandom random) {
        var open = 1400 + 3200 * brightness * (0.5 + note.velocity());
        return new SawTone(note, new Sound(7, open, 500 + 500 * brightness, 0.12, 0.8, 0.9), random);
    }

    static SawTone bass(Note note, double brightness, SplittableRandom random) {
        return new SawTone(note, new Sound(3, 500 + 700 * brightness, 160, 0.09, 0.9, 2.5), random);
    }

    @Override
    public boolean play(float[] left, float[] right, int from, int frames) {
        for (var i = from; i < from + frames; i++, position++) {
            if (position % CONTROL == 0) {
                var hertz = closed + (open - closed) * Math.exp(-position / closing);
                lowLeft.tune(hertz, resonance);
                lowRight.tune(hertz, resonance);
            }
            leftPhase = Saw.wrapped(leftPhase + step / detune);
            rightPhase = Saw.wrapped(rightPhase + step * detune);
            rise += (1 - rise) / ATTACK;
            level *= position < length ? loss : releaseLoss;
            var loud = velocity * level * rise;
            left[i] += (float) (loud * pan.left() * lowLeft.next(Saw.of(leftPhase, step)));
            right[i] += (float) (loud * pan.right() * lowRight.next(Saw.of(rightPhase, step)));
        }
        return level > 0.00005;
    }
}

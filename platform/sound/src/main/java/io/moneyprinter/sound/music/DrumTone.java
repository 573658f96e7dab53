package io.moneyprinter.sound.music;

import java.util.SplittableRandom;

/** A drum: a falling sine for the skin and filtered noise for the rest, both dying away. */
final class DrumTone implements Tone {

    private final SplittableRandom random;
    private final Pan pan;
    private final double velocity;
    private final double skin;
    private final double skinLoss;
    private final double noise;
    private final double noiseLoss;
    private final double settle;
    private final double low;
    private final double rising;
    private final LowPass highCut;
    private final LowPass lowCut;
    private double step;
    private double phase;
    private double skinLevel = 1;
    private double noiseLevel = 1;
    private double rise;

    private DrumTone(Note note, Skin skin, Noise noise, double riseSeconds, SplittableRandom random) {
        this.random = random;
        pan = Pan.at(note.pan());
        velocity = note.velocity();
        this.skin = skin.level();
        skinLoss = loss(skin.seconds());
        step = skin.from() / MusicBed.SAMPLE_RATE;
        low = skin.to() / MusicBed.SAMPLE_RATE;
        settle = 1 - loss(skin.fall());
        this.noise = noise.level();
        noiseLoss = loss(noise.seconds());
        highCut = new LowPass(noise.to(), 0.7);
        lowCut = new LowPass(noise.from(), 0.7);
        rising = 1 - loss(riseSeconds);
    }

    /** The sine: from one pitch to a lower one. */
    private record Skin(double level, double from, double to, double fall, double seconds) {
        static final Skin NONE = new Skin(0, 100, 100, 0.1, 0.01);
    }

    /** The noise: what lies between two frequencies. */
    private record Noise(double level, double from, double to, double seconds) {}

    static DrumTone kick(Note note, SplittableRandom random) {
        return new DrumTone(note, new Skin(1, 125, 48, 0.10, 0.42), new Noise(0.10, 200, 1800, 0.03), 0.006, random);
    }

    static DrumTone tom(Note note, SplittableRandom random) {
        return new DrumTone(note, new Skin(0.9, 96, 58, 0.25, 1.1), new Noise(0.22, 120, 700, 0.16), 0.010, random);
    }

    static DrumTone snap(Note note, SplittableRandom random) {
        return new DrumTone(note, Skin.NONE, new Noise(1, 900, 4200, 0.16), 0.006, random);
    }

    static DrumTone hat(Note note, SplittableRandom random) {
        return new DrumTone(note, Skin.NONE, new Noise(1, 6500, 14000, 0.10), 0.004, random);
    }

    /** A kick with a click, as machines have it. */
    static DrumTone punch(Note note, SplittableRandom random) {
        return new DrumTone(note, new Skin(1, 210, 47, 0.06, 0.36), new Noise(0.45, 900, 7000, 0.035), 0.002, random);
    }

    static DrumTone clap(Note note, SplittableRandom random) {
        return new DrumTone(note, Skin.NONE, new Noise(1, 1100, 6000, 0.22), 0.003, random);
    }

    static DrumTone shaker(Note note, SplittableRandom random) {
        return new DrumTone(note, Skin.NONE, new Noise(1, 5000, 11000, 0.13), 0.07, random);
    }

    @Override
    public boolean play(float[] left, float[] right, int from, int frames) {
        for (var i = from; i < from + frames; i++) {
            rise += (1 - rise) * rising;
            step += (low - step) * settle;
            phase += step;
            var passed = highCut.next(random.nextDouble() * 2 - 1);
            var band = passed - lowCut.next(passed);
            var sound = skin * skinLevel * Sine.of(phase) + noise * noiseLevel * band;
            skinLevel *= skinLoss;
            noiseLevel *= noiseLoss;
            var out = (float) (velocity * rise * sound);
            left[i] += out * pan.left();
            right[i] += out * pan.right();
        }
        return skin * skinLevel > 0.00005 || noise * noiseLevel > 0.00005;
    }

    /** What is left after one frame of a sound that has fallen by 60 dB after so many seconds. */
    private static double loss(double seconds) {
        return Math.exp(-6.9 / (seconds * MusicBed.SAMPLE_RATE));
    }
}

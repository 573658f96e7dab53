package io.moneyprinter.sound.music;

/** A struck note of an electric piano or a bell: a sine that another sine bends, less and less. */
final class FrequencyModulatedTone implements Tone {

    /** 60 dB in nepers. */
    private static final double GONE = 6.9;

    private final double step;
    private final double ratio;
    private final double tineRatio;
    private final double tineLevel;
    private final double bendLoss;
    private final double tineLoss;
    private final double letGoLoss;
    private final double ringLoss;
    private final long length;
    private final Pan pan;
    private double phase;
    private double bend;
    private double tine = 1;
    private double level;
    private double rise;
    private long position;

    private FrequencyModulatedTone(
            Note note,
            double ratio,
            double bend,
            double bendSeconds,
            double tineRatio,
            double tineLevel,
            double ring,
            double letGo) {
        step = note.frequency() / MusicBed.SAMPLE_RATE;
        this.ratio = ratio;
        this.bend = bend * note.velocity();
        this.tineRatio = tineRatio;
        this.tineLevel = tineLevel * note.velocity();
        bendLoss = loss(bendSeconds);
        tineLoss = loss(0.18);
        ringLoss = loss(ring);
        letGoLoss = loss(letGo);
        length = note.length();
        pan = Pan.at(note.pan());
        level = note.velocity();
    }

    static FrequencyModulatedTone keys(Note note) {
        // Low strings ring longer.
        var ring = Math.clamp(4.2 - (note.pitch() - 48) * 0.05, 1.5, 4.5);
        return new FrequencyModulatedTone(note, 1, 0.42, 2.0, 7, 0.12, ring, 0.7);
    }

    static FrequencyModulatedTone bell(Note note) {
        return new FrequencyModulatedTone(note, 3.5, 0.16, 1.1, 2.0, 0.14, 3.2, 2.6);
    }

    @Override
    public boolean play(float[] left, float[] right, int from, int frames) {
        for (var i = from; i < from + frames; i++, position++) {
            rise += (1 - rise) * 0.006;
            phase += step;
            var bent = phase + bend * Sine.of(phase * ratio);
            var sound = Sine.of(bent) + tineLevel * tine * Sine.of(phase * tineRatio);
            bend *= bendLoss;
            tine *= tineLoss;
            level *= position < length ? ringLoss : letGoLoss;
            var out = (float) (sound * level * rise);
            left[i] += out * pan.left();
            right[i] += out * pan.right();
        }
        return level > 0.00005;
    }

    /** What is left after one frame of a sound that is gone after so many seconds. */
    private static double loss(double seconds) {
        return Math.exp(-GONE / (seconds * MusicBed.SAMPLE_RATE));
    }
}

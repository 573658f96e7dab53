package io.moneyprinter.sound.music;

import java.util.SplittableRandom;

/** A plucked string: a burst of soft noise that goes round a delay of the string's length and loses its edge (Karplus and Strong). */
final class PluckTone implements Tone {

    private final float[] string;
    private final double tuning;
    private final double keep;
    private final double softness;
    private final double velocity;
    private final Pan pan;
    private int at;
    private double previous;
    private double tuned;
    private double lastTuned;
    private double block;
    private double blockIn;
    private double energy = 1;
    private double rise;

    PluckTone(Note note, double brightness, SplittableRandom random) {
        softness = 0.5;
        // The averaging below delays by half a frame, the all-pass by the rest of a whole one.
        var period = MusicBed.SAMPLE_RATE / note.frequency() - softness;
        var whole = (int) (period - 0.3);
        var rest = period - whole;
        tuning = (1 - rest) / (1 + rest);
        var seconds = Math.clamp(2.6 - (note.pitch() - 50) * 0.045, 0.7, 2.8);
        keep = Math.exp(-6.9 / (seconds * note.frequency()));
        velocity = note.velocity();
        pan = Pan.at(note.pan());
        string = excited(whole, brightness, note.velocity(), random);
    }

    @Override
    public boolean play(float[] left, float[] right, int from, int frames) {
        for (var i = from; i < from + frames; i++) {
            double out = string[at];
            var soft = keep * ((1 - softness) * out + softness * previous);
            previous = out;
            // An all-pass tunes the string between two frames.
            var next = tuning * soft + lastTuned - tuning * tuned;
            lastTuned = soft;
            tuned = next;
            string[at] = (float) next;
            at = at + 1 == string.length ? 0 : at + 1;
            // Whatever offset the noise had must not stay.
            block = out - blockIn + 0.998 * block;
            blockIn = out;
            rise += (1 - rise) * 0.02;
            energy += (out * out - energy) * 0.0004;
            var sound = (float) (block * velocity * rise);
            left[i] += sound * pan.left();
            right[i] += sound * pan.right();
        }
        return energy > 1e-8;
    }

    private static float[] excited(int length, double brightness, double velocity, SplittableRandom random) {
        var burst = new float[length];
        // A soft finger: noise through a low-pass that opens with brightness and force.
        var low = new LowPass(1500 + 3600 * brightness * (0.4 + velocity), 0.6);
        for (var i = -length; i < length; i++) {
            var value = low.next(random.nextDouble() * 2 - 1);
            if (i >= 0) {
                burst[i] = (float) value;
            }
        }
        // Plucked a fifth along the string: the comb that takes the nasal tone away.
        var plucked = new float[length];
        var place = Math.max(1, length / 5);
        var mean = 0.0;
        for (var i = 0; i < length; i++) {
            plucked[i] = burst[i] - burst[Math.floorMod(i - place, length)];
            mean += plucked[i] / length;
        }
        var power = 0.0;
        for (var i = 0; i < length; i++) {
            plucked[i] -= (float) mean;
            power += plucked[i] * plucked[i] / length;
        }
        var scale = (float) (0.4 / Math.sqrt(power + 1e-9));
        for (var i = 0; i < length; i++) {
            plucked[i] *= scale;
        }
        return plucked;
    }
}

package io.moneyprinter.sound.beat;

import java.util.Random;

/** Drums in time, and sounds that have none. */
final class Clicks {

    /** Seconds before the first stroke. */
    static final double FIRST = 0.3;

    private static final int RATE = Listening.SAMPLE_RATE;

    private Clicks() {}

    static float[] of(double beatsPerMinute, double seconds) {
        return of(beatsPerMinute, seconds, 0, 0);
    }

    /**
     * @param between how hard is struck between beats
     * @param swing how late, as a share of a beat
     */
    static float[] of(double beatsPerMinute, double seconds, double between, double swing) {
        var sound = new float[(int) (seconds * RATE)];
        var random = new Random(1);
        var beat = 60 / beatsPerMinute;
        for (var i = 0; FIRST + i * beat < seconds - 0.3; i++) {
            strike(sound, FIRST + i * beat, 1, i % 4 == 0 ? 90 : 180, random);
            strike(sound, FIRST + (i + 0.5 + swing) * beat, between, 3_000, random);
        }
        for (var i = 0; i < sound.length; i++) {
            sound[i] += (float) (0.0005 * (random.nextDouble() - 0.5));
        }
        return sound;
    }

    private static void strike(float[] sound, double at, double force, double hertz, Random random) {
        var start = (int) (at * RATE);
        for (var i = 0; i < 2_500 && start + i < sound.length; i++) {
            var tone = Math.sin(2 * Math.PI * hertz * i / RATE) + 0.4 * (random.nextDouble() * 2 - 1);
            sound[start + i] += (float) (0.4 * force * Math.exp(-i / 500.0) * tone);
        }
    }

    static float[] noise(double seconds, long seed) {
        var random = new Random(seed);
        var sound = new float[(int) (seconds * RATE)];
        for (var i = 0; i < sound.length; i++) {
            sound[i] = (float) (0.2 * random.nextGaussian());
        }
        return sound;
    }

    /** Voiced syllables of many lengths, with pauses: as uneven as speech. */
    static float[] speech(double seconds, long seed) {
        var random = new Random(seed);
        var sound = new float[(int) (seconds * RATE)];
        var at = 0.2;
        while (at < seconds - 1) {
            var length = 0.08 + 0.18 * random.nextDouble();
            var hertz = 100 + 60 * random.nextDouble();
            var start = (int) (at * RATE);
            var samples = (int) (length * RATE);
            for (var i = 0; i < samples; i++) {
                var voice = 0.0;
                for (var overtone = 1; overtone < 12; overtone++) {
                    voice += Math.sin(2 * Math.PI * hertz * overtone * i / RATE) / overtone;
                }
                sound[start + i] += (float) (0.1 * Math.sin(Math.PI * i / samples) * voice);
            }
            at += length
                    + 0.02
                    + (random.nextInt(6) == 0 ? 0.2 + 0.4 * random.nextDouble() : 0.05 * random.nextDouble());
        }
        return sound;
    }
}

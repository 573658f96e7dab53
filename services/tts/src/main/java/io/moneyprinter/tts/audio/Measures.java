package io.moneyprinter.tts.audio;

import io.moneyprinter.contracts.tts.SoundLevels;

/** Measures how speech sounds. */
final class Measures {

    private static final double SILENCE = -120;
    private static final int ROOM = Pcm.SAMPLE_RATE / 20;

    private Measures() {}

    static SoundLevels.Levels of(Pcm pcm) {
        return new SoundLevels.Levels(
                rounded(Loudness.integrated(pcm)), rounded(TruePeak.of(pcm)), rounded(noise(pcm.samples())));
    }

    /** The level of the quietest moment, which is never inside a word for long. */
    private static double noise(float[] samples) {
        if (samples.length <= 2 * ROOM) {
            return SILENCE;
        }
        var levels = Envelope.levels(samples, ROOM);
        var lowest = 0.0;
        for (var i = ROOM; i < levels.length - ROOM; i++) {
            lowest = Math.min(lowest, levels[i]);
        }
        return lowest;
    }

    /** Tenths say more than anybody hears. */
    private static double rounded(double decibels) {
        return Math.max(SILENCE, Math.round(decibels * 10) / 10.0);
    }
}

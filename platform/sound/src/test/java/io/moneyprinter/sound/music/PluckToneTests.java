package io.moneyprinter.sound.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluckToneTests {

    @ParameterizedTest
    @ValueSource(ints = {48, 60, 69, 76, 84, 90})
    void isInTune(int pitch) {
        var note = new Note(Instrument.PLUCK, 0, 1, pitch, 0.6, 0);
        var left = new float[48_000];
        new PluckTone(note, 0.5, new SplittableRandom(1)).play(left, new float[48_000], 0, left.length);

        assertThat(cents(fundamental(left, note.frequency()), note.frequency())).isCloseTo(0, within(5.0));
    }

    /** The frequency near {@code expected} at which the sound is strongest. */
    private static double fundamental(float[] sound, double expected) {
        var best = 0.0;
        var strongest = 0.0;
        for (var cents = -60; cents <= 60; cents++) {
            var hertz = expected * Math.pow(2, cents / 1200.0);
            var re = 0.0;
            var im = 0.0;
            for (var i = 0; i < sound.length; i++) {
                var phase = 2 * Math.PI * hertz * i / MusicBed.SAMPLE_RATE;
                re += sound[i] * Math.cos(phase);
                im += sound[i] * Math.sin(phase);
            }
            if (re * re + im * im > strongest) {
                strongest = re * re + im * im;
                best = hertz;
            }
        }
        return best;
    }

    private static double cents(double hertz, double expected) {
        return 1200 * Math.log(hertz / expected) / Math.log(2);
    }
}

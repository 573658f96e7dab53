package io.moneyprinter.sound.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTests {

    private static final double SECONDS = 30;

    @ParameterizedTest
    @ValueSource(doubles = {60, 66.6, 72, 84.5, 90, 100, 110, 120, 128, 140, 150, 160, 170, 180})
    void hearsTheBeatOfDrums(double tempo) {
        var rhythm = heard(Clicks.of(tempo, SECONDS));

        assertThat(rhythm.beatsPerMinute()).isCloseTo(tempo, Percentage.withPercentage(1));
        assertInTime(rhythm.beats(), tempo);
        assertThat(rhythm.beats()).hasSizeGreaterThan((int) (SECONDS * tempo / 60) - 4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {80, 100, 120, 140, 160, 180})
    void countsBeatsAndNotWhatIsBetweenThem(double tempo) {
        var rhythm = heard(Clicks.of(tempo, SECONDS, 0.35, 0));

        assertThat(rhythm.beatsPerMinute()).isCloseTo(tempo, Percentage.withPercentage(1));
        assertInTime(rhythm.beats(), tempo);
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 80, 100, 120, 140, 160})
    void isNotLedAstrayBySwing(double tempo) {
        var rhythm = heard(Clicks.of(tempo, SECONDS, 0.35, 1 / 6.0));

        assertThat(rhythm.beatsPerMinute()).isCloseTo(tempo, Percentage.withPercentage(1));
        assertInTime(rhythm.beats(), tempo);
    }

    /** Nobody can tell slow beats with even eighths from beats that are twice as fast. */
    @Test
    void takesEvenEighthsOfASlowTempoForBeats() {
        var rhythm = heard(Clicks.of(60, SECONDS, 0.35, 0));

        assertThat(rhythm.beatsPerMinute()).isCloseTo(120, Percentage.withPercentage(1));
        assertInTime(rhythm.beats(), 120);
    }

    @Test
    void keepsUpWithATempoThatChanges() {
        var slow = Clicks.of(100, 20);
        var fast = Clicks.of(106, 20);
        var both = new float[slow.length + fast.length];
        System.arraycopy(slow, 0, both, 0, slow.length);
        System.arraycopy(fast, 0, both, slow.length, fast.length);

        var beats = heard(both).beats();
        var later = beats.stream()
                .filter(beat -> beat > 23 && beat < 39)
                .map(beat -> beat - 20)
                .toList();

        assertInTime(later, 106);
    }

    @Test
    void hearsNoBeatWhereThereIsNone() {
        for (var seed = 1; seed <= 4; seed++) {
            assertThat(Rhythm.of(Spectra.of(Clicks.noise(20, seed)).onsets())).isEmpty();
            assertThat(Rhythm.of(Spectra.of(Clicks.speech(30, seed)).onsets())).isEmpty();
        }
        assertThat(Rhythm.of(Spectra.of(new float[20 * Spectra.SAMPLE_RATE]).onsets()))
                .isEmpty();
        assertThat(Rhythm.of(Spectra.of(new float[0]).onsets())).isEmpty();
        assertThat(Rhythm.of(Spectra.of(Clicks.of(120, 1.5)).onsets())).isEmpty();
    }

    @Test
    void isSurerOfDrumsThanOfAnythingElse() {
        assertThat(heard(Clicks.of(120, SECONDS)).confidence()).isCloseTo(0.95, within(0.05));
    }

    private static Rhythm heard(float[] sound) {
        return Rhythm.of(Spectra.of(sound).onsets()).orElseThrow();
    }

    static void assertInTime(List<Double> beats, double tempo) {
        assertInTime(beats, tempo, Clicks.FIRST);
    }

    static void assertInTime(List<Double> beats, double tempo, double first) {
        var close = beats.stream()
                .filter(beat -> {
                    var place = (beat - first) * tempo / 60;
                    return Math.abs(place - Math.rint(place)) * 60 / tempo <= 0.035;
                })
                .count();

        assertThat(close / (double) beats.size()).isGreaterThanOrEqualTo(0.95);
    }
}

package io.moneyprinter.sound.beat;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.sound.music.Genre;
import io.moneyprinter.sound.music.Mood;
import io.moneyprinter.sound.music.MusicLoop;
import io.moneyprinter.sound.music.Played;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ListeningTests {

    @TempDir
    Path work;

    @ParameterizedTest
    @EnumSource
    void hearsTempoAndBeatsOfOurOwnMusic(Genre genre) throws IOException {
        for (var seed = 1; seed <= 2; seed++) {
            var loop = MusicLoop.of(genre, Genre.usual(genre), seed, null, null, Duration.ofSeconds(25));

            var heard = Listening.of(played(loop));

            var tempo = Objects.requireNonNull(heard.tempo());
            assertThat(tempo).as("%s", loop).isCloseTo(loop.beatsPerMinute(), Percentage.withPercentage(1));
            RhythmTests.assertInTime(
                    heard.beats().stream().map(beat -> beat / 1_000.0).toList(), loop.beatsPerMinute(), 0);
            assertThat(heard.loopable()).as("%s", loop).isTrue();
        }
    }

    /** Of those it is sure of; keys of the same notes, or a fifth apart, may be taken for each other. */
    @Test
    void namesTheKeyOfMostOfOurOwnMusic() throws IOException {
        var named = 0;
        var right = 0;
        for (var genre : Genre.values()) {
            for (var mood : List.of(Mood.CALM, Mood.DRAMATIC, Mood.HAPPY, Mood.DARK)) {
                var loop = MusicLoop.of(genre, mood, 3, null, null, Duration.ofSeconds(20));
                var key = Listening.of(played(loop)).key();
                named += key == null ? 0 : 1;
                right += loop.key().equals(key) ? 1 : 0;
            }
        }

        assertThat(named).isGreaterThan(16);
        assertThat(right).isGreaterThanOrEqualTo((int) (0.8 * named));
    }

    @ParameterizedTest
    @CsvSource({"AMBIENT, CALM, calm", "LOFI, DARK, dark", "ELECTRONIC, HAPPY, happy", "ACOUSTIC, DRAMATIC, dramatic"})
    void findsWordsForIt(Genre genre, Mood mood, String word) throws IOException {
        var loop = MusicLoop.of(genre, mood, 3, null, null, Duration.ofSeconds(40));

        assertThat(Listening.of(played(loop)).moods()).contains(word);
    }

    @Test
    void hasNoWordsForWhatIsNoMusic() {
        for (var sound : new float[][] {Clicks.noise(15, 1), Clicks.speech(20, 1), new float[200_000], new float[0]}) {
            var heard = Listening.of(sound);

            assertThat(heard.tempo()).isNull();
            assertThat(heard.beats()).isEmpty();
            assertThat(heard.moods()).isEmpty();
        }
    }

    @Test
    void isBrighterAndBusierTheMoreThereIsOfIt() {
        var slow = Listening.of(Clicks.of(60, 20));
        var busy = Listening.of(Clicks.of(150, 20, 0.6, 0));

        assertThat(busy.energy()).isGreaterThan(slow.energy());
        assertThat(Listening.of(Clicks.noise(10, 1)).brightness()).isGreaterThan(slow.brightness());
    }

    @Test
    void doesNotLoopWhatFadesOut() throws IOException {
        var sound = played(MusicLoop.of(Genre.LOFI, Mood.CALM, 1, null, null, Duration.ofSeconds(20)));
        for (var i = 0; i < 40_000; i++) {
            sound[sound.length - 1 - i] *= i / 40_000f;
        }

        assertThat(Listening.of(sound).loopable()).isFalse();
    }

    private float[] played(MusicLoop loop) throws IOException {
        var file = work.resolve("loop.wav");
        loop.writeTo(file);
        return Played.of(file).resampled(Listening.SAMPLE_RATE);
    }
}

package io.moneyprinter.sound.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.sound.LoudnessMeter;
import io.moneyprinter.sound.beat.Seam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MusicLoopTests {

    private static final int SECOND = MusicBed.SAMPLE_RATE;

    @TempDir
    Path work;

    @Test
    void isWholeBarsToTheFrame() throws IOException {
        var loop = MusicLoop.of(Genre.LOFI, Mood.CALM, 1, 84.0, 9, Duration.ofSeconds(20));

        assertThat(loop.beat()).isEqualTo(34_286);
        assertThat(loop.bars()).isEqualTo(8);
        assertThat(loop.frames()).isEqualTo(8 * 4 * 34_286);
        assertThat(loop.beatsPerMinute()).isCloseTo(84, within(0.001));
        assertThat(loop.key()).isEqualTo("A major");
        assertThat(Files.size(written(loop))).isEqualTo(44 + 4L * loop.frames());
    }

    @Test
    void isTheSameForTheSameAndAnotherForAnother() throws IOException {
        var loop = MusicLoop.of(Genre.ACOUSTIC, Mood.HAPPY, 3, 100.0, 0, Duration.ofSeconds(8));
        var again = Files.readAllBytes(written(loop));

        assertThat(Files.readAllBytes(written(loop))).isEqualTo(again);
        assertThat(Files.readAllBytes(
                        written(MusicLoop.of(Genre.ACOUSTIC, Mood.HAPPY, 4, 100.0, 0, Duration.ofSeconds(8)))))
                .isNotEqualTo(again);
        assertThat(Files.readAllBytes(
                        written(MusicLoop.of(Genre.ACOUSTIC, Mood.HAPPY, 3, 100.0, 2, Duration.ofSeconds(8)))))
                .isNotEqualTo(again);
    }

    @ParameterizedTest
    @EnumSource
    void isEvenlyLoudAndNeitherClipsNorClicksNorDrifts(Genre genre) throws IOException {
        for (var mood : Mood.values()) {
            var loop = MusicLoop.of(genre, mood, 2, null, null, Duration.ofSeconds(20));
            var file = written(loop);
            var sound = Played.of(file);

            assertThat(LoudnessMeter.of(file)).as("%s", loop).isCloseTo(-16, within(0.5));
            assertThat(sound.peak()).as("%s", loop).isBetween(0.2, Math.pow(10, -1 / 20.0));
            assertThat(sound.steepest()).as("%s", loop).isLessThan(0.35);
            assertThat(Math.abs(sound.mean())).as("%s", loop).isLessThan(0.0002);
            assertThat(sound.quietest(SECOND)).as("%s", loop).isGreaterThan(0.1 * sound.level());
        }
    }

    /** Were the tails cut off, or filters started anew, there would be a step that is nowhere else. */
    @ParameterizedTest
    @EnumSource
    void goesOnAtItsBeginning(Genre genre) throws IOException {
        for (var seed = 1; seed <= 4; seed++) {
            var loop = MusicLoop.of(genre, Genre.usual(genre), seed, null, null, Duration.ofSeconds(12));
            var sound = Played.of(written(loop));

            assertThat(Seam.isSmooth(sound::at, loop.frames(), SECOND))
                    .as("%s", loop)
                    .isTrue();
            assertThat(sound.bendAtSeam()).as("%s", loop).isLessThanOrEqualTo(sound.bendNearSeam());
        }
    }

    @Test
    void hasASeamWhenItIsCutAnywhereElse() throws IOException {
        var loop = MusicLoop.of(Genre.ELECTRONIC, Mood.ENERGETIC, 1, null, null, Duration.ofSeconds(12));
        var sound = Played.of(written(loop));
        var smooth = 0;
        for (var cut = 1; cut <= 20; cut++) {
            smooth += Seam.isSmooth(sound::at, loop.frames() - cut * 997, SECOND) ? 1 : 0;
        }

        assertThat(smooth).isLessThan(10);
    }

    @Test
    void refusesWhatNobodyCouldPlay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MusicLoop.of(Genre.LOFI, Mood.CALM, 1, 400.0, null, null))
                .withMessageStartingWith("tempo: 400.0 (expected:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MusicLoop.of(Genre.LOFI, Mood.CALM, 1, null, 12, null))
                .withMessage("tonic: 12 (expected: 0 to 11)");
    }

    @Test
    void knowsKeysByTheirUsualNames() {
        assertThat(MusicLoop.tonic("C")).isZero();
        assertThat(MusicLoop.tonic("Bb")).isEqualTo(MusicLoop.tonic("A#"));
        assertThat(MusicLoop.tonic("H")).isEqualTo(-1);
    }

    private Path written(MusicLoop loop) {
        var file = work.resolve("loop.wav");
        loop.writeTo(file);
        return file;
    }
}

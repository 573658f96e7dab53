package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.sound.beat.Onsets;
import io.moneyprinter.sound.beat.Tempo;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopTests {

    private static final int SECOND = Sound.SECOND;
    private static final double TWENTY_MILLISECONDS = 0.02 * SECOND;

    @TempDir
    Path work;

    @ParameterizedTest
    @CsvSource({
        "90, 21.337, 0",
        "90, 33.9, 0.31",
        "120, 17.03, 0",
        "120, 29.77, 0.123",
        "128, 14.9, 0.05",
        "128, 41.113, 1.7",
        "97.3, 26.4, 0.2",
        "74, 31.3, 0"
    })
    void goesOnInTime(double beatsPerMinute, double seconds, double silence) throws IOException {
        var music = music(beatsPerMinute, seconds, silence, 0);
        var looped = repeated(music, 70);

        var beat = 60.0 * SECOND / beatsPerMinute;
        var loop = loop(music);
        assertThat(loop.to() - loop.from()).isLessThan(music.samples().length);
        var bars = (loop.to() - loop.from()) / (4 * beat);
        assertThat(bars * 4 * beat - Math.round(bars) * 4 * beat).isCloseTo(0, within(TWENTY_MILLISECONDS));
        assertThat(largestStep(looped)).isLessThanOrEqualTo(1.02 * largestStep(music));
        for (var seam = loop.to(); seam + SECOND < looped.samples().length; seam += loop.to() - loop.from()) {
            // A bar has the same power wherever it begins; one across the seam has not less.
            var across = rootMeanSquare(looped, seam - (long) (2 * beat), (long) (4 * beat));
            var usual = rootMeanSquare(music, (long) (silence * SECOND + 8 * beat), (long) (4 * beat));
            assertThat(20 * Math.log10(across / usual)).isBetween(-1.0, 1.0);
        }
        assertThat(distances(strokes(looped)))
                .allSatisfy(distance -> assertThat(distance - Math.round(distance / beat) * beat)
                        .isCloseTo(0, within(TWENTY_MILLISECONDS)));
    }

    @Test
    void staysInTimeThoughThePlayersDrift() throws IOException {
        var music = music(120, 31.3, 0.1, 0.004);

        var strokes = distances(strokes(repeated(music, 90)));

        assertThat(strokes)
                .allSatisfy(distance -> assertThat(distance % 24_000)
                        .satisfiesAnyOf(
                                rest -> assertThat(rest).isLessThan(2 * TWENTY_MILLISECONDS),
                                rest -> assertThat(rest).isGreaterThan(24_000 - 2 * TWENTY_MILLISECONDS)));
    }

    @Test
    void neverDipsAtTheSeam() throws IOException {
        var music = music(120, 29.77, 0.123, 0);
        var pad = Sound.of(
                29.77,
                i -> 0.15 * Math.sin(2 * Math.PI * 220 * i / SECOND)
                        + 0.5 * music.samples()[Math.min(i, music.samples().length - 1)]);
        var loop = loop(pad);
        var looped = repeated(pad, 60);

        // The pad alone is heard between the beats, where the fade is.
        for (var at = loop.to(); at < loop.to() + loop.crossfade(); at += 480) {
            var level = looped.level(220, at / (double) SECOND, at / (double) SECOND + 0.05);
            var usual = looped.level(220, (at - 4 * 24_000.0) / SECOND, (at - 4 * 24_000.0) / SECOND + 0.05);
            assertThat(level - usual).isBetween(-1.5, 1.5);
        }
    }

    @Test
    void leavesIntroductionAndEndOut() throws IOException {
        var played = music(120, 40, 0, 0);
        var faded = Sound.of(46, i -> i < 40 * SECOND ? played.samples()[i] : 0.001 * Math.sin(i * 0.05));

        var loop = loop(faded);

        assertThat(loop.to() + loop.crossfade()).isLessThanOrEqualTo(40L * SECOND);
        var bars = (loop.to() - loop.from()) / (4 * 24_000.0);
        assertThat(bars).isCloseTo(Math.round(bars), within(0.002));
    }

    @Test
    void hearsNoBeatWhereThereIsNone() throws IOException {
        var random = new Random(3);
        var noise = Sound.of(20, i -> 0.2 * random.nextGaussian());
        var tone = Sound.tone(440, 20, 0.5);
        var rain = Sound.of(25, i -> 0);
        for (var drop = 0; drop < 120; drop++) {
            var at = random.nextInt(rain.samples().length - 4_000);
            for (var i = 0; i < 3_000; i++) {
                rain.samples()[at + i] += 0.3 * Math.exp(-i / 500.0) * random.nextGaussian();
            }
        }

        for (var sound : List.of(noise, tone, rain, Sound.of(0.3, i -> 0.1), Sound.of(9, i -> 0))) {
            var length = sound.samples().length;
            assertThat(loop(sound)).isEqualTo(new Loop(0, length - fade(length), fade(length), 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"90", "104.5", "120", "128", "140"})
    void hearsTheTempo(double beatsPerMinute) throws IOException {
        var music = music(beatsPerMinute, 30.2, 0.4, 0);

        var tempo = Tempo.of(Onsets.of(i -> music.samples()[(int) i], music.samples().length));

        assertThat(tempo.isCertain()).isTrue();
        var ratio = tempo.beatsPerMinute() / beatsPerMinute;
        assertThat(ratio)
                .satisfiesAnyOf(
                        one -> assertThat(one).isCloseTo(1, within(0.001)),
                        half -> assertThat(half).isCloseTo(0.5, within(0.001)),
                        twice -> assertThat(twice).isCloseTo(2, within(0.002)));
    }

    private static int fade(int length) {
        return Math.min(2 * SECOND, length / 4);
    }

    private static Loop loop(Sound sound) {
        return Loop.of(i -> sound.samples()[(int) i], sound.samples().length);
    }

    private Sound repeated(Sound music, double seconds) throws IOException {
        var source = work.resolve("music.wav");
        music.writeTo(source);
        var bed = work.resolve("bed.wav");
        try (var arena = Arena.ofConfined()) {
            RepeatedMusic.of(source, Math.round(seconds * SECOND), arena).write(bed);
        }
        return Sound.read(bed);
    }

    /** Drums and a bass that changes every bar: strokes of 2 kHz on each beat, the first of four lower and louder. */
    private static Sound music(double beatsPerMinute, double seconds, double silence, double drift) {
        var random = new Random(7);
        var sound = Sound.of(seconds, i -> 0);
        var samples = sound.samples();
        var at = silence * SECOND;
        for (var beat = 0; at < samples.length; beat++) {
            var start = (int) Math.round(at);
            var length = 60.0 * SECOND / beatsPerMinute;
            for (var i = 0; i < length && start + i < samples.length; i++) {
                var stroke = i < 2_400 ? 0.35 * Math.exp(-i / 400.0) * Math.sin(2 * Math.PI * 2_000 * i / SECOND) : 0;
                var kick = beat % 4 == 0 ? 0.3 * Math.exp(-i / 2_500.0) * Math.sin(2 * Math.PI * 70 * i / SECOND) : 0;
                var note = 110 * Math.pow(2, (beat / 4 * 5 % 12) / 12.0);
                var bass = 0.12
                        * Math.min(1, i / 480.0)
                        * Math.min(1, (length - i) / 480)
                        * Math.sin(2 * Math.PI * note * i / SECOND);
                samples[start + i] = stroke + kick + bass;
            }
            at += length * (1 + drift * random.nextGaussian());
        }
        return sound;
    }

    /** Where strokes of 2 kHz begin. */
    private static List<Integer> strokes(Sound sound) {
        var found = new ArrayList<Integer>();
        var smooth = 0.0;
        var last = -SECOND;
        for (var i = 1; i < sound.samples().length; i++) {
            // A difference passes highs and no bass.
            var high = Math.abs(sound.samples()[i] - sound.samples()[i - 1]);
            smooth += 0.02 * (high - smooth);
            if (smooth > 0.02 && i - last > 9_600) {
                found.add(i);
                last = i;
            }
        }
        return found;
    }

    private static List<Double> distances(List<Integer> strokes) {
        var distances = new ArrayList<Double>();
        for (var i = 1; i < strokes.size(); i++) {
            distances.add((double) strokes.get(i) - strokes.get(i - 1));
        }
        assertThat(distances).hasSizeGreaterThan(60);
        return distances;
    }

    private static double largestStep(Sound sound) {
        var largest = 0.0;
        for (var i = 1; i < sound.samples().length; i++) {
            largest = Math.max(largest, Math.abs(sound.samples()[i] - sound.samples()[i - 1]));
        }
        return largest;
    }

    private static double rootMeanSquare(Sound sound, long from, long length) {
        var sum = 0.0;
        for (var i = from; i < from + length; i++) {
            sum += sound.samples()[(int) i] * sound.samples()[(int) i];
        }
        return Math.sqrt(sum / length);
    }
}

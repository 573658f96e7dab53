package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedMusicTests {

    @TempDir
    Path work;

    @Test
    void isCutWhenItIsLongEnough() throws IOException {
        var tone = Sound.tone(440, 3, 0.5);

        for (var frames : List.of(100_000, 140_000, 144_000)) {
            var cut = repeated(tone, frames).samples();

            assertThat(cut).hasSize(frames);
            assertThat(Arrays.mismatch(rounded(cut), rounded(Arrays.copyOf(tone.samples(), frames))))
                    .isEqualTo(-1);
        }
    }

    @Test
    void fadesIntoItselfWithoutAHole() throws IOException {
        // Two tones that never meet: one at the beginning, the other at the end.
        var twoTones = Sound.of(12, i -> 0.5 * Math.sin(2 * Math.PI * (i < 288_000 ? 500 : 800) * i / Sound.SECOND));

        var repeated = repeated(twoTones, 30L * Sound.SECOND);

        assertThat(repeated.samples()).hasSize(30 * Sound.SECOND);
        assertThat(repeated.level(800, 9, 9.5)).isGreaterThan(-7);
        // In the middle of the fade both are there, each 3 dB lower.
        assertThat(repeated.level(800, 10.9, 11.1)).isBetween(-10.0, -8.0);
        assertThat(repeated.level(500, 10.9, 11.1)).isBetween(-10.0, -8.0);
        assertThat(repeated.level(500, 13, 13.5)).isGreaterThan(-7);
        assertThat(repeated.level(800, 13, 13.5)).isLessThan(-40);
    }

    @Test
    void repeatsEvenASingleSample() throws IOException {
        assertThat(repeated(Sound.of(1.0 / Sound.SECOND, i -> 0.25), 10).samples())
                .hasSize(10);
    }

    @Test
    void refusesAFileWithoutSound() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> repeated(Sound.of(0, i -> 0), 10))
                .satisfies(e -> assertThat(e.code()).isEqualTo(AudioErrorCode.MUSIC_UNUSABLE));
    }

    private Sound repeated(Sound music, long frames) throws IOException {
        var source = work.resolve("music.wav");
        music.writeTo(source);
        var bed = work.resolve("bed.wav");
        try (var arena = Arena.ofConfined()) {
            RepeatedMusic.of(source, frames, arena).write(bed);
        }
        return Sound.read(bed);
    }

    private static long[] rounded(double[] samples) {
        return Arrays.stream(samples)
                .mapToLong(sample -> Math.round(sample * Short.MAX_VALUE))
                .toArray();
    }
}

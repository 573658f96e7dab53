package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moneyprinter.ffmpeg.Loudness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoudnessTests {

    @Test
    void readsWhatTheMeterSays() throws IOException {
        var loudness = Loudness.parse(recorded("ebur128-8.1.2-music.txt"));

        assertThat(loudness).isEqualTo(new Loudness(-18.3, -5.7));
        assertThat(loudness.isSilent()).isFalse();
    }

    @Test
    void knowsSilence() throws IOException {
        var loudness = Loudness.parse(recorded("ebur128-8.1.2-silence.txt"));

        assertThat(loudness.isSilent()).isTrue();
        assertThat(loudness.truePeakDbtp()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"-14.03, -1.2", "-70, -Infinity"})
    void readsItsOwnSummary(double lufs, double dbtp) {
        var loudness = new Loudness(lufs, dbtp);

        assertThat(Loudness.parse(loudness.summary())).isEqualTo(loudness);
    }

    @Test
    void refusesALogWithoutASummary() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Loudness.parse("Conversion failed!"))
                .withMessage("no loudness in: Conversion failed!");
    }

    private static String recorded(String name) throws IOException {
        return Files.readString(Path.of("src", "test", "resources", "recorded", name));
    }
}

package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.Loudness;
import io.moneyprinter.sound.LoudnessMeter;
import io.moneyprinter.sound.music.Mood;
import io.moneyprinter.sound.music.MusicBed;
import io.moneyprinter.testing.SharedFfmpeg;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoudnessMeterTests {

    @TempDir
    Path work;

    @Test
    void agreesWithFfmpeg() throws IOException {
        var speech = work.resolve("speech.wav");
        Sound.speech(12, 0.4, 3).writeTo(speech);
        var music = work.resolve("music.wav");
        new MusicBed(Mood.DRAMATIC, 4, 9L * Sound.SECOND + 17).writeTo(music);

        assertThat(LoudnessMeter.of(speech)).isCloseTo(measured(speech), within(0.1));
        assertThat(LoudnessMeter.of(music)).isCloseTo(measured(music), within(0.1));
    }

    @Test
    void measuresAToneAsTheRecommendationSays() {
        var meter = new LoudnessMeter(2);
        for (var sample : Sound.tone(997, 5, 1).samples()) {
            meter.add(sample, 0);
        }

        assertThat(meter.integratedLufs()).isCloseTo(-3.01, within(0.05));
        assertThat(meter.loudestLufs()).isCloseTo(-3.01, within(0.05));
    }

    @Test
    void knowsSilence() {
        assertThat(new LoudnessMeter(1).integratedLufs()).isEqualTo(LoudnessMeter.SILENCE);
        assertThat(new LoudnessMeter(2).loudestLufs()).isEqualTo(LoudnessMeter.SILENCE);
    }

    private static double measured(Path wav) {
        var outcome = SharedFfmpeg.ffmpeg().run(MixCommands.measure(wav), Duration.ofMinutes(1));
        return Loudness.parse(Ffmpeg.require(outcome).log()).integratedLufs();
    }
}

package io.moneyprinter.tts.audio;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.testing.SharedFfmpeg;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuresTests {

    @TempDir
    private Path work;

    @Test
    void measuresWhatFfmpegMeasures() throws Exception {
        var samples = syllables(0.7);

        var levels = Measures.of(new Pcm(samples));
        var judged = judged(new Pcm(samples));

        assertThat(levels.integratedLufs()).isCloseTo(value(judged, "I:"), within(0.15));
        assertThat(levels.truePeakDbtp()).isCloseTo(value(judged, "Peak:"), within(0.3));
    }

    /** What leaves the chain is as loud as we say, and no louder at its peaks, in the eyes of somebody else. */
    @Test
    void keepsItsPromiseInTheEyesOfFfmpeg() throws Exception {
        for (var loudness : List.of(0.2, 0.95)) {
            var judged = judged(Polish.of(new Pcm(syllables(loudness)), 0).pcm());

            assertThat(value(judged, "I:")).isCloseTo(-18, within(0.5));
            assertThat(value(judged, "Peak:")).isLessThanOrEqualTo(-1.8);
        }
    }

    @Test
    void hearsTheRoomBetweenTheWords() {
        var samples = syllables(0.5);
        var random = new Random(2);
        for (var i = 0; i < samples.length; i++) {
            samples[i] += (float) (random.nextGaussian() * Math.pow(10, -50 / 20.0));
        }

        assertThat(Measures.of(new Pcm(samples)).noiseDbfs()).isCloseTo(-50, within(0.5));
        assertThat(Measures.of(new Pcm(new float[48_000])).noiseDbfs()).isEqualTo(-120);
        assertThat(Measures.of(new Pcm(new float[48_000])).integratedLufs()).isEqualTo(-120);
        assertThat(Measures.of(new Pcm(new float[48_000])).truePeakDbtp()).isEqualTo(-120);
    }

    private String judged(Pcm pcm) throws Exception {
        var file = work.resolve("sound.wav");
        pcm.write(file);
        var graph = new FilterGraph(List.of(new Chain(
                List.of(Pad.audio(0)), List.of(filter("ebur128").with("peak", "true")), List.of(Pad.label("out")))));
        var command =
                FfmpegCommand.of(List.of(Input.of(file).with("f", "wav")), graph, Output.nothing(Pad.label("out")));
        var log = Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(1)))
                .log();
        return log.substring(log.lastIndexOf("Summary:"));
    }

    private static double value(String summary, String name) {
        var found = Pattern.compile(Pattern.quote(name) + "\\s+(-?[0-9.]+)").matcher(summary);
        assertThat(found.find()).as("%s in %s", name, summary).isTrue();
        return Double.parseDouble(found.group(1));
    }

    /** Six seconds of something that swells and pauses as speech does. */
    private static float[] syllables(double amplitude) {
        var samples = new float[6 * Pcm.SAMPLE_RATE];
        for (var i = 0; i < samples.length; i++) {
            var seconds = (double) i / Pcm.SAMPLE_RATE;
            var envelope = Math.max(0, Math.sin(2 * Math.PI * 2.1 * seconds)) * (0.6 + 0.4 * Math.sin(seconds));
            var wave = 0.6 * Math.sin(2 * Math.PI * 180 * seconds)
                    + 0.3 * Math.sin(2 * Math.PI * 1_450 * seconds)
                    + 0.1 * Math.sin(2 * Math.PI * 5_900 * seconds);
            samples[i] = (float) (amplitude * envelope * wave);
        }
        return samples;
    }
}

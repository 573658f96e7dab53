package io.moneyprinter.tts.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolishTests {

    @Test
    void cutsSilenceOffBothEnds() {
        var polish = Polish.of(new Pcm(tone(500, 1000, 700, 0.1)), 0);

        assertThat(polish.head() / 48.0).isCloseTo(470, within(15.0));
        assertThat(polish.pcm().samples().length / 48.0).isCloseTo(1090, within(25.0));
    }

    @Test
    void makesQuietAndLoudSentencesEquallyLoud() {
        var quiet = Polish.of(new Pcm(tone(0, 2000, 0, 0.05)), 0).pcm();
        var loud = Polish.of(new Pcm(tone(0, 2000, 0, 0.8)), 0).pcm();

        assertThat(Loudness.integrated(quiet)).isCloseTo(Loudness.integrated(loud), within(0.2));
        assertThat(Loudness.integrated(quiet)).isCloseTo(-18, within(0.3));
    }

    @Test
    void appliesTheVolumeInDecibels() {
        var normal = Polish.of(new Pcm(tone(0, 2000, 0, 0.2)), 0).pcm();
        var lower = Polish.of(new Pcm(tone(0, 2000, 0, 0.2)), -6).pcm();

        assertThat(Loudness.integrated(lower) - Loudness.integrated(normal)).isCloseTo(-6, within(0.1));
    }

    @Test
    void neverClips() {
        var samples = tone(0, 2000, 0, 0.02);
        samples[40_000] = 0.9f;
        samples[70_000] = -0.99f;

        var polished = Polish.of(new Pcm(samples), 10).pcm().samples();

        for (var sample : polished) {
            assertThat(Math.abs(sample)).isLessThanOrEqualTo(0.8f);
        }
    }

    @Test
    void keepsWhatIsNearlySilent() {
        var faint = Polish.of(new Pcm(tone(0, 2000, 0, 2e-4)), 0).pcm();

        assertThat(Loudness.integrated(faint)).isCloseTo(-77 + 15, within(1.0));
    }

    @Test
    void leavesNothingOfSilence() {
        assertThat(Polish.of(new Pcm(new float[48_000]), 0).pcm().samples()).isEmpty();
        assertThat(Polish.of(new Pcm(new float[0]), 0).pcm().samples()).isEmpty();
    }

    @Test
    void measuresLoudnessAsTheStandardSays() {
        // BS.1770: a full-scale sine of 997 Hz in one channel is at -3.01 LUFS.
        var samples = new float[4 * Pcm.SAMPLE_RATE];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * 997 * i / Pcm.SAMPLE_RATE);
        }
        assertThat(Loudness.integrated(new Pcm(samples))).isCloseTo(-3.01, within(0.05));
    }

    @Test
    void readsWhatItWrites(@TempDir Path work) throws Exception {
        var pcm = new Pcm(tone(10, 100, 10, 0.5));
        var file = work.resolve("a.wav");

        pcm.write(file);

        assertThat(Pcm.reads(file)).isTrue();
        var read = Pcm.read(file).samples();
        assertThat(read).hasSameSizeAs(pcm.samples());
        for (var i = 0; i < read.length; i++) {
            assertThat(read[i]).isCloseTo(pcm.samples()[i], within(1f / 32768));
        }
    }

    private static float[] tone(int head, int length, int tail, double amplitude) {
        var samples = new float[(head + length + tail) * 48];
        for (var i = head * 48; i < (head + length) * 48; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 300 * i / Pcm.SAMPLE_RATE));
        }
        return samples;
    }
}

package io.moneyprinter.tts.provider.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.ffmpeg.Programs;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpeechSynthesizerContract;
import io.moneyprinter.tts.spi.Utterance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the program itself. */
@EnabledIf(value = "isInstalled", disabledReason = "espeak-ng is not on the PATH")
class EspeakProgramTests extends SpeechSynthesizerContract {

    private static EspeakSpeechSynthesizer espeak;

    static boolean isInstalled() {
        return Programs.find("espeak-ng") != null;
    }

    @BeforeAll
    static void start() {
        espeak = new EspeakSpeechSynthesizer(
                new EspeakProperties(true, "espeak-ng", 0, Duration.ofSeconds(30), Duration.ofHours(1)),
                Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        espeak.close();
    }

    @Override
    protected SpeechSynthesizer synthesizer() {
        return espeak;
    }

    private Voice voice(String id) {
        return espeak.voices().stream()
                .filter(voice -> voice.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Wave spoken(String text, String voice, double rate, double pitch, Path work) throws Exception {
        var spoken = espeak.synthesize(new Utterance(text, voice(voice), rate, pitch), work);
        return Wave.read(Files.readAllBytes(spoken.file()));
    }

    private static double seconds(Wave wave) {
        return wave.duration().toNanos() / 1e9;
    }

    @Test
    void listsWhatItSpeaks() {
        assertThat(espeak.version()).matches("1\\.\\d+.*-1");
        assertThat(espeak.voices()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.25, 1.5, 2})
    void speaksAboutAsFastAsItIsAsked(double rate, @TempDir Path work) throws Exception {
        var normal = seconds(spoken(SENTENCE, "en-us", 1, 0, work));
        var asked = seconds(spoken(SENTENCE, "en-us", rate, 0, work));

        assertThat(normal / asked).isCloseTo(rate, within(0.16 * rate));
    }

    @Test
    void speaksOtherLanguagesAndScripts(@TempDir Path work) throws Exception {
        assertThat(seconds(spoken("Bienen tanzen für ihre Schwestern.", "de", 1, 0, work)))
                .isBetween(1.5, 4.0);
        assertThat(seconds(spoken("मधुमक्खियाँ नाचती हैं।", "hi+f3", 1, 0, work)))
                .isBetween(0.8, 4.0);
        assertThat(seconds(spoken("蜜蜂跳舞", "cmn-latn-pinyin", 1, 0, work))).isBetween(0.6, 3.0);
    }

    @Test
    void speaksHigherAndInAnotherVoice(@TempDir Path work) throws Exception {
        var normal = spoken(SENTENCE, "en-us", 1, 0, work);

        assertThat(period(spoken(SENTENCE, "en-us", 1, 6, work))).isLessThan(period(normal) * 0.85);
        assertThat(period(spoken(SENTENCE, "en-us", 1, -6, work))).isGreaterThan(period(normal) * 1.15);
        assertThat(period(spoken(SENTENCE, "en-us+f3", 1, 0, work))).isLessThan(period(normal) * 0.85);
    }

    @Test
    void takesSpellingsInPhonemesAndMarkupForText(@TempDir Path work) throws Exception {
        var plain = seconds(spoken("hel at U", "en-us", 1, 0, work));

        assertThat(seconds(spoken("[[hel@U]] <b>hel</b>", "en-us", 1, 0, work))).isGreaterThan(plain * 0.6);
    }

    /** The lag in samples, between 50 and 400 Hz, at which the sound is most like itself. */
    private static double period(Wave wave) {
        var samples = wave.samples();
        var best = 0;
        var most = Double.NEGATIVE_INFINITY;
        for (var lag = wave.sampleRate() / 400; lag <= wave.sampleRate() / 50; lag++) {
            var sum = 0.0;
            for (var i = lag; i < samples.length; i++) {
                sum += (double) samples[i] * samples[i - lag];
            }
            if (sum > most) {
                most = sum;
                best = lag;
            }
        }
        return best;
    }
}

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** In samples. */
    private static final int PIECE = 1_200;

    private static final int SHORTEST_LAG = 55;
    private static final int LONGEST_LAG = 420;

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

    @ParameterizedTest
    @ValueSource(doubles = {-6, -3, 3, 8})
    void speaksAtThePitchThatIsAsked(double semitones, @TempDir Path work) throws Exception {
        for (var voice : List.of("en-us", "de+f3")) {
            var normal = pitch(spoken(SENTENCE, voice, 1, 0, work));
            var asked = pitch(spoken(SENTENCE, voice, 1, semitones, work));

            assertThat(12 * Math.log(asked / normal) / Math.log(2)).isCloseTo(semitones, within(1.0));
        }
    }

    @Test
    void speaksHigherAsAWoman(@TempDir Path work) throws Exception {
        assertThat(pitch(spoken(SENTENCE, "en-us+f3", 1, 0, work)))
                .isGreaterThan(1.5 * pitch(spoken(SENTENCE, "en-us", 1, 0, work)));
    }

    @Test
    void takesSpellingsInPhonemesAndMarkupForText(@TempDir Path work) throws Exception {
        var plain = seconds(spoken("hel at U", "en-us", 1, 0, work));

        assertThat(seconds(spoken("[[hel@U]] <b>hel</b>", "en-us", 1, 0, work))).isGreaterThan(plain * 0.6);
    }

    /** In Hertz: the median over all pieces of 54 ms that are like themselves a moment later. */
    private static double pitch(Wave wave) {
        var samples = wave.samples();
        var pitches = new ArrayList<Double>();
        for (var start = 0; start + 2 * PIECE < samples.length; start += PIECE / 3) {
            var likenesses = new double[LONGEST_LAG + 1];
            for (var lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
                likenesses[lag] = likeness(samples, start, lag);
            }
            var most = Arrays.stream(likenesses).max().orElseThrow();
            for (var lag = SHORTEST_LAG + 1; lag < LONGEST_LAG && most > 0.6; lag++) {
                // The first peak: multiples of the period are as good.
                if (likenesses[lag] > 0.85 * most
                        && likenesses[lag] >= likenesses[lag - 1]
                        && likenesses[lag] >= likenesses[lag + 1]) {
                    pitches.add((double) wave.sampleRate() / lag);
                    break;
                }
            }
        }
        return pitches.stream().sorted().toList().get(pitches.size() / 2);
    }

    /** Their correlation, 0 where there is next to no sound. */
    private static double likeness(short[] samples, int start, int lag) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (var i = start; i < start + PIECE; i++) {
            both += (double) samples[i] * samples[i + lag];
            first += (double) samples[i] * samples[i];
            second += (double) samples[i + lag] * samples[i + lag];
        }
        return first < PIECE * 640_000.0 ? 0 : both / Math.sqrt(first * Math.max(1, second));
    }
}

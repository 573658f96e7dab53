package io.moneyprinter.tts.provider.marytts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Decoders;
import io.moneyprinter.tts.spi.Delivery;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpeechSynthesizerContract;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarySpeechSynthesizerTests extends SpeechSynthesizerContract {

    private static final MarySpeechSynthesizer MARY =
            new MarySpeechSynthesizer(new MaryProperties(true, 0, Duration.ofSeconds(60)));

    @Override
    protected SpeechSynthesizer synthesizer() {
        return MARY;
    }

    @Test
    void soundsTheSameEveryTime(@TempDir Path work) throws Exception {
        var first =
                Files.readAllBytes(MARY.synthesize(utterance(SENTENCE), work).file());
        var second =
                Files.readAllBytes(MARY.synthesize(utterance(SENTENCE), work).file());

        assertThat(second).isEqualTo(first);
    }

    @Test
    void soundsUntilTheLastWordEnds(@TempDir Path work) throws Exception {
        var spoken = MARY.synthesize(utterance(SENTENCE), work);

        var audio = seconds(spoken.file());
        assertThat(audio).isBetween(3.0, 6.0);
        assertThat(end(spoken.words().getLast())).isBetween(audio - 0.6, audio);
    }

    @Test
    void speaksAtTheRateThatIsAsked(@TempDir Path work) throws Exception {
        var normal = end(MARY.synthesize(utterance(SENTENCE), work).words().getLast());
        var fast = end(MARY.synthesize(at(1.25, 0), work).words().getLast());
        var slow = end(MARY.synthesize(at(0.8, 0), work).words().getLast());

        assertThat(normal / fast).isBetween(1.2, 1.3);
        assertThat(slow / normal).isBetween(1.2, 1.3);
    }

    /** Its plan for other rates is several hundredths too short. */
    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1, 1.3})
    void knowsItsWordsAtEveryRate(double rate, @TempDir Path work) throws Exception {
        var spoken = MARY.synthesize(at(rate, 0), work);

        assertThat(end(spoken.words().getLast())).isCloseTo(heard(spoken), within(0.06));
    }

    @Test
    void speaksAtThePitchThatIsAsked(@TempDir Path work) throws Exception {
        var normal = crossings(MARY.synthesize(utterance(SENTENCE), work).file());
        var high = crossings(MARY.synthesize(at(1, 6), work).file());

        assertThat(high).isNotEqualTo(normal);
        assertThat(seconds(MARY.synthesize(at(1, 6), work).file()))
                .isEqualTo(seconds(MARY.synthesize(utterance(SENTENCE), work).file()));
    }

    /** The voice knows the word "bees", so that the sounds of the same are the same. */
    @Test
    void saysTheSoundsOfAWord(@TempDir Path work) throws Exception {
        var bees = MARY.synthesize(utterance("In spring, bees dance."), work);
        var expected = Files.readAllBytes(bees.file());

        var strange = MARY.synthesize(pronounced("In spring, wugs dance.", "wugs", "biːz"), work);

        assertThat(Files.readAllBytes(strange.file())).isEqualTo(expected);
        assertThat(strange.words()).extracting(SpokenWord::text).containsExactly("In", "spring", "wugs", "dance");
        assertThat(strange.words())
                .extracting(SpokenWord::offset)
                .isEqualTo(bees.words().stream().map(SpokenWord::offset).toList());
    }

    @ParameterizedTest
    @CsvSource({"Café in New York now, njuː ˈjɔːrk, 4", "Café in New York now, njuːˈjɔːrk, 3"})
    void timesWordsThatAreSaidTogether(String text, String ipa, int sounding, @TempDir Path work) throws Exception {
        var spoken = MARY.synthesize(pronounced(text, "New York", ipa), work);

        assertThat(spoken.words()).hasSize(sounding + 1);
        assertThat(String.join(
                        " ", spoken.words().stream().map(SpokenWord::text).toList()))
                .isEqualTo("Cafe in New York now");
        assertThat(end(spoken.words().getLast())).isCloseTo(heard(spoken), within(0.06));
    }

    @Test
    void swallowsNothingBesideAWordOfOtherSounds(@TempDir Path work) {
        var spoken = MARY.synthesize(pronounced("A well-known hive", "known", "biːz"), work);

        assertThat(String.join(
                        " ", spoken.words().stream().map(SpokenWord::text).toList()))
                .contains("well", "known", "hive");
    }

    @Test
    void refusesSoundsThatItHasNot(@TempDir Path work) {
        assertThat(MARY.hasSounds(MARY.voices().getFirst(), "ǃa")).isFalse();
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> MARY.synthesize(pronounced("Say wugs", "wugs", "ǃa"), work))
                .withMessageContaining("'ǃ'")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_TEXT_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1, 1.3})
    void stressesAWordAndKnowsAllOthers(double rate, @TempDir Path work) throws Exception {
        var plain = MARY.synthesize(at(rate, 0), work).words();

        var start = SENTENCE.indexOf("sisters");
        var stress = new Delivery(start, start + "sisters".length(), true, null);
        var spoken = MARY.synthesize(
                new Utterance(SENTENCE, MARY.voices().getFirst(), rate, 0, List.of(stress), null), work);

        var words = spoken.words();
        assertThat(words)
                .extracting(SpokenWord::text)
                .isEqualTo(plain.stream().map(SpokenWord::text).toList());
        assertThat(length(words.get(5)) / length(plain.get(5))).isGreaterThan(1.1);
        assertThat(length(words.get(9)) / length(plain.get(9))).isBetween(0.9, 1.1);
        assertThat(end(words.getLast())).isCloseTo(heard(spoken), within(0.06));
    }

    @Test
    void treatsMarkupAsText(@TempDir Path work) {
        var spoken = MARY.synthesize(utterance("a < b & c </speak>"), work);

        assertThat(spoken.words()).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "!?"})
    void refusesWhatHasNoWords(String text, @TempDir Path work) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> MARY.synthesize(utterance(text), work))
                .extracting(CodedException::code)
                .isIn(TtsErrorCode.TEXT_NOT_SPEAKABLE, TtsErrorCode.VOICE_ENGINE_FAILED);
    }

    @Test
    void givesUpAfterTheTimeout(@TempDir Path work) {
        var hasty = new MarySpeechSynthesizer(new MaryProperties(true, 1, Duration.ofNanos(1)));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> hasty.synthesize(utterance(SENTENCE), work))
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_TIMED_OUT);
    }

    private Utterance at(double rate, double pitch) {
        return new Utterance(SENTENCE, MARY.voices().getFirst(), rate, pitch);
    }

    private static Utterance pronounced(String text, String word, String ipa) {
        var start = text.indexOf(word);
        var delivery = new Delivery(start, start + word.length(), false, ipa);
        return new Utterance(text, MARY.voices().getFirst(), 1, 0, List.of(delivery), null);
    }

    /** When the sound ends, in seconds. */
    private static double heard(SpokenAudio spoken) throws Exception {
        var sound = Decoders.wav().decode(spoken.file());
        return Activity.of(sound).regions().getLast().to() / 100.0;
    }

    private static double length(SpokenWord word) {
        return word.duration().toNanos() / 1e9;
    }

    private static double end(SpokenWord word) {
        return word.offset().plus(word.duration()).toNanos() / 1e9;
    }

    private static double seconds(Path wav) throws Exception {
        return (Files.size(wav) - 44) / 2.0 / 48_000;
    }

    private static long crossings(Path wav) throws Exception {
        var bytes = Files.readAllBytes(wav);
        var crossings = 0L;
        for (var i = 47; i + 2 < bytes.length; i += 2) {
            if ((bytes[i] < 0) != (bytes[i + 2] < 0)) {
                crossings++;
            }
        }
        return crossings;
    }
}

package io.moneyprinter.tts.provider.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceFailure;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.normalization.NormalizedText.Span;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpeechSynthesizerContract;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.synthesis.Failovers;
import io.moneyprinter.tts.synthesis.ToneSynthesizer;
import io.moneyprinter.tts.voice.VoicesTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

@Timeout(60)
class EspeakSpeechSynthesizerTests extends SpeechSynthesizerContract {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path home;

    private EspeakStandIn standIn;
    private EspeakSpeechSynthesizer espeak;

    @BeforeEach
    void start() throws IOException {
        standIn = new EspeakStandIn(home);
        espeak = standIn.thatRuns(EspeakStandIn.SPEAK, LONG);
    }

    @AfterEach
    void close() {
        espeak.close();
    }

    @Override
    protected SpeechSynthesizer synthesizer() {
        return espeak;
    }

    private void runs(String script, Duration timeout) throws IOException {
        espeak.close();
        espeak = standIn.thatRuns(script, timeout);
    }

    private void assertFails(Path work, ErrorCode code, String message) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> espeak.synthesize(utterance(SENTENCE), work))
                .withMessageContaining(message)
                .extracting(CodedException::code)
                .isEqualTo(code);
    }

    @Test
    void writesTheSoundWithItsTrueLength(@TempDir Path work) throws Exception {
        var spoken = espeak.synthesize(utterance("Bees dance"), work);

        var wave = Wave.read(Files.readAllBytes(spoken.file()));
        assertThat(wave.sampleRate()).isEqualTo(22_050);
        assertThat(wave.duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(Files.size(spoken.file())).isEqualTo(44 + 2 * 22_050);
    }

    @Test
    void handsTheTextOnThroughItsInput(@TempDir Path work) throws Exception {
        espeak.synthesize(utterance("-v de; $(id) <b> Bienen tänzeln [[h@l'oU]] \u0001 50P"), work);

        assertThat(standIn.heard())
                .startsWith("-v de; $(id) <b> Bienen tänzeln ")
                .doesNotContain("[", "]", "\u0001")
                .endsWith(" 50P");
        assertThat(standIn.asked().lines())
                .containsExactly("-v", "af", "-s", "175", "-p", "50", "-b", "1", "--stdin", "--stdout");
    }

    @Test
    void tellsWhenItSaysEachWordWhenItSpeaksWordByWord(@TempDir Path work) throws Exception {
        runs(EspeakStandIn.SPEAK_OR_MUTE, LONG);

        var spoken = wordByWord("[Bees] dance\u0001, now", work);

        assertThat(spoken.words())
                .containsExactly(
                        new SpokenWord("Bees", Duration.ZERO, Duration.ofMillis(400)),
                        new SpokenWord("dance", Duration.ofMillis(400), Duration.ofMillis(500)),
                        new SpokenWord("now", Duration.ofMillis(900), Duration.ofMillis(300)));
        assertThat(Wave.read(Files.readAllBytes(spoken.file())).duration()).isEqualTo(Duration.ofMillis(1_200));
        assertThat(standIn.asked()).startsWith("-v\naf\n");
        assertThat(standIn.heard()).isEqualTo(" \u200b\u00010ABees  \u200b\u00010Adance , \u200b\u00010Anow");
    }

    @Test
    void refusesAProgramThatDoesNotMuteWords(@TempDir Path work) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> wordByWord("[Bees] dance\u0001, now", work))
                .withMessageContaining("another time")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_ANSWER_UNUSABLE);
    }

    private SpokenAudio wordByWord(String text, Path work) {
        var words = List.of(new Span(1, 5), new Span(7, 12), new Span(15, 18));
        return espeak.wordSpeech().orElseThrow().speak(utterance(text), words, work);
    }

    @ParameterizedTest
    @CsvSource({"0.5,88", "1.25,219", "2,350", "2.57,450"})
    void speaksAtTheRateThatIsAsked(double rate, String words, @TempDir Path work) throws Exception {
        espeak.synthesize(new Utterance(SENTENCE, espeak.voices().getFirst(), rate, 0), work);

        assertThat(standIn.asked()).contains("-s\n" + words + "\n");
    }

    @ParameterizedTest
    @CsvSource({"-6,8", "-3,30", "3,68", "8,96"})
    void speaksAtThePitchThatIsAsked(double pitch, String value, @TempDir Path work) throws Exception {
        espeak.synthesize(new Utterance(SENTENCE, espeak.voices().getFirst(), 1, pitch), work);

        assertThat(standIn.asked()).contains("-p\n" + value + "\n");
    }

    @ParameterizedTest
    @CsvSource({"0.4,0", "3,0", "1,-6.5", "1,12"})
    void refusesWhatTheProgramWouldCut(double rate, double pitch, @TempDir Path work) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> espeak.synthesize(
                        new Utterance(SENTENCE, espeak.voices().getFirst(), rate, pitch), work))
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_SETTING_UNSUPPORTED);
    }

    @Test
    void refusesVoicesThatAreNone(@TempDir Path work) {
        var voice = new Voice("espeak", "../../etc/passwd", "x", "en", null, List.of("Latn"), true, false);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> espeak.synthesize(new Utterance(SENTENCE, voice, 1, 0), work))
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_UNKNOWN);
        assertThat(standIn.file("asked")).doesNotExist();
    }

    @Test
    void hasTheVersionOfTheProgram() {
        assertThat(espeak.version()).isEqualTo("1.51-1");
    }

    @Test
    void hasAVoiceEvenIfTheProgramListsNone() throws Exception {
        Files.writeString(standIn.file("voices"), "nothing here\n");

        assertThat(espeak.voices()).extracting(Voice::id).containsExactly("en-us", "en-us+f3");
    }

    @Test
    void givesUpAfterTheTimeout(@TempDir Path work) throws Exception {
        runs("exec sleep 100", Duration.ofSeconds(1));

        assertFails(work, TtsErrorCode.VOICE_TIMED_OUT, "took longer than PT1S");
        assertThat(isGone()).isTrue();
    }

    @Test
    void endsTheProgramWithTheWork(@TempDir Path work) throws Exception {
        runs("exec sleep 100", LONG);
        espeak.voices();
        var failure = new CompletableFuture<Throwable>();
        var caller = Thread.ofVirtual().start(() -> {
            try {
                espeak.synthesize(utterance(SENTENCE), work);
            } catch (CodedException e) {
                failure.complete(e);
            }
        });
        while (!Files.exists(standIn.file("heard"))) {
            Thread.onSpinWait();
        }

        caller.interrupt();

        assertThat(failure.get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.code()).isEqualTo(CommonErrorCode.CANCELLED));
        assertThat(isGone()).isTrue();
    }

    @Test
    void tellsWhyTheProgramFailed(@TempDir Path work) throws Exception {
        runs("echo 'Error: The specified espeak-ng voice does not exist.' >&2; exit 1", LONG);

        assertFails(work, TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, "voice does not exist");
    }

    @Test
    void refusesHalfOfTheSoundOfAProgramThatDies(@TempDir Path work) throws Exception {
        runs(EspeakStandIn.SPEAK.replace("count * 4410", "count * 2205") + "; kill -9 $$", LONG);

        assertFails(work, TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, "espeak");
    }

    @Test
    void isNotFooledByAnotherSampleRate(@TempDir Path work) throws Exception {
        // 16,000 Hz instead of 22,050.
        runs(EspeakStandIn.SPEAK.replace("\\042V\\000\\000", "\\200>\\000\\000"), LONG);

        var wave = Wave.read(Files.readAllBytes(
                espeak.synthesize(utterance("Bees dance"), work).file()));

        assertThat(wave.sampleRate()).isEqualTo(16_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exec sleep 100          | VOICE_TIMED_OUT
            exit 1                  | VOICE_PROVIDER_UNAVAILABLE
            echo '<html>'; exit 0   | VOICE_ANSWER_UNUSABLE
            """)
    void leavesTheSentenceToAnother(String script, TtsErrorCode code, @TempDir Path work) throws Exception {
        runs(script, Duration.ofSeconds(1));
        var other = new ToneSynthesizer("other", 0.1, VoicesTests.voice("other", "other-voice", "en-US")) {
            @Override
            public Set<Capability> capabilities() {
                return Set.of(Capability.WORD_TIMES, Capability.ROBOTIC);
            }
        };

        var speech = Failovers.speak(work, SENTENCE, espeak, other);

        assertThat(speech.provider()).isEqualTo("other");
        assertThat(speech.failures()).extracting(VoiceFailure::code).containsExactly(code.name());
    }

    @Test
    void refusesSoundThatNeverEnds(@TempDir Path work) throws Exception {
        runs("exec cat /dev/zero", LONG);

        assertFails(work, TtsErrorCode.VOICE_ANSWER_UNUSABLE, "more than 64 MiB");
    }

    @Test
    void refusesWhatIsNoSound(@TempDir Path work) throws Exception {
        runs("echo '<html>'; exit 0", LONG);

        assertFails(work, TtsErrorCode.VOICE_ANSWER_UNUSABLE, "it is no WAV");
    }

    @Test
    void saysThatThereWasNoSound(@TempDir Path work) throws Exception {
        runs(EspeakStandIn.SPEAK.replace("count * 4410", "0"), LONG);

        assertFails(work, TtsErrorCode.VOICE_PROVIDER_SILENT, "no sound");
    }

    @Test
    void isThereWhenTheProgramIsThere() {
        var context = new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withUserConfiguration(EspeakConfiguration.class);

        context.withPropertyValues("moneyprinter.tts.espeak.program=" + standIn.file("espeak-ng"))
                .run(found -> assertThat(found).hasSingleBean(EspeakSpeechSynthesizer.class));
        context.withPropertyValues(
                        "moneyprinter.tts.espeak.program=" + standIn.file("espeak-ng"),
                        "moneyprinter.tts.espeak.enabled=false")
                .run(found -> assertThat(found).doesNotHaveBean(EspeakSpeechSynthesizer.class));
        context.withPropertyValues("moneyprinter.tts.espeak.program=/no/such/program")
                .run(found -> assertThat(found)
                        .getFailure()
                        .rootCause()
                        .hasMessage("moneyprinter.tts.espeak.program: /no/such/program"
                                + " (expected: espeak-ng, as a program that may be run)"));
    }

    @ParameterizedTest
    @CsvSource({"parallelism,-1", "timeout,0s", "voices-ttl,-1h"})
    void refusesSettingsThatCannotBeMeant(String name, String value) {
        var environment = new MockEnvironment().withProperty("moneyprinter.tts.espeak." + name, value);

        assertThat(catchThrowable(
                        () -> Binder.get(environment).bindOrCreate("moneyprinter.tts.espeak", EspeakProperties.class)))
                .rootCause()
                .hasMessageStartingWith("moneyprinter.tts.espeak." + name);
    }

    @Test
    void refusesAProgramThatIsNotThere() {
        var properties = new EspeakProperties(true, "no-such-program", 0, LONG, LONG);

        assertThatIllegalArgumentException()
                .isThrownBy(properties::located)
                .withMessageContaining("moneyprinter.tts.espeak.program");
    }

    /** Whether the last program that spoke has ended; what was asked to may take a moment. */
    private boolean isGone() throws Exception {
        var process = ProcessHandle.of(
                Long.parseLong(Files.readString(standIn.file("pid")).strip()));
        if (process.isPresent()) {
            process.get().onExit().get(10, TimeUnit.SECONDS);
        }
        return true;
    }
}

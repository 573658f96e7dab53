package io.moneyprinter.tts.provider.marytts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.tts.RecordingRequest;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceChoice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.tts.TtsConfiguration;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.reading.PlainScripts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The whole service with the voice that is always there. */
class MaryNarrationTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("tts");

    private static final String TEXT =
            "Since 2026, a “well-known” hive costs $4.50 🐝 — see https://example.com/x for 25% off!";

    @TempDir
    private static Path work;

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
            .withBean(ObjectStore.class, () -> new LocalObjectStore(work, Clock.systemUTC()))
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(DataSource.class, DATABASE::dataSource)
            .withBean(ScriptWriting.class, PlainScripts::new)
            .withPropertyValues("moneyprinter.tts.espeak.enabled=false")
            .withUserConfiguration(TtsConfiguration.class);

    @Test
    void timesEveryWrittenWord() {
        service.run(context -> {
            var speech = speak(context.getBean(SpeechSynthesis.class), TEXT);

            assertThat(speech.words().stream().map(word -> TEXT.substring(word.start(), word.end())))
                    .containsExactly(
                            "Since",
                            "2026,",
                            "a",
                            "“well-known”",
                            "hive",
                            "costs",
                            "$4.50 🐝 —",
                            "see",
                            "https://example.com/x",
                            "for",
                            "25%",
                            "off!");
            assertThat(speech.words()).extracting(WordTiming::source).containsOnly(WordTiming.Source.ENGINE);
            assertThat(speech.words()).allSatisfy(word -> {
                assertThat(word.duration()).isPositive();
                assertThat(word.confidence()).isGreaterThan(0.9);
            });
            var end = Duration.ZERO;
            for (var word : speech.words()) {
                assertThat(word.offset()).isGreaterThanOrEqualTo(end);
                end = word.offset().plus(word.duration());
            }
            assertThat(end).isBetween(speech.duration().minusMillis(250), speech.duration());
        });
    }

    @Test
    void stressesWhatIsMarked() {
        service.run(context -> {
            var synthesis = context.getBean(SpeechSynthesis.class);
            var plain = speak(synthesis, "Bees dance in the dark, and nobody sees them.");

            var stressed = speak(synthesis, "Bees dance in the [emphasis]dark[/emphasis], and nobody sees them.");

            assertThat(stressed.words()).hasSameSizeAs(plain.words());
            assertThat(stressed.words()).extracting(WordTiming::source).containsOnly(WordTiming.Source.ENGINE);
            assertThat(stressed.words().get(4).duration())
                    .isGreaterThan(
                            plain.words().get(4).duration().multipliedBy(11).dividedBy(10));
            assertThat(stressed.duration()).isGreaterThan(plain.duration());
        });
    }

    /** The voice knows when it said each word; a recording of it is cut without that knowledge. */
    @Test
    void isFoundAgainInARecording() {
        var script = List.of(
                "Bees dance in the dark to tell their sisters where the flowers are.",
                "They turn, they shake, and they run in small circles.",
                "Why would they do that?",
                "Every second of the dance means a distance: about one kilometre from the hive.",
                "Karl von Frisch was given a Nobel Prize for it.");
        service.withBean(Ffmpeg.class, SharedFfmpeg::ffmpeg).run(context -> {
            var synthesis = context.getBean(SpeechSynthesis.class);
            var store = context.getBean(ObjectStore.class);
            var spoken = script.stream().map(text -> speak(synthesis, text)).toList();
            var key = recording(store, spoken);

            var cut = synthesis.cut(new RecordingRequest(UserId.LOCAL, key, "en", script, "key"));

            var errors = new ArrayList<Long>();
            for (var i = 0; i < script.size(); i++) {
                var heard = cut.get(i).speech();
                var said = spoken.get(i);
                assertThat(heard.duration()).isCloseTo(said.duration(), Duration.ofMillis(150));
                assertThat(heard.words()).hasSameSizeAs(said.words());
                assertThat(heard.words()).extracting(WordTiming::source).contains(WordTiming.Source.ALIGNED);
                for (var word = 0; word < heard.words().size(); word++) {
                    errors.add(heard.words()
                            .get(word)
                            .offset()
                            .minus(said.words().get(word).offset())
                            .abs()
                            .toMillis());
                }
            }
            assertThat(errors.stream().mapToLong(Long::longValue).average().orElseThrow())
                    .isLessThan(30);
            assertThat(errors).allMatch(error -> error < 120);
        });
    }

    /** All that was said with pauses between. */
    private static ObjectKey recording(ObjectStore store, List<Speech> spoken) throws IOException {
        var samples = new ByteArrayOutputStream();
        for (var speech : spoken) {
            samples.write(new byte[2 * 48_000 * 6 / 10]);
            samples.write(Files.readAllBytes(store.file(speech.audio())), 44, (int) (2 * speech.samples()));
        }
        var format = new AudioFormat(48_000, 16, 1, true, false);
        var file = store.newFile("wav");
        var bytes = samples.toByteArray();
        var sound = new AudioInputStream(new ByteArrayInputStream(bytes), format, bytes.length / 2);
        AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        var key = new ObjectKey("assets/recording.wav");
        store.put(key, file);
        return key;
    }

    @Test
    void refusesWhatItCannotRead() {
        service.run(context -> {
            var speech = context.getBean(SpeechSynthesis.class);
            for (var text : new String[] {"今天我们来看看", "Пчёлы танцуют", "...", "—"}) {
                assertThatExceptionOfType(CodedException.class)
                        .isThrownBy(() -> speak(speech, text))
                        .extracting(CodedException::code)
                        .isEqualTo(TtsErrorCode.TEXT_NOT_SPEAKABLE);
            }
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() ->
                            speech.choose(new VoiceChoice(UserId.LOCAL, VoiceSettings.DEFAULT, "de", "Bienen tanzen")))
                    .withMessageContaining("moneyprinter.tts.edge.enabled=true")
                    .extracting(CodedException::code)
                    .isEqualTo(TtsErrorCode.LANGUAGE_NOT_SPOKEN);
        });
    }

    @Test
    void isGoneWhenSwitchedOff() {
        service.withPropertyValues("moneyprinter.tts.marytts.enabled=false").run(context -> {
            assertThat(context.getBean(SpeechSynthesis.class).voices())
                    .extracting(Voice::provider)
                    .containsExactly("none");
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> speak(context.getBean(SpeechSynthesis.class), "Bees dance"))
                    .extracting(CodedException::code)
                    .isEqualTo(TtsErrorCode.LANGUAGE_NOT_SPOKEN);
        });
    }

    private static Speech speak(SpeechSynthesis speech, String text) {
        return speech.synthesize(new SpeechRequest(UserId.LOCAL, text, "en", VoiceSettings.DEFAULT, "key"));
    }
}

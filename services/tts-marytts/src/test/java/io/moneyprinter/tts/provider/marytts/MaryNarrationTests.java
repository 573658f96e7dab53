package io.moneyprinter.tts.provider.marytts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.VoiceChoice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.TtsConfiguration;
import io.moneyprinter.tts.TtsErrorCode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The whole service with the voice that is always there. */
class MaryNarrationTests {

    private static final String TEXT =
            "Since 2026, a “well-known” hive costs $4.50 🐝 — see https://example.com/x for 25% off!";

    @TempDir
    private static Path work;

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
            .withBean(ObjectStore.class, () -> new LocalObjectStore(work, Clock.systemUTC()))
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
                    .isThrownBy(() -> speech.choose(new VoiceChoice(VoiceSettings.DEFAULT, "de", "Bienen tanzen")))
                    .withMessageContaining("moneyprinter.tts.edge.enabled=true")
                    .extracting(CodedException::code)
                    .isEqualTo(TtsErrorCode.LANGUAGE_NOT_SPOKEN);
        });
    }

    @Test
    void isGoneWhenSwitchedOff() {
        service.withPropertyValues("moneyprinter.tts.marytts.enabled=false").run(context -> {
            assertThat(context.getBean(SpeechSynthesis.class).voices()).isEmpty();
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

package io.moneyprinter.tts.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.tts.Narrator;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.edge.EdgeStandIn;
import io.moneyprinter.testing.edge.EdgeStandIn.Behaviour;
import io.moneyprinter.tts.TtsConfiguration;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.reading.PlainScripts;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.voice.VoicesTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The whole service, whose first provider misbehaves over a real socket. */
class EdgeFailoverTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("tts");

    @TempDir
    private Path work;

    private final EdgeStandIn edge = EdgeStandIn.start(0, EdgeStandIn.humming(SharedFfmpeg.ffmpeg()));
    private volatile @Nullable CodedException otherFails;
    private final ToneSynthesizer other =
            new ToneSynthesizer("other", 0.1, VoicesTests.voice("other", "other-voice", "en-US")) {
                @Override
                public SpokenAudio synthesize(Utterance utterance, Path directory) {
                    if (otherFails != null) {
                        throw otherFails;
                    }
                    return super.synthesize(utterance, directory);
                }
            };

    @AfterEach
    void close() {
        edge.close();
        assertThat(edge.violations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"SPEAK"},
            mode = EnumSource.Mode.EXCLUDE)
    void endsWithSpeechWhateverHappens(Behaviour behaviour) {
        run(context -> {
            var speech = context.getBean(SpeechSynthesis.class);
            assertThat(speech.synthesize(request("Bees dance.", null)).provider())
                    .isEqualTo("edge");
            edge.behave(behaviour);

            var spoken = speech.synthesize(request("They show the way.", null));

            assertThat(spoken.provider()).isEqualTo("other");
            assertThat(spoken.failures().getFirst())
                    .satisfies(failure -> assertThat(failure.provider()).isEqualTo("edge"))
                    .satisfies(failure -> assertThat(failure.voice()).isEqualTo("en-US-EmmaMultilingualNeural"))
                    .satisfies(failure -> assertThat(failure.code())
                            .isEqualTo(
                                    switch (behaviour) {
                                        case THROTTLE -> "VOICE_PROVIDER_THROTTLED";
                                        case SAY_NOTHING -> "VOICE_PROVIDER_SILENT";
                                        default -> "VOICE_PROVIDER_UNAVAILABLE";
                                    }));
        });
    }

    @Test
    void isNotFooledByAnotherSampleRate() {
        var asked = duration(24_000, "Bees dance here.");

        assertThat(duration(16_000, "Bees dance soon.")).isCloseTo(asked, Duration.ofMillis(60));
    }

    private Duration duration(int sampleRate, String text) {
        var duration = new AtomicReference<>(Duration.ZERO);
        try (var humming = EdgeStandIn.start(0, EdgeStandIn.humming(SharedFfmpeg.ffmpeg(), sampleRate))) {
            run(
                    humming,
                    context -> duration.set(context.getBean(SpeechSynthesis.class)
                            .synthesize(request(text, null))
                            .duration()));
        }
        assertThat(duration.get()).isPositive();
        return duration.get();
    }

    @Test
    void waitsForAnAnswerThatIsPromisedSoon() {
        run(context -> {
            var speech = context.getBean(SpeechSynthesis.class);
            assertThat(speech.synthesize(request("Bees dance.", null)).provider())
                    .isEqualTo("edge");
            edge.behave(Behaviour.THROTTLE);
            // It would speak sooner than it says; nobody is to find out.
            var recovery = new Timer(true);
            recovery.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            edge.behave(Behaviour.SPEAK);
                        }
                    },
                    2_000);
            var start = System.nanoTime();

            var spoken = speech.synthesize(
                    request("They show the way.", new Narrator("edge", "en-US-EmmaMultilingualNeural", List.of())));

            assertThat(spoken.provider()).isEqualTo("edge");
            assertThat(spoken.failures()).isEmpty();
            assertThat(System.nanoTime() - start).isGreaterThan(7_000_000_000L);
        });
    }

    @Test
    void namesEveryProviderWhenAllAreDown() {
        otherFails = new CodedException(TtsErrorCode.VOICE_ENGINE_FAILED, "out of order");
        run(context -> {
            edge.behave(Behaviour.BREAK);

            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> context.getBean(SpeechSynthesis.class).synthesize(request("Bees dance.", null)))
                    .withMessageMatching("No voice provider could speak\\. edge: VOICE_PROVIDER_UNAVAILABLE, .*500.*;"
                            + " other: VOICE_ENGINE_FAILED, out of order")
                    .extracting(CodedException::code)
                    .isEqualTo(TtsErrorCode.VOICE_PROVIDERS_FAILED);
        });
    }

    private void run(Consumer<ApplicationContext> test) {
        run(edge, test);
    }

    private void run(EdgeStandIn edge, Consumer<ApplicationContext> test) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .withBean(ObjectStore.class, () -> new LocalObjectStore(work, Clock.systemUTC()))
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(DataSource.class, DATABASE::dataSource)
                .withBean(ScriptWriting.class, PlainScripts::new)
                .withBean(Ffmpeg.class, SharedFfmpeg::ffmpeg, definition -> definition.setDestroyMethodName(""))
                .withBean(SpeechSynthesizer.class, () -> other)
                .withPropertyValues(
                        "moneyprinter.tts.providers=edge,other",
                        "moneyprinter.tts.failover.pause=10ms",
                        "moneyprinter.tts.espeak.enabled=false",
                        "moneyprinter.tts.edge.enabled=true",
                        "moneyprinter.tts.edge.silence-timeout=5s",
                        "moneyprinter.tts.edge.url=" + edge.url(),
                        "moneyprinter.tts.edge.voices-url=" + edge.voicesUrl())
                .withUserConfiguration(TtsConfiguration.class)
                .run(context -> test.accept(context));
    }

    private static SpeechRequest request(String text, @Nullable Narrator narrator) {
        return new SpeechRequest(UserId.LOCAL, text, "en", VoiceSettings.DEFAULT, "key", narrator);
    }
}

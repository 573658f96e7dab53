package io.moneyprinter.tts.provider.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.edge.EdgeLarynx;
import io.moneyprinter.testing.edge.EdgeStandIn;
import io.moneyprinter.testing.edge.EdgeStandIn.Behaviour;
import io.moneyprinter.testing.web.SelfSigned;
import io.moneyprinter.tts.TtsConfiguration;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.SpeechStandIn;
import io.moneyprinter.tts.reading.PlainScripts;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpeechSynthesizerContract;
import io.moneyprinter.tts.spi.Utterance;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

class EdgeSpeechSynthesizerTests extends SpeechSynthesizerContract {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("tts");

    private final EdgeStandIn service = EdgeStandIn.start(0, EdgeLarynx.DUMB);
    private final EdgeSpeechSynthesizer edge = edge(service.url(), service.voicesUrl());

    private static EdgeSpeechSynthesizer edge(URI url, URI voices) {
        var properties = new Binder(new MapConfigurationPropertySource(Map.of(
                        "moneyprinter.tts.edge.url", url,
                        "moneyprinter.tts.edge.voices-url", voices,
                        "moneyprinter.tts.edge.silence-timeout", "2s")))
                .bindOrCreate("moneyprinter.tts.edge", EdgeProperties.class);
        return new EdgeSpeechSynthesizer(
                properties, Clock.systemUTC(), JsonMapper.builder().build());
    }

    @AfterEach
    void close() {
        edge.close();
        service.close();
        assertThat(service.violations()).isEmpty();
    }

    @Override
    protected SpeechSynthesizer synthesizer() {
        return edge;
    }

    @Test
    void saysExactlyWhatTheServiceTakes(@TempDir Path work) {
        var emma = edge.voices().getFirst();

        edge.synthesize(new Utterance("Bees & \"wasps\" < 3", emma, 1.25, -12), work);

        assertThat(service.spoken())
                .containsExactly("<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis' xml:lang='en-US'>"
                        + "<voice name='Microsoft Server Speech Text to Speech Voice (en-US, EmmaMultilingualNeural)'>"
                        + "<prosody pitch='-100Hz' rate='+25%' volume='+0%'>Bees &amp; \"wasps\" &lt; 3</prosody>"
                        + "</voice></speak>");
    }

    @Test
    void saysHowAVoiceSoundsAndCannotBeAskedForIt() {
        var emma = edge.voices().getFirst();

        assertThat(emma.styles()).containsExactly("Friendly", "Positive");
        assertThat(edge.hasStyle(emma, "Friendly")).isFalse();
    }

    @Test
    void followsTheClockOfTheService(@TempDir Path work) {
        var utterance = utterance(SENTENCE);
        service.setClockOffset(Duration.ofHours(-5));

        assertThat(edge.synthesize(utterance, work).words()).isNotEmpty();
        assertThat(edge.synthesize(utterance, work).words()).isNotEmpty();
    }

    @Test
    void keepsTimeOverTheConnectionsOfALongText(@TempDir Path work) throws Exception {
        var spoken = edge.synthesize(utterance("Bees dance. ".repeat(500)), work);

        assertThat(service.spoken()).hasSize(2);
        assertThat(spoken.words()).hasSize(1000);
        var last = spoken.words().getLast();
        assertThat(last.offset().plus(last.duration()).plusMillis(800))
                .isEqualTo(Duration.ofMillis(Files.size(spoken.file()) / 6));
    }

    @ParameterizedTest
    @CsvSource({
        "FORBID, VOICE_PROVIDER_UNAVAILABLE",
        "THROTTLE, VOICE_PROVIDER_THROTTLED",
        "BREAK, VOICE_PROVIDER_UNAVAILABLE",
        "SEND_A_WEB_PAGE, VOICE_PROVIDER_UNAVAILABLE",
        "HANG_UP, VOICE_PROVIDER_UNAVAILABLE",
        "STALL, VOICE_PROVIDER_UNAVAILABLE",
        "GARBLE, VOICE_PROVIDER_UNAVAILABLE",
        "SAY_NOTHING, VOICE_PROVIDER_SILENT"
    })
    void saysHowTheServiceFailed(Behaviour behaviour, TtsErrorCode code, @TempDir Path work) {
        var utterance = utterance(SENTENCE);
        service.behave(behaviour);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> edge.synthesize(utterance, work))
                .satisfies(failure -> assertThat(failure.retryAfter())
                        .isEqualTo(behaviour == Behaviour.THROTTLE ? Duration.ofSeconds(7) : null))
                .extracting(CodedException::code)
                .isEqualTo(code);
    }

    @Test
    void saysWhenNobodyIsThere(@TempDir Path work) throws Exception {
        var utterance = utterance(SENTENCE);
        // Bound and not listening: refused for certain, and nobody else can take the port.
        try (var taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var nobody = "127.0.0.1:" + taken.getLocalPort();

            try (var lost = edge(URI.create("ws://" + nobody), URI.create("http://" + nobody))) {
                assertThatExceptionOfType(CodedException.class)
                        .isThrownBy(() -> lost.synthesize(utterance, work))
                        .extracting(CodedException::code)
                        .isEqualTo(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE);
            }
        }
    }

    @Test
    void trustsNoStranger(@TempDir Path work) {
        var utterance = utterance(SENTENCE);
        try (var stranger = SpeechStandIn.start(SelfSigned.context(work));
                var careful = edge(URI.create("wss://" + stranger.url().getAuthority()), service.voicesUrl())) {
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> careful.synthesize(utterance, work))
                    .satisfies(failure -> assertThat(failure.getCause()).isInstanceOf(SSLException.class))
                    .extracting(CodedException::code)
                    .isEqualTo(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE);
            assertThat(stranger.listed()).isEmpty();
        }
    }

    @Test
    void goesOnWithKnownVoicesWhenTheListCannotBeHad() {
        service.behave(Behaviour.BREAK);

        assertThat(edge.voices())
                .contains(new Voice(
                        "edge",
                        "ru-RU-SvetlanaNeural",
                        "ru-RU-SvetlanaNeural",
                        "ru-RU",
                        "female",
                        List.of("Cyrl", "Latn"),
                        false,
                        false));
    }

    @Test
    void isOffUnlessItIsSwitchedOn() {
        new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(DataSource.class, DATABASE::dataSource)
                .withUserConfiguration(EdgeConfiguration.class)
                .run(context -> assertThat(context).doesNotHaveBean(SpeechSynthesizer.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ar | في عام 2026 ترقص النحلات 🐝 لتخبر أخواتها. | في/عام/2026/ترقص/النحلات 🐝/لتخبر/أخواتها.
        zh | 今天，我们来看看3个“事实”。                  | 今天，/我们/来/看看/3/个/“事实”。
        """)
    void narratesOtherScripts(String language, String text, String words, @TempDir Path work) {
        try (var humming = EdgeStandIn.start(0, EdgeStandIn.humming(SharedFfmpeg.ffmpeg()))) {
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                    .withBean(ObjectStore.class, () -> new LocalObjectStore(work, Clock.systemUTC()))
                    .withBean(Clock.class, Clock::systemUTC)
                    .withBean(DataSource.class, DATABASE::dataSource)
                    .withBean(ScriptWriting.class, PlainScripts::new)
                    .withBean(Ffmpeg.class, SharedFfmpeg::ffmpeg, definition -> definition.setDestroyMethodName(""))
                    .withPropertyValues(
                            "moneyprinter.tts.edge.enabled=true",
                            "moneyprinter.tts.edge.url=" + humming.url(),
                            "moneyprinter.tts.edge.voices-url=" + humming.voicesUrl())
                    .withUserConfiguration(TtsConfiguration.class)
                    .run(context -> {
                        var speech = context.getBean(SpeechSynthesis.class)
                                .synthesize(
                                        new SpeechRequest(UserId.LOCAL, text, language, VoiceSettings.DEFAULT, "key"));

                        assertThat(speech.words().stream()
                                        .map(word -> text.substring(word.start(), word.end()))
                                        .collect(Collectors.joining("/")))
                                .isEqualTo(words);
                        assertThat(speech.words())
                                .extracting(WordTiming::source)
                                .containsOnly(WordTiming.Source.PROVIDER);
                        var last = speech.words().getLast();
                        assertThat(last.offset().plus(last.duration()))
                                .isBetween(speech.duration().minusMillis(150), speech.duration());
                        assertThat(Files.size(context.getBean(ObjectStore.class).file(speech.audio())))
                                .isEqualTo(44 + 2 * speech.samples());
                    });
            assertThat(humming.violations()).isEmpty();
        }
    }
}

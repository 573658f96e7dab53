package io.moneyprinter.tts.provider.openai;

import static io.moneyprinter.tts.provider.http.SpeechStandIn.say;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.tts.TtsConfiguration;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.HttpSpeechSynthesizerContract;
import io.moneyprinter.tts.provider.http.Sounds;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Reply;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Request;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.reading.PlainScripts;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.Utterance;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.util.Throwables;
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

class OpenAiSpeechSynthesizerTests extends HttpSpeechSynthesizerContract {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("tts");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected ApplicationContextRunner unset() {
        return new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(DataSource.class, DATABASE::dataSource)
                .withBean(JsonMapper.class, () -> JSON)
                .withUserConfiguration(OpenAiConfiguration.class);
    }

    @Override
    protected List<String> switchedOn() {
        return List.of("moneyprinter.tts.openai.api-key=" + KEY);
    }

    @Override
    protected List<String> wrongSettings() {
        return List.of(
                "moneyprinter.tts.openai.base-url=ftp://example.com",
                "moneyprinter.tts.openai.timeout=0s",
                "moneyprinter.tts.openai.parallelism=0",
                "moneyprinter.tts.openai.max-characters=10",
                "moneyprinter.tts.openai.price-per-million-characters=-1");
    }

    private static OpenAiSpeechSynthesizer openAi(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        settings.forEach((name, value) -> properties.put("moneyprinter.tts.openai." + name, value));
        var server = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("moneyprinter.tts.openai", OpenAiProperties.class)
                .configured()
                .getFirst();
        return new OpenAiSpeechSynthesizer(server, Clock.systemUTC(), JSON);
    }

    @Override
    protected SpeechSynthesizer open(URI address, Duration timeout) {
        return openAi(Map.of("base-url", address + "/v1/", "api-key", KEY, "timeout", timeout.toMillis() + "ms"));
    }

    @Override
    protected Reply saying(Request request, Wave sound) {
        return Reply.of("audio/wav", sound.toBytes());
    }

    @Override
    protected Reply listing() {
        return Reply.json(200, "{\"voices\":[\"af_heart\",\"bm_george\",\"zf_xiaobei\"]}");
    }

    @Override
    protected Reply refusing(int status, String message) {
        return Reply.json(status, """
                {"error":{"message":%s,"type":"invalid_request_error","param":null,"code":null}}
                """.formatted(JSON.writeValueAsString(message)));
    }

    @Test
    void saysExactlyWhatTheDialectTakes(@TempDir Path work) {
        try (var steady = openAi(Map.of("base-url", service.url() + "/v1", "api-key", KEY, "model", "tts-1"))) {
            steady.synthesize(new Utterance("Bees & \"wasps\"", voice("coral"), 1.25, 0), work);
        }

        var request = service.spoken().getFirst();
        assertThat(request.path()).isEqualTo("/v1/audio/speech");
        assertThat(request.header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(JSON.readTree(request.body())).isEqualTo(JSON.readTree("""
                {"model":"tts-1","input":"Bees & \\"wasps\\"","voice":"coral","response_format":"wav","speed":1.25}
                """));
    }

    @Test
    void tellsModelsThatTakeWordsHowToSpeak(@TempDir Path work) {
        try (var told =
                openAi(Map.of("base-url", service.url() + "/v1", "api-key", KEY, "instructions", "Like a bee."))) {
            told.synthesize(utterance(SENTENCE), work);
            told.synthesize(new Utterance(SENTENCE, voice("coral"), 1, 0, List.of(), "whispering"), work);

            assertThat(told.capabilities()).containsExactly(SpeechSynthesizer.Capability.ANY_STYLE);
        }
        assertThat(JSON.readTree(service.spoken().getLast().body())
                        .path("instructions")
                        .asString())
                .isEqualTo("Speak in this style: whispering. Like a bee.");
        assertThat(JSON.readTree(service.spoken().getFirst().body())
                        .path("instructions")
                        .asString())
                .isEqualTo("Like a bee.");
    }

    @Test
    void offersEveryVoiceInEveryLanguage(@TempDir Path work) {
        var german = voice("coral@de");

        synthesizer().synthesize(new Utterance("Bienen tanzen.", german, 1, 0), work);

        assertThat(german.locale()).isEqualTo("de");
        assertThat(JSON.readTree(service.spoken().getFirst().body())
                        .path("voice")
                        .asString())
                .isEqualTo("coral");
        assertThat(service.listed()).isEmpty();
    }

    private Voice voice(String id) {
        return synthesizer().voices().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysALongTextInParts(@TempDir Path work) throws Exception {
        var spoken = synthesizer().synthesize(utterance("Bees dance. ".repeat(400)), work);

        assertThat(service.spoken()).hasSize(2);
        assertThat(service.spoken())
                .allSatisfy(request -> assertThat(
                                JSON.readTree(request.body()).path("input").asString())
                        .hasSizeLessThanOrEqualTo(4096)
                        .startsWith("Bees")
                        .endsWith("dance."));
        assertThat(Wave.read(Files.readAllBytes(spoken.file())).duration()).isEqualTo(SPOKEN.multipliedBy(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | {"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}     | VOICE_QUOTA_SPENT
            403 | {"code":30001,"message":"Sorry, your account balance is insufficient","data":null}       | VOICE_QUOTA_SPENT
            404 | {"error":{"message":"The model does not exist","code":"model_not_found"}}                | VOICE_TEXT_REFUSED
            400 | {"detail":{"error":"validation_error","message":"Voice 'x' not found"}}                  | VOICE_TEXT_REFUSED
            """)
    void understandsTheErrorsOfEveryServer(int status, String body, TtsErrorCode code, @TempDir Path work) {
        service.speaks(send(Reply.json(status, body)));

        var failure = failure(synthesizer(), utterance(SENTENCE), work);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.getMessage()).containsAnyOf("quota", "balance", "model", "not found");
    }

    @Test
    void takesMp3FromServersThatHaveNothingElse(@TempDir Path work) throws Exception {
        var mp3 = new byte[2000];
        mp3[0] = (byte) 0xFF;
        mp3[1] = (byte) 0xFB;
        service.speaks(send(Reply.of("audio/mpeg", mp3)));

        var spoken = synthesizer().synthesize(utterance(SENTENCE), work);

        assertThat(spoken.file().getFileName()).hasToString("speech.mp3");
        assertThat(spoken.file()).hasBinaryContent(mp3);
    }

    @Test
    void asksOtherServersForTheirVoices() {
        try (var kokoro = openAi(Map.of("servers.kokoro.base-url", service.url() + "/v1"))) {
            assertThat(kokoro.voices()).extracting(Voice::id).containsExactly("af_heart", "bm_george", "zf_xiaobei");
            assertThat(kokoro.voices()).extracting(Voice::locale).containsExactly("en-US", "en-GB", "zh-CN");
            assertThat(kokoro.voices()).extracting(Voice::gender).containsExactly("female", "male", "female");
            assertThat(kokoro.voices()).allSatisfy(voice -> {
                assertThat(voice.provider()).isEqualTo("kokoro");
                assertThat(voice.offline()).isTrue();
                assertThat(voice.needsKey()).isFalse();
            });
            assertThat(service.listed()).hasSize(1).allSatisfy(request -> {
                assertThat(request.path()).isEqualTo("/v1/audio/voices");
                assertThat(request.header("Authorization")).isEmpty();
            });
        }
    }

    @Test
    void takesTheUsualVoiceOfServersThatListNone() {
        service.lists(send(Reply.json(404, "{\"detail\":\"Not Found\"}")));

        try (var chatterbox = openAi(Map.of("servers.chatterbox.base-url", service.url() + "/v1"))) {
            assertThat(chatterbox.voices()).extracting(Voice::id).containsExactly("alloy");
        }
    }

    @Test
    void takesVoicesWithColonsInTheirNames() {
        try (var siliconFlow = openAi(Map.of(
                "servers.siliconflow.base-url", "https://api.siliconflow.cn/v1",
                "servers.siliconflow.voices", "FunAudioLLM/CosyVoice2-0.5B:alex:male,FunAudioLLM/CosyVoice2-0.5B:anna",
                "servers.siliconflow.languages", "zh,en"))) {
            assertThat(siliconFlow.voices())
                    .extracting(Voice::id)
                    .containsExactly(
                            "FunAudioLLM/CosyVoice2-0.5B:alex",
                            "FunAudioLLM/CosyVoice2-0.5B:alex@en",
                            "FunAudioLLM/CosyVoice2-0.5B:anna",
                            "FunAudioLLM/CosyVoice2-0.5B:anna@en");
            assertThat(siliconFlow.voices()).extracting(Voice::gender).containsExactly("male", "male", null, null);
        }
    }

    @Test
    void isAProviderForEveryServer() {
        unset().withPropertyValues(
                        "moneyprinter.tts.openai.api-key=" + KEY,
                        "moneyprinter.tts.openai.servers.kokoro.base-url=http://localhost:8880/v1",
                        "moneyprinter.tts.openai.servers.chatterbox.base-url=http://localhost:4123/v1")
                .run(started -> assertThat(
                                started.getBeansOfType(SpeechSynthesizer.class).values())
                        .extracting(SpeechSynthesizer::provider)
                        .containsExactlyInAnyOrder("openai", "kokoro", "chatterbox"));
    }

    @ParameterizedTest
    @CsvSource({
        "servers.kokoro.model=tts-1, moneyprinter.tts.openai.servers.kokoro.base-url: missing",
        "servers.edge.base-url=http://localhost/v1, moneyprinter.tts.openai.servers: edge",
        "servers.x.base-url=http://localhost/v1, moneyprinter.tts.openai.servers: x"
    })
    void refusesServersThatCannotBeMeant(String setting, String message) {
        unset().withPropertyValues("moneyprinter.tts.openai." + setting)
                .run(started -> assertThat(getMostSpecificCause(started.getStartupFailure()))
                        .hasMessageStartingWith(message)
                        .hasMessageContaining("expected"));
    }

    @Test
    void narratesThroughTheWholeService(@TempDir Path work) {
        service.speaks(say(request -> saying(request, Sounds.hum(22_050, SPOKEN))));
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .withBean(ObjectStore.class, () -> new LocalObjectStore(work, Clock.systemUTC()))
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(DataSource.class, DATABASE::dataSource)
                .withBean(ScriptWriting.class, PlainScripts::new)
                .withBean(Ffmpeg.class, SharedFfmpeg::ffmpeg, definition -> definition.setDestroyMethodName(""))
                .withPropertyValues("moneyprinter.tts.openai.servers.kokoro.base-url=" + service.url() + "/v1")
                .withUserConfiguration(TtsConfiguration.class)
                .run(started -> {
                    var speech = started.getBean(SpeechSynthesis.class)
                            .synthesize(new SpeechRequest(UserId.LOCAL, SENTENCE, "en", VoiceSettings.DEFAULT, "key"));

                    assertThat(speech.provider()).isEqualTo("kokoro");
                    assertThat(speech.sampleRate()).isEqualTo(48_000);
                    assertThat(speech.duration()).isBetween(SPOKEN.minusMillis(300), SPOKEN.plusMillis(50));
                });
    }

    @Test
    void keepsTheKeyToItself() {
        var properties = new Binder(new MapConfigurationPropertySource(Map.of("moneyprinter.tts.openai.api-key", KEY)))
                .bindOrCreate("moneyprinter.tts.openai", OpenAiProperties.class);

        assertThat(properties.toString()).doesNotContain(KEY);
        assertThat(properties.configured().toString()).doesNotContain(KEY);
    }

    @Test
    void refusesAKeyThatCannotBeOne() {
        unset().withPropertyValues("moneyprinter.tts.openai.api-key=sk-canary\u00e9")
                .run(started -> {
                    assertThat(started.getStartupFailure())
                            .hasMessage(
                                    "moneyprinter.tts.openai.api-key: characters that no key has (expected: visible ASCII)");
                    assertThat(Throwables.getStackTrace(started.getStartupFailure()))
                            .doesNotContain("canary");
                });
    }
}

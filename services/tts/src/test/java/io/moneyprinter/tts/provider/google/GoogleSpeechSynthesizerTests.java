package io.moneyprinter.tts.provider.google;

import static io.moneyprinter.tts.provider.http.SpeechStandIn.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.HttpSpeechSynthesizerContract;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Reply;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Request;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.Delivery;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpeechSynthesizer.Capability;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

class GoogleSpeechSynthesizerTests extends HttpSpeechSynthesizerContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern MARK = Pattern.compile("<mark name='([0-9]+-?)'/>");

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(GoogleProperties.class)
    static class Bound {}

    @Override
    protected ApplicationContextRunner unset() {
        return new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(JsonMapper.class, () -> JSON)
                .withUserConfiguration(Bound.class, GoogleConfiguration.class);
    }

    @Override
    protected List<String> switchedOn() {
        return List.of("moneyprinter.tts.google.api-key=" + KEY);
    }

    @Override
    protected List<String> wrongSettings() {
        return List.of(
                "moneyprinter.tts.google.max-bytes=6000",
                "moneyprinter.tts.google.base-url=nowhere",
                "moneyprinter.tts.google.prices-per-million-characters=free",
                "moneyprinter.tts.google.voices-ttl=0s");
    }

    @Override
    protected SpeechSynthesizer open(URI address, Duration timeout) {
        var properties = new Binder(new MapConfigurationPropertySource(Map.of(
                        "moneyprinter.tts.google.base-url", address,
                        "moneyprinter.tts.google.api-key", KEY,
                        "moneyprinter.tts.google.timeout", timeout)))
                .bindOrCreate("moneyprinter.tts.google", GoogleProperties.class);
        return new GoogleSpeechSynthesizer(properties, Clock.systemUTC(), JSON);
    }

    /** The marks share the sound out evenly; a time of nothing is left out, as the service does. */
    @Override
    protected Reply saying(Request request, Wave sound) {
        var marks = MARK.matcher(
                        JSON.readTree(request.body()).path("input").path("ssml").asString(""))
                .results()
                .map(mark -> mark.group(1))
                .toList();
        var answer = JSON.createObjectNode()
                .put("audioContent", sound.isEmpty() ? "" : Base64.getEncoder().encodeToString(sound.toBytes()));
        var points = answer.putArray("timepoints");
        for (var i = 0; i < marks.size(); i++) {
            var point = points.addObject().put("markName", marks.get(i));
            if (i > 0) {
                point.put("timeSeconds", sound.duration().toNanos() / 1e9 * i / marks.size());
            }
        }
        return Reply.json(200, JSON.writeValueAsString(answer));
    }

    @Override
    protected Reply listing() {
        return Reply.json(200, """
                {"voices":[
                  {"languageCodes":["en-US"],"name":"Achernar","ssmlGender":"FEMALE","naturalSampleRateHertz":24000},
                  {"languageCodes":["en-US"],"name":"en-US-Chirp3-HD-Charon","ssmlGender":"MALE","naturalSampleRateHertz":24000},
                  {"languageCodes":["cmn-CN"],"name":"cmn-CN-Wavenet-A","ssmlGender":"FEMALE","naturalSampleRateHertz":24000},
                  {"languageCodes":["en-US"],"name":"en-US-Neural2-F","ssmlGender":"FEMALE","naturalSampleRateHertz":24000},
                  {"languageCodes":["en-GB"],"name":"en-GB-Standard-B","ssmlGender":"MALE","naturalSampleRateHertz":24000}]}
                """);
    }

    @Override
    protected Reply refusing(int status, String message) {
        return Reply.json(
                status,
                "{\"error\":{\"code\":%d,\"message\":%s,\"status\":\"SOME_STATUS\"}}"
                        .formatted(status, JSON.writeValueAsString(message)));
    }

    @Test
    void saysExactlyWhatTheServiceTakes(@TempDir Path work) {
        var voice = synthesizer().voices().getFirst();

        synthesizer().synthesize(new Utterance("Bees & wasps, 3.", voice, 1.25, -2), work);

        var request = service.spoken().getFirst();
        assertThat(request.path()).isEqualTo("/v1beta1/text:synthesize");
        assertThat(request.header("X-Goog-Api-Key")).isEqualTo(KEY);
        assertThat(JSON.readTree(request.body())).isEqualTo(JSON.readTree("""
                {"input":{"ssml":"<speak><mark name='0'/>Bees<mark name='0-'/> &amp; <mark name='1'/>wasps<mark name='1-'/>, <mark name='2'/>3<mark name='2-'/>.</speak>"},
                 "enableTimePointing":["SSML_MARK"],
                 "voice":{"languageCode":"en-US","name":"en-US-Neural2-F"},
                 "audioConfig":{"audioEncoding":"LINEAR16","speakingRate":1.25,"pitch":-2.0}}
                """));
        assertThat(service.listed()).singleElement().extracting(Request::path).isEqualTo("/v1beta1/voices");
    }

    @Test
    void stressesWordsAndGivesTheirSounds(@TempDir Path work) {
        var voice = synthesizer().voices().getFirst();
        var deliveries = List.of(new Delivery(0, 10, true, null), new Delivery(14, 22, false, "njuː jɔːk"));

        var spoken =
                synthesizer().synthesize(new Utterance("Bees dance, a New York.", voice, 1, 0, deliveries, null), work);

        assertThat(JSON.readTree(service.spoken().getFirst().body())
                        .path("input")
                        .path("ssml")
                        .asString())
                .isEqualTo("<speak><mark name='0'/><emphasis level='strong'>Bees</emphasis><mark name='0-'/> "
                        + "<mark name='1'/><emphasis level='strong'>dance</emphasis><mark name='1-'/>, "
                        + "<mark name='2'/>a<mark name='2-'/> "
                        + "<mark name='3'/><phoneme alphabet='ipa' ph='njuː jɔːk'>New York</phoneme><mark name='3-'/>."
                        + "</speak>");
        assertThat(spoken.words()).extracting(SpokenWord::text).containsExactly("Bees", "dance", "a", "New York");
        assertThat(synthesizer().capabilities(voice)).contains(Capability.EMPHASIS, Capability.PHONEMES);
        assertThat(synthesizer().capabilities(synthesizer().voices().get(3)))
                .doesNotContain(Capability.EMPHASIS, Capability.PHONEMES);
    }

    @Test
    void listsVoicesWithMarksFirst() {
        assertThat(synthesizer().voices())
                .extracting(Voice::id)
                .containsExactly("en-US-Neural2-F", "cmn-CN-Wavenet-A", "en-GB-Standard-B", "en-US-Chirp3-HD-Charon");
        assertThat(synthesizer().voices().get(1).locale()).isEqualTo("zh-CN");
    }

    @Test
    void speaksPlainlyToVoicesWithoutMarks(@TempDir Path work) {
        var charon = synthesizer().voices().get(3);

        var spoken = synthesizer().synthesize(new Utterance("Bees & wasps.", charon, 1, 0), work);

        var body = JSON.readTree(service.spoken().getFirst().body());
        assertThat(body.path("input")).isEqualTo(JSON.readTree("{\"text\":\"Bees & wasps.\"}"));
        assertThat(body.has("enableTimePointing")).isFalse();
        assertThat(spoken.words()).isEmpty();
        assertThat(failure(synthesizer(), new Utterance(SENTENCE, charon, 1, 3), work)
                        .code())
                .isEqualTo(TtsErrorCode.VOICE_SETTING_UNSUPPORTED);
    }

    @Test
    void marksTheWordsOfTextWithoutSpaces(@TempDir Path work) {
        var chinese = synthesizer().voices().get(1);

        var spoken = synthesizer().synthesize(new Utterance("我们来看看。", chinese, 1, 0), work);

        assertThat(spoken.words()).extracting(SpokenWord::text).containsExactly("我们", "来", "看看");
        assertThat(JSON.readTree(service.spoken().getFirst().body())
                        .path("voice")
                        .path("languageCode")
                        .asString())
                .isEqualTo("cmn-CN");
    }

    @Test
    void saysNoMoreAtOnceThanTheServiceTakes(@TempDir Path work) throws Exception {
        var spoken = synthesizer().synthesize(utterance("Bees — dance & hum. ".repeat(60)), work);

        assertThat(service.spoken())
                .hasSizeGreaterThan(1)
                .allSatisfy(request -> assertThat(JSON.readTree(request.body())
                                .path("input")
                                .path("ssml")
                                .asString()
                                .getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(5000));
        var parts = service.spoken().size();
        assertThat(Wave.read(Files.readAllBytes(spoken.file())).duration()).isEqualTo(SPOKEN.multipliedBy(parts));
        assertThat(spoken.words()).hasSize(180);
        var last = Duration.ZERO;
        for (var word : spoken.words()) {
            assertThat(word.offset()).isGreaterThanOrEqualTo(last);
            last = word.offset().plus(word.duration());
        }
        assertThat(last).isBetween(SPOKEN.multipliedBy(parts - 1), SPOKEN.multipliedBy(parts));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}           | VOICE_KEY_REFUSED        |
            403 | {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"BILLING_DISABLED"}          | VOICE_QUOTA_SPENT        |
            429 | {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"7.5s"}                  | VOICE_PROVIDER_THROTTLED | PT7.5S
            429 | {"violations":[{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]}          | VOICE_QUOTA_SPENT        |
            503 | {"reason":"OTHER"}                                                                        | VOICE_PROVIDER_UNAVAILABLE |
            """)
    void understandsItsErrors(int status, String detail, TtsErrorCode code, Duration retryAfter, @TempDir Path work) {
        service.speaks(send(Reply.json(
                status,
                "{\"error\":{\"code\":%d,\"message\":\"Because.\",\"details\":[%s]}}".formatted(status, detail))));

        var failure = failure(synthesizer(), utterance(SENTENCE), work);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.retryAfter()).isEqualTo(retryAfter);
    }

    @Test
    void costsWhatTheKindOfVoiceCosts() {
        assertThat(synthesizer().voices())
                .extracting(synthesizer()::pricePerMillionCharacters)
                .containsExactly(new BigDecimal("16"), new BigDecimal("4"), new BigDecimal("4"), new BigDecimal("30"));
    }
}

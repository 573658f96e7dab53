package io.moneyprinter.tts.provider.azure;

import static io.moneyprinter.tts.provider.http.SpeechStandIn.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.HttpSpeechSynthesizerContract;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Reply;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Request;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.Delivery;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.Utterance;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

class AzureSpeechSynthesizerTests extends HttpSpeechSynthesizerContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AzureProperties.class)
    static class Bound {}

    @Override
    protected ApplicationContextRunner unset() {
        return new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(JsonMapper.class, () -> JSON)
                .withUserConfiguration(Bound.class, AzureConfiguration.class);
    }

    @Override
    protected List<String> switchedOn() {
        return List.of("moneyprinter.tts.azure.api-key=" + KEY, "moneyprinter.tts.azure.region=westeurope");
    }

    @Override
    protected List<String> wrongSettings() {
        return List.of(
                "moneyprinter.tts.azure.region=",
                "moneyprinter.tts.azure.region=west europe",
                "moneyprinter.tts.azure.base-url=nowhere",
                "moneyprinter.tts.azure.output-format=ogg",
                "moneyprinter.tts.azure.timeout=-1s");
    }

    private static AzureProperties properties(Map<String, Object> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("moneyprinter.tts.azure", AzureProperties.class);
    }

    @Override
    protected SpeechSynthesizer open(URI address, Duration timeout) {
        return new AzureSpeechSynthesizer(
                properties(Map.of(
                        "moneyprinter.tts.azure.base-url", address,
                        "moneyprinter.tts.azure.api-key", KEY,
                        "moneyprinter.tts.azure.timeout", timeout)),
                Clock.systemUTC(),
                JSON);
    }

    @Override
    protected Reply saying(Request request, Wave sound) {
        return Reply.of("audio/x-wav", sound.toBytes());
    }

    @Override
    protected Reply listing() {
        return Reply.json(200, """
                [{"Name":"Microsoft Server Speech Text to Speech Voice (en-US, JennyNeural)","DisplayName":"Jenny",
                  "LocalName":"Jenny","ShortName":"en-US-JennyNeural","Gender":"Female","Locale":"en-US",
                  "LocaleName":"English (United States)","StyleList":["assistant","chat"],"SampleRateHertz":"24000",
                  "VoiceType":"Neural","Status":"GA","WordsPerMinute":"152"},
                 {"Name":"Microsoft Server Speech Text to Speech Voice (en-US, JennyMultilingualNeural)",
                  "DisplayName":"Jenny Multilingual","LocalName":"Jenny Multilingual",
                  "ShortName":"en-US-JennyMultilingualNeural","Gender":"Female","Locale":"en-US",
                  "SecondaryLocaleList":["de-DE","en-US","fr-FR"],"SampleRateHertz":"48000","VoiceType":"Neural",
                  "Status":"GA"},
                 {"ShortName":"xx-XX-OldNeural","Gender":"Male","Locale":"en-US","Status":"Deprecated"}]
                """);
    }

    @Override
    protected Reply refusing(int status, String message) {
        return Reply.json(
                status,
                "{\"error\":{\"code\":\"%d\",\"message\":%s}}".formatted(status, JSON.writeValueAsString(message)));
    }

    @Test
    void countsAsTheServiceBills() {
        var jenny = synthesizer().voices().getFirst();

        assertThat(synthesizer().billedCharacters(new Utterance("Hi, you.", jenny, 1, 0)))
                .isEqualTo(8);
        assertThat(synthesizer().billedCharacters(new Utterance("你好 a", jenny, 1, 0)))
                .isEqualTo(2 * 2 + 2);
        assertThat(synthesizer().billedCharacters(new Utterance("Hi, you.", jenny, 1.1, 0)))
                .isEqualTo(8 + "<prosody rate='+10%' pitch='+0.0st'></prosody>".length());
    }

    @Test
    void saysExactlyWhatTheServiceTakes(@TempDir Path work) {
        var jenny = synthesizer().voices().getFirst();

        synthesizer().synthesize(new Utterance("Bees & \"wasps\" < 3", jenny, 1.25, -2), work);

        var request = service.spoken().getFirst();
        assertThat(request.path()).isEqualTo("/cognitiveservices/v1");
        assertThat(request.header("Ocp-Apim-Subscription-Key")).isEqualTo(KEY);
        assertThat(request.header("X-Microsoft-OutputFormat")).isEqualTo("riff-48khz-16bit-mono-pcm");
        assertThat(request.header("Content-Type")).isEqualTo("application/ssml+xml");
        assertThat(request.header("User-Agent")).isEqualTo("MoneyPrinter");
        assertThat(request.body())
                .isEqualTo("<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis' xml:lang='en-US'>"
                        + "<voice name='en-US-JennyNeural'><prosody rate='+25%' pitch='-2.0st'>"
                        + "Bees &amp; &quot;wasps&quot; &lt; 3</prosody></voice></speak>");
        assertThat(service.listed())
                .singleElement()
                .extracting(Request::path)
                .isEqualTo("/cognitiveservices/voices/list");
    }

    @Test
    void stressesWordsAndGivesTheirSounds(@TempDir Path work) {
        var jenny = synthesizer().voices().getFirst();
        var deliveries = List.of(
                new Delivery(0, 4, true, null), new Delivery(7, 10, false, "dʒɪf"), new Delivery(11, 16, true, "a'b"));

        synthesizer().synthesize(new Utterance("Bees & GIF files.", jenny, 1, 0, deliveries, null), work);

        assertThat(service.spoken().getFirst().body())
                .endsWith("<voice name='en-US-JennyNeural'><emphasis level='strong'>Bees</emphasis> &amp; "
                        + "<phoneme alphabet='ipa' ph='dʒɪf'>GIF</phoneme> "
                        + "<emphasis level='strong'><phoneme alphabet='ipa' ph='a&apos;b'>files</phoneme></emphasis>."
                        + "</voice></speak>");
    }

    @Test
    void speaksInTheStylesThatAVoiceHas(@TempDir Path work) {
        var jenny = synthesizer().voices().getFirst();
        assertThat(jenny.styles()).containsExactly("assistant", "chat");
        assertThat(synthesizer().hasStyle(jenny, "Chat")).isTrue();
        assertThat(synthesizer().hasStyle(jenny, "sad")).isFalse();
        assertThat(synthesizer().hasStyle(synthesizer().voices().getLast(), "chat"))
                .isFalse();

        synthesizer().synthesize(new Utterance("Bees dance.", jenny, 1.1, 0, List.of(), "Chat"), work);

        assertThat(service.spoken().getFirst().body())
                .isEqualTo(
                        "<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis'"
                                + " xmlns:mstts='https://www.w3.org/2001/mstts' xml:lang='en-US'>"
                                + "<voice name='en-US-JennyNeural'><mstts:express-as style='chat'>"
                                + "<prosody rate='+10%' pitch='+0.0st'>Bees dance.</prosody></mstts:express-as></voice></speak>");
    }

    @Test
    void speaksAsStronglyInAStyleAsItIsAsked(@TempDir Path work) {
        var jenny = synthesizer().voices().getFirst();

        synthesizer().synthesize(new Utterance("Bees dance.", jenny, 1, 0, List.of(), "chat", 0.012), work);
        synthesizer().synthesize(new Utterance("Bees dance.", jenny, 1, 0, List.of(), "chat", 2.0), work);

        assertThat(service.spoken())
                .extracting(Request::body)
                .satisfiesExactly(
                        body -> assertThat(body)
                                .contains("<mstts:express-as style='chat' styledegree='0.01'>Bees dance."),
                        body -> assertThat(body)
                                .contains("<mstts:express-as style='chat' styledegree='2.00'>Bees dance."));
    }

    @Test
    void refusesToGoHigherThanItCan(@TempDir Path work) {
        var jenny = synthesizer().voices().getFirst();

        assertThat(failure(synthesizer(), new Utterance(SENTENCE, jenny, 1, 7.5), work))
                .hasMessageContaining("-12 to 7")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_SETTING_UNSUPPORTED);
        assertThat(service.spoken()).isEmpty();
    }

    @Test
    void speaksOtherLanguagesWithVoicesThatCan(@TempDir Path work) {
        assertThat(synthesizer().voices())
                .extracting(Voice::id)
                .containsExactly(
                        "en-US-JennyNeural",
                        "en-US-JennyMultilingualNeural",
                        "en-US-JennyMultilingualNeural@de-DE",
                        "en-US-JennyMultilingualNeural@fr-FR");

        synthesizer()
                .synthesize(
                        new Utterance("Bienen tanzen.", synthesizer().voices().get(2), 1, 0), work);

        assertThat(service.spoken().getFirst().body())
                .isEqualTo("<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis' xml:lang='de-DE'>"
                        + "<voice name='en-US-JennyMultilingualNeural'>"
                        + "<lang xml:lang='de-DE'>Bienen tanzen.</lang></voice></speak>");
    }

    @ParameterizedTest
    @CsvSource({
        "401, '', VOICE_KEY_REFUSED",
        "403, 'Out of call volume quota.', VOICE_QUOTA_SPENT",
        "415, '', VOICE_TEXT_REFUSED",
        "502, '', VOICE_PROVIDER_UNAVAILABLE"
    })
    void understandsItsErrors(int status, String message, TtsErrorCode code, @TempDir Path work) {
        service.speaks(send(refusing(status, message)));

        assertThat(failure(synthesizer(), utterance(SENTENCE), work).code()).isEqualTo(code);
    }

    @Test
    void findsTheServiceOfItsRegion() {
        var properties = properties(
                Map.of("moneyprinter.tts.azure.api-key", KEY, "moneyprinter.tts.azure.region", "westeurope"));

        assertThat(properties.address("/cognitiveservices/v1"))
                .hasToString("https://westeurope.tts.speech.microsoft.com/cognitiveservices/v1");
        assertThat(properties.toString()).doesNotContain(KEY);
    }
}

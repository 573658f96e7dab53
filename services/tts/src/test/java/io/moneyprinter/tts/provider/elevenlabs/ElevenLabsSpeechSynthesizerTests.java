package io.moneyprinter.tts.provider.elevenlabs;

import static io.moneyprinter.tts.provider.http.SpeechStandIn.say;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceQuota;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.HttpSpeechSynthesizerContract;
import io.moneyprinter.tts.provider.http.Sounds;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Reply;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Request;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

class ElevenLabsSpeechSynthesizerTests extends HttpSpeechSynthesizerContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ElevenLabsProperties.class)
    static class Bound {}

    @Override
    protected ApplicationContextRunner unset() {
        return new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(JsonMapper.class, () -> JSON)
                .withUserConfiguration(Bound.class, ElevenLabsConfiguration.class);
    }

    @Override
    protected List<String> switchedOn() {
        return List.of("moneyprinter.tts.elevenlabs.api-key=" + KEY);
    }

    @Override
    protected List<String> wrongSettings() {
        return List.of(
                "moneyprinter.tts.elevenlabs.output-format=mp3_44100_128",
                "moneyprinter.tts.elevenlabs.base-url=nowhere",
                "moneyprinter.tts.elevenlabs.queue-pause=0s",
                "moneyprinter.tts.elevenlabs.parallelism=0",
                "moneyprinter.tts.elevenlabs.api-key=ä");
    }

    @Override
    protected SpeechSynthesizer open(URI address, Duration timeout) {
        var properties = new Binder(new MapConfigurationPropertySource(Map.of(
                        "moneyprinter.tts.elevenlabs.base-url", address,
                        "moneyprinter.tts.elevenlabs.api-key", KEY,
                        "moneyprinter.tts.elevenlabs.queue-pause", "20ms",
                        "moneyprinter.tts.elevenlabs.timeout", timeout)))
                .bindOrCreate("moneyprinter.tts.elevenlabs", ElevenLabsProperties.class);
        return new ElevenLabsSpeechSynthesizer(properties, Clock.systemUTC(), JSON);
    }

    /** Every character takes the same share of the sound. */
    @Override
    protected Reply saying(Request request, Wave sound) {
        var text = JSON.readTree(request.body()).path("text").asString();
        var answer =
                JSON.createObjectNode().put("audio_base64", Base64.getEncoder().encodeToString(Sounds.pcm(sound)));
        var alignment = answer.putObject("alignment");
        var characters = alignment.putArray("characters");
        var starts = alignment.putArray("character_start_times_seconds");
        var ends = alignment.putArray("character_end_times_seconds");
        var share = SPOKEN.toMillis() / 1000.0 / text.length();
        for (var i = 0; i < text.length(); i++) {
            characters.add(text.substring(i, i + 1));
            starts.add(i * share);
            ends.add((i + 1) * share);
        }
        answer.set("normalized_alignment", alignment);
        return Reply.json(200, JSON.writeValueAsString(answer));
    }

    @Override
    protected Reply listing() {
        return Reply.json(200, """
                {"voices":[
                  {"voice_id":"21m00Tcm4TlvDq8ikWAM","name":"Rachel","category":"premade","description":null,
                   "labels":{"accent":"american","age":"young","gender":"female","use_case":"narration"},
                   "verified_languages":[
                     {"language":"en","model_id":"eleven_multilingual_v2","accent":"american","locale":"en-US","preview_url":""},
                     {"language":"de","model_id":"eleven_multilingual_v2","accent":"standard","locale":"de-DE","preview_url":""}]},
                  {"voice_id":"abc","name":"Mine","category":"cloned","labels":{"language":"english"},"verified_languages":[]}],
                 "has_more":false}
                """);
    }

    @Override
    protected Reply refusing(int status, String message) {
        return refusing(status, "some_status", message);
    }

    private static Reply refusing(int status, String name, String message) {
        return Reply.json(
                status,
                "{\"detail\":{\"status\":\"%s\",\"message\":%s}}".formatted(name, JSON.writeValueAsString(message)));
    }

    @Override
    protected boolean tellsTheRate() {
        return false;
    }

    @Test
    void saysExactlyWhatTheServiceTakes(@TempDir Path work) {
        var rachel = synthesizer().voices().getFirst();

        synthesizer().synthesize(new Utterance("Bees & wasps", rachel, 1.2, 0), work);

        var request = service.spoken().getFirst();
        assertThat(request.path())
                .isEqualTo("/v1/text-to-speech/21m00Tcm4TlvDq8ikWAM/with-timestamps?output_format=pcm_24000");
        assertThat(request.header("xi-api-key")).isEqualTo(KEY);
        assertThat(JSON.readTree(request.body())).isEqualTo(JSON.readTree("""
                {"text":"Bees & wasps","model_id":"eleven_multilingual_v2","voice_settings":{"speed":1.2}}
                """));
    }

    @Test
    void saysHowAVoiceSoundsAndCannotBeAskedForIt() {
        var rachel = synthesizer().voices().getFirst();

        assertThat(rachel.styles()).containsExactly("narration");
        assertThat(synthesizer().hasStyle(rachel, "narration")).isFalse();
    }

    @Test
    void tellsWhatTheAccountMayStillSpeak() {
        service.lists(send(Reply.json(200, """
                {"tier":"creator","character_count":1500,"character_limit":100000,
                 "next_character_count_reset_unix":1767225600,"status":"active"}
                """)));

        assertThat(synthesizer().quota())
                .isEqualTo(new VoiceQuota(98_500, 100_000, Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(synthesizer().quota()).isNotNull();
        assertThat(service.listed())
                .singleElement()
                .satisfies(request -> assertThat(request.path()).isEqualTo("/v1/user/subscription"));
    }

    @Test
    void tellsNothingWhereTheKeyMayNotKnow() {
        service.lists(send(refusing(401, "missing_permissions", "The API key is missing user_read.")));

        assertThat(synthesizer().quota()).isNull();
    }

    @Test
    void makesWordsOfCharacters(@TempDir Path work) {
        var voice = synthesizer().voices().getFirst();

        var spoken = synthesizer().synthesize(new Utterance("“Don't!” – bees", voice, 1, 0), work);

        assertThat(spoken.words()).extracting(SpokenWord::text).containsExactly("Don't", "bees");
        var character = SPOKEN.toNanos() / 15;
        assertThat(spoken.words().getFirst().offset().toNanos()).isBetween(character - 5, character + 5);
        assertThat(spoken.words().getFirst().duration().toNanos()).isBetween(5 * character - 9, 5 * character + 9);
    }

    @Test
    void speaksWithoutTimesWhenThereAreNone(@TempDir Path work) {
        service.speaks(say(request -> {
            var answer = JSON.createObjectNode();
            answer.put("audio_base64", Base64.getEncoder().encodeToString(Sounds.pcm(Sounds.hum(24_000, SPOKEN))));
            answer.putNull("alignment");
            return Reply.json(200, JSON.writeValueAsString(answer));
        }));

        assertThat(synthesizer().synthesize(utterance(SENTENCE), work).words()).isEmpty();
    }

    @Test
    void listsVoicesInTheLanguagesThatTheyWereTriedInFirst() {
        assertThat(synthesizer().voices())
                .filteredOn(voice -> voice.name().equals("Rachel"))
                .hasSizeGreaterThan(25)
                .extracting(Voice::id)
                .startsWith("21m00Tcm4TlvDq8ikWAM", "21m00Tcm4TlvDq8ikWAM@de-DE", "21m00Tcm4TlvDq8ikWAM@ja")
                .doesNotContain("21m00Tcm4TlvDq8ikWAM@de");
        assertThat(synthesizer().voices())
                .filteredOn(voice -> voice.id().equals("abc"))
                .extracting(Voice::locale)
                .containsExactly("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"too_many_concurrent_requests", "concurrent_limit_exceeded"})
    void waitsForAPlaceInTheAccount(String status, @TempDir Path work) {
        var asked = new AtomicInteger();
        service.speaks(say(request -> asked.incrementAndGet() <= 3
                ? refusing(429, status, "Too many concurrent requests")
                : saying(request, Sounds.hum(Wave.DEFAULT_RATE, SPOKEN))));

        assertThat(synthesizer().synthesize(utterance(SENTENCE), work).words()).isNotEmpty();
        assertThat(asked).hasValue(4);
    }

    @Test
    void waitsNoLongerThanItMay(@TempDir Path work) {
        service.speaks(
                send(refusing(429, "too_many_concurrent_requests", "Too many").with("Retry-After", "7")));

        var failure = failure(synthesizer(), utterance(SENTENCE), work);

        assertThat(failure.code()).isEqualTo(TtsErrorCode.VOICE_PROVIDER_THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(service.spoken()).hasSize(1);
    }

    @Test
    void leavesABusyServiceAloneForLongerAndLonger(@TempDir Path work) {
        service.speaks(send(refusing(429, "system_busy", "We are experiencing heavy traffic")));

        assertThat(failure(synthesizer(), utterance(SENTENCE), work).retryAfter())
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(failure(synthesizer(), utterance(SENTENCE), work).retryAfter())
                .isEqualTo(Duration.ofSeconds(4));
        service.speaks(say(request -> saying(request, Sounds.hum(Wave.DEFAULT_RATE, SPOKEN))));
        synthesizer().synthesize(utterance(SENTENCE), work);
        service.speaks(send(refusing(429, "system_busy", "We are experiencing heavy traffic")));

        assertThat(failure(synthesizer(), utterance(SENTENCE), work).retryAfter())
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(service.spoken()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_api_key, VOICE_KEY_REFUSED",
        "401, quota_exceeded, VOICE_QUOTA_SPENT",
        "400, max_character_limit_exceeded, VOICE_TEXT_REFUSED",
        "422, some_status, VOICE_TEXT_REFUSED",
        "429, system_busy, VOICE_PROVIDER_THROTTLED"
    })
    void understandsItsErrors(int status, String name, TtsErrorCode code, @TempDir Path work) {
        service.speaks(send(refusing(status, name, "Because.")));

        assertThat(failure(synthesizer(), utterance(SENTENCE), work).code()).isEqualTo(code);
    }

    @Test
    void refusesRatesThatItDoesNotSpeakAt(@TempDir Path work) {
        var voice = synthesizer().voices().getFirst();

        assertThat(failure(synthesizer(), new Utterance(SENTENCE, voice, 1.5, 0), work))
                .hasMessage("rate of ElevenLabs: 1.5 (expected: 0.7 to 1.2)");
    }
}

package io.moneyprinter.tts.provider.characterbox;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.tts.provider.http.AnswerReader;
import io.moneyprinter.tts.provider.http.Failures;
import io.moneyprinter.tts.provider.http.Polyglot;
import io.moneyprinter.tts.provider.http.Refusal;
import io.moneyprinter.tts.provider.http.SpeechHttp;
import io.moneyprinter.tts.provider.http.Turns;
import io.moneyprinter.tts.provider.http.VoiceList;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks through {@code /synthesize}, which answers with sound or with the address of it. An address is followed only to
 * the server that was named, as the key goes along and strangers may have a hand in what it answers.
 */
final class CharacterBoxSpeechSynthesizer implements SpeechSynthesizer, AutoCloseable {

    private final CharacterBoxProperties properties;
    private final JsonMapper json;
    private final Failures failures;
    private final SpeechHttp http;
    private final AnswerReader reader;
    private final Turns turns;
    private final VoiceList voices;

    CharacterBoxSpeechSynthesizer(CharacterBoxProperties properties, Clock clock, JsonMapper json) {
        this.properties = properties;
        this.json = json;
        this.failures = new Failures(
                "The character server", CharacterBoxProperties.SETTINGS.name("api-key"), properties.apiKey());
        this.http = new SpeechHttp(failures, properties.connectTimeout());
        this.reader = new AnswerReader(json, failures);
        this.turns = new Turns(properties.parallelism(), failures);
        var shapes = new CharacterBoxVoices(properties);
        this.voices = new VoiceList(
                failures.name(), () -> listed(shapes), shapes.configured(), properties.voicesTtl(), clock);
    }

    @Override
    public String provider() {
        return CharacterBoxProperties.PROVIDER;
    }

    @Override
    public String version() {
        return "1-characterbox-" + properties.quality();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public @Nullable CodedException listingFailure() {
        return voices.failure();
    }

    @Override
    public List<Voice> voices() {
        return voices.all();
    }

    @Override
    public BigDecimal pricePerMillionCharacters(Voice voice) {
        return properties.pricePerMillionCharacters();
    }

    private List<Voice> listed(CharacterBoxVoices shapes) {
        if (!properties.voices().isEmpty()) {
            return shapes.configured();
        }
        var answer = http.ask(request(address("/characters")), Deadline.after(properties.connectTimeout()));
        return shapes.of(reader.json(answer.orThrow(this::refusal)));
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        failures.check(utterance, capabilities());
        return turns.take(() -> reader.spoken(speak(utterance), List.of(), utterance, directory));
    }

    private Wave speak(Utterance utterance) {
        var deadline = Deadline.after(properties.timeout());
        var answer = http.ask(speech(utterance), deadline).orThrow(this::refusal);
        if (answer.contentType().startsWith("audio/")) {
            return reader.wave(answer);
        }
        var url = reader.json(answer).path("audio_url").asString("");
        return reader.wave(http.ask(request(own(url)), deadline).orThrow(this::refusal));
    }

    private URI own(String url) {
        var server = properties.server();
        try {
            var address = address("/").resolve(url);
            if (!url.isBlank()
                    && Objects.equals(address.getScheme(), server.getScheme())
                    && Objects.equals(address.getHost(), server.getHost())
                    && address.getPort() == server.getPort()) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw failures.unusable("it names no address of the sound", e);
        }
        throw failures.unusable("it has neither sound nor an address of it on the same server", null);
    }

    private HttpRequest.Builder speech(Utterance utterance) {
        var body = json.createObjectNode()
                .put("text", utterance.text())
                .put("character_id", Polyglot.id(utterance.voice()))
                .put("audio_format", "wav")
                .put("quality", properties.quality());
        return request(address("/synthesize"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    private URI address(String path) {
        return SpeechHttp.address(properties.server(), path);
    }

    private HttpRequest.Builder request(URI address) {
        var request = HttpRequest.newBuilder(address);
        return properties.apiKey().isPresent()
                ? request.header(
                        "Authorization", "Bearer " + properties.apiKey().value())
                : request;
    }

    private CodedException refusal(Answer answer) {
        var body = reader.refusal(answer);
        var detail = body.path("error")
                .asString(body.path("message").asString(body.path("detail").asString("")));
        return failures.refused(Refusal.of(answer.status()), answer, detail);
    }

    @Override
    public void close() {
        http.close();
    }
}

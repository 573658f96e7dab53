package io.moneyprinter.tts.provider.openai;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.service.provider.RefusalDetail;
import io.moneyprinter.tts.provider.http.AnswerReader;
import io.moneyprinter.tts.provider.http.Failures;
import io.moneyprinter.tts.provider.http.Polyglot;
import io.moneyprinter.tts.provider.http.Refusal;
import io.moneyprinter.tts.provider.http.SpeechHttp;
import io.moneyprinter.tts.provider.http.Styles;
import io.moneyprinter.tts.provider.http.Turns;
import io.moneyprinter.tts.provider.http.VoiceList;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.spi.VoiceCloning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Speaks through {@code /audio/speech} of one server. It asks for WAV, because nothing is lost in it. */
final class OpenAiSpeechSynthesizer implements SpeechSynthesizer, AutoCloseable {

    private final OpenAiServer server;
    private final JsonMapper json;
    private final Failures failures;
    private final SpeechHttp http;
    private final AnswerReader reader;
    private final Turns turns;
    private final VoiceList voices;

    OpenAiSpeechSynthesizer(OpenAiServer server, Clock clock, JsonMapper json) {
        this.server = server;
        this.json = json;
        this.failures = server.failures();
        this.http = new SpeechHttp(failures, server.connectTimeout());
        this.reader = new AnswerReader(json, failures);
        this.turns = new Turns(server.parallelism(), failures);
        this.voices = new VoiceList(
                failures.name(),
                this::listed,
                OpenAiVoices.of(server, List.of(OpenAiVoices.USUAL)),
                server.voicesTtl(),
                clock);
    }

    @Override
    public String provider() {
        return server.name();
    }

    @Override
    public String version() {
        return "1-%s-%s".formatted(server.model(), server.instructions());
    }

    @Override
    public Set<Capability> capabilities() {
        var capabilities = EnumSet.noneOf(Capability.class);
        if (server.isTold()) {
            capabilities.add(Capability.ANY_STYLE);
        }
        if (server.rates()) {
            capabilities.add(Capability.RATE);
        }
        return capabilities;
    }

    @Override
    public List<Voice> voices() {
        return voices.all();
    }

    @Override
    public Optional<VoiceCloning> cloning() {
        return server.voiceLibrary() ? Optional.of(new VoiceLibrary(server, http, reader, failures)) : Optional.empty();
    }

    @Override
    public @Nullable CodedException listingFailure() {
        return voices.failure();
    }

    @Override
    public BigDecimal pricePerMillionCharacters(Voice voice) {
        return server.pricePerMillionCharacters();
    }

    private List<Voice> listed() {
        if (!server.voices().isEmpty()) {
            return OpenAiVoices.of(server, server.voices());
        }
        var answer = http.ask(server.request("/audio/voices"), Deadline.after(server.connectTimeout()));
        return OpenAiVoices.of(server, OpenAiVoices.names(reader.json(answer.orThrow(this::refusal))));
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        failures.check(utterance, capabilities());
        return turns.take(() -> speak(utterance, directory));
    }

    private SpokenAudio speak(Utterance utterance, Path directory) {
        var waves = new ArrayList<Wave>();
        var parts = OpenAiText.parts(utterance.text(), server.maxCharacters());
        for (var part : parts) {
            var answer = http.ask(speech(part, utterance), Deadline.after(server.timeout()))
                    .orThrow(this::refusal);
            if (parts.size() == 1 && isMp3(answer.body())) {
                return mp3(answer.body(), directory);
            }
            waves.add(reader.wave(answer));
        }
        return reader.spoken(reader.joined(waves), List.of(), utterance, directory);
    }

    private HttpRequest.Builder speech(String text, Utterance utterance) {
        var body = json.createObjectNode()
                .put("model", server.model())
                .put("input", text)
                .put("voice", Polyglot.id(utterance.voice()))
                .put("response_format", "wav");
        if (utterance.rate() != 1) {
            body.put("speed", utterance.rate());
        }
        var instructions = Styles.told(utterance, server.instructions());
        if (!instructions.isBlank()) {
            body.put("instructions", instructions);
        }
        return server.request("/audio/speech")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    /** Some servers have no other format than MP3, and do not say so. */
    private static boolean isMp3(byte[] body) {
        return body.length > 3
                && (body[0] == 'I' && body[1] == 'D' && body[2] == '3'
                        || body[0] == (byte) 0xFF && (body[1] & 0xE6) == 0xE2);
    }

    private static SpokenAudio mp3(byte[] body, Path directory) {
        var file = directory.resolve("speech.mp3");
        try {
            Files.write(file, body);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + directory, e);
        }
        return new SpokenAudio(file, List.of(), WordTiming.Source.PROVIDER);
    }

    private CodedException refusal(Answer answer) {
        var body = reader.refusal(answer);
        var error = body.path("error");
        var code = error.path("code").asString(body.path("code").asString(""));
        var refusal = switch (code) {
            case "insufficient_quota", "billing_hard_limit_reached", "30001" -> Refusal.QUOTA;
            case "model_not_found", "unsupported_country_region_territory" -> Refusal.TEXT;
            default -> Refusal.of(answer.status());
        };
        return failures.refused(refusal, answer, RefusalDetail.of(body));
    }

    @Override
    public void close() {
        http.close();
    }
}

package io.moneyprinter.tts.provider.gemini;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.tts.provider.google.GoogleErrors;
import io.moneyprinter.tts.provider.http.AnswerReader;
import io.moneyprinter.tts.provider.http.Failures;
import io.moneyprinter.tts.provider.http.Polyglot;
import io.moneyprinter.tts.provider.http.SpeechHttp;
import io.moneyprinter.tts.provider.http.Styles;
import io.moneyprinter.tts.provider.http.Turns;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks through {@code generateContent}: the model hears the language by itself, and paces and pitches by itself. */
final class GeminiSpeechSynthesizer implements SpeechSynthesizer, AutoCloseable {

    private static final Pattern RATE = Pattern.compile("audio/l16;.*rate=(\\d{4,6}).*");
    private static final Set<String> REFUSED =
            Set.of("SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "RECITATION", "SPII", "LANGUAGE");

    private final GeminiProperties properties;
    private final JsonMapper json;
    private final Failures failures;
    private final SpeechHttp http;
    private final AnswerReader reader;
    private final Turns turns;
    private final List<Voice> voices;

    GeminiSpeechSynthesizer(GeminiProperties properties, JsonMapper json) {
        this.properties = properties;
        this.json = json;
        this.failures = new Failures("Gemini", GeminiProperties.SETTINGS.name("api-key"), properties.apiKey());
        this.http = new SpeechHttp(failures, properties.connectTimeout());
        this.reader = new AnswerReader(json, failures);
        this.turns = new Turns(properties.parallelism(), failures);
        this.voices = voices(properties);
    }

    private static List<Voice> voices(GeminiProperties properties) {
        var polyglot = new Polyglot(properties.languages());
        var voices = new ArrayList<Voice>();
        for (var entry : properties.voices()) {
            var parts = entry.split(":", 2);
            voices.addAll(
                    polyglot.voices("gemini", parts[0], parts[0], parts.length > 1 ? parts[1] : null, false, true));
        }
        return List.copyOf(voices);
    }

    @Override
    public String provider() {
        return "gemini";
    }

    @Override
    public String version() {
        return "2-%s-%s".formatted(properties.model(), properties.instruction());
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.ANY_STYLE);
    }

    @Override
    public List<Voice> voices() {
        return voices;
    }

    @Override
    public BigDecimal pricePerMillionCharacters(Voice voice) {
        return properties.pricePerMillionCharacters();
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        failures.check(utterance, capabilities());
        return turns.take(() -> {
            var answer = http.ask(speech(utterance), Deadline.after(properties.timeout()))
                    .orThrow(refused -> GoogleErrors.refusal(failures, refused, reader.refusal(refused)));
            return reader.spoken(wave(reader.json(answer), utterance), List.of(), utterance, directory);
        });
    }

    private HttpRequest.Builder speech(Utterance utterance) {
        var body = json.createObjectNode();
        var part = body.putArray("contents")
                .addObject()
                .put("role", "user")
                .putArray("parts")
                .addObject()
                .put("text", utterance.text());
        var style = Styles.told(utterance, properties.instruction());
        if (!style.isBlank()) {
            part.putObject("speechMetadata").put("style", style);
        }
        var generation = body.putObject("generationConfig");
        generation.putArray("responseModalities").add("AUDIO");
        generation
                .putObject("speechConfig")
                .putObject("voiceConfig")
                .putObject("prebuiltVoiceConfig")
                .put("voiceName", Polyglot.id(utterance.voice()));
        var path = "/v1beta/models/%s:generateContent".formatted(properties.model());
        return HttpRequest.newBuilder(SpeechHttp.address(properties.baseUrl(), path))
                .header("x-goog-api-key", properties.apiKey().value())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    private Wave wave(JsonNode answer, Utterance utterance) {
        var blocked = answer.path("promptFeedback").path("blockReason").asString("");
        if (!blocked.isEmpty()) {
            throw failures.textRefused(blocked);
        }
        var candidate = answer.path("candidates").path(0);
        var waves = new ArrayList<Wave>();
        for (var part : candidate.path("content").path("parts")) {
            var sound = part.path("inlineData");
            if (!sound.isMissingNode()) {
                waves.add(wave(sound));
            }
        }
        var reason = candidate.path("finishReason").asString("");
        if (REFUSED.contains(reason)) {
            throw failures.textRefused(reason);
        }
        if (reason.equals("MAX_TOKENS")) {
            throw failures.unusable("its sound was cut off, because the text is too long for it", null);
        }
        if (waves.isEmpty()) {
            if (!answer.has("candidates")) {
                throw failures.unusable("it has no candidates", null);
            }
            throw failures.silent(utterance.voice().id());
        }
        return reader.joined(waves);
    }

    /** Raw samples with their rate in the type, as models have sent it so far, or WAV. */
    private Wave wave(JsonNode sound) {
        var type = sound.path("mimeType").asString("").toLowerCase(Locale.ROOT);
        var bytes = reader.bytes(sound.path("data"), "sound");
        var rate = RATE.matcher(type.replace(" ", ""));
        if (rate.matches()) {
            return reader.pcm(bytes, Integer.parseInt(rate.group(1)));
        }
        if (type.contains("wav")) {
            return reader.wave(bytes);
        }
        throw failures.unusable("its sound is of the type '%s'".formatted(type), null);
    }

    @Override
    public void close() {
        http.close();
    }
}

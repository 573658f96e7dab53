package io.moneyprinter.tts.provider.google;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.tts.provider.http.AnswerReader;
import io.moneyprinter.tts.provider.http.Failures;
import io.moneyprinter.tts.provider.http.SpeechHttp;
import io.moneyprinter.tts.provider.http.Turns;
import io.moneyprinter.tts.provider.http.VoiceList;
import io.moneyprinter.tts.provider.http.Wave;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks through {@code v1beta1}, the version that tells when a mark was reached. */
final class GoogleSpeechSynthesizer implements SpeechSynthesizer, AutoCloseable {

    private final GoogleProperties properties;
    private final JsonMapper json;
    private final Failures failures;
    private final SpeechHttp http;
    private final AnswerReader reader;
    private final Turns turns;
    private final VoiceList voices;

    GoogleSpeechSynthesizer(GoogleProperties properties, Clock clock, JsonMapper json) {
        this.properties = properties;
        this.json = json;
        this.failures = new Failures("Google", GoogleProperties.SETTINGS.name("api-key"), properties.apiKey());
        this.http = new SpeechHttp(failures, properties.connectTimeout());
        this.reader = new AnswerReader(json, failures);
        this.turns = new Turns(properties.parallelism(), failures);
        this.voices = new VoiceList(
                failures.name(),
                () -> GoogleVoices.of(ask(request("/v1beta1/voices"), Deadline.after(properties.connectTimeout()))),
                GoogleVoices.wellKnown(properties.wellKnownVoices()),
                properties.voicesTtl(),
                clock);
    }

    @Override
    public String provider() {
        return "google";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.RATE, Capability.PITCH, Capability.WORD_TIMES, Capability.EMPHASIS, Capability.PHONEMES);
    }

    @Override
    public Set<Capability> capabilities(Voice voice) {
        return GoogleVoices.readsMarks(voice) ? capabilities() : Set.of(Capability.RATE);
    }

    @Override
    public List<Voice> voices() {
        return voices.all();
    }

    @Override
    public @Nullable CodedException listingFailure() {
        return voices.failure();
    }

    @Override
    public BigDecimal pricePerMillionCharacters(Voice voice) {
        return properties.price(voice.id());
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        failures.check(utterance, capabilities(utterance.voice()));
        return turns.take(() -> speak(utterance, directory));
    }

    private SpokenAudio speak(Utterance utterance, Path directory) {
        var marked = GoogleVoices.readsMarks(utterance.voice());
        var words = new ArrayList<SpokenWord>();
        var waves = new ArrayList<Wave>();
        var offset = Duration.ZERO;
        for (var part : MarkedText.parts(utterance, properties.maxBytes())) {
            var answer = ask(speech(part, marked, utterance), Deadline.after(properties.timeout()));
            var wave = reader.wave(reader.bytes(answer.path("audioContent"), "sound"));
            if (wave.isEmpty()) {
                throw failures.silent(utterance.voice().id());
            }
            words.addAll(part.timed(marks(answer), offset, wave.duration()));
            waves.add(wave);
            offset = offset.plus(wave.duration());
        }
        return reader.spoken(reader.joined(waves), words, utterance, directory);
    }

    private static Map<String, Double> marks(JsonNode answer) {
        var marks = new HashMap<String, Double>();
        for (var point : answer.path("timepoints")) {
            marks.put(
                    point.path("markName").asString(""),
                    point.path("timeSeconds").asDouble(0));
        }
        return marks;
    }

    private HttpRequest.Builder speech(MarkedText part, boolean marked, Utterance utterance) {
        var body = json.createObjectNode();
        if (marked) {
            body.putObject("input").put("ssml", part.ssml());
            body.putArray("enableTimePointing").add("SSML_MARK");
        } else {
            body.putObject("input").put("text", part.plain());
        }
        body.putObject("voice")
                .put("languageCode", GoogleVoices.languageCode(utterance.voice()))
                .put("name", utterance.voice().id());
        var audio = body.putObject("audioConfig").put("audioEncoding", "LINEAR16");
        if (utterance.rate() != 1) {
            audio.put("speakingRate", utterance.rate());
        }
        if (utterance.pitch() != 0) {
            audio.put("pitch", utterance.pitch());
        }
        return request("/v1beta1/text:synthesize")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    private JsonNode ask(HttpRequest.Builder request, Deadline deadline) {
        return reader.json(http.ask(request, deadline)
                .orThrow(refused -> GoogleErrors.refusal(failures, refused, reader.refusal(refused))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(SpeechHttp.address(properties.baseUrl(), path))
                .header("X-Goog-Api-Key", properties.apiKey().value());
    }

    @Override
    public void close() {
        http.close();
    }
}

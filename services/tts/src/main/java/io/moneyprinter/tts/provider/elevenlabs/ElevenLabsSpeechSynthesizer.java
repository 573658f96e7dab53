package io.moneyprinter.tts.provider.elevenlabs;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceQuota;
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
import io.moneyprinter.tts.spi.VoiceCloning;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks through {@code with-timestamps}, and turns the times of characters into those of words. */
final class ElevenLabsSpeechSynthesizer implements SpeechSynthesizer, AutoCloseable {

    private static final double SLOWEST = 0.7;
    private static final double FASTEST = 1.2;
    private static final int MOST_DOUBLINGS = 5;
    private static final Set<String> NO_PLACE = Set.of("too_many_concurrent_requests", "concurrent_limit_exceeded");

    private final ElevenLabsProperties properties;
    private final JsonMapper json;
    private final Failures failures;
    private final SpeechHttp http;
    private final AnswerReader reader;
    private final ElevenLabsApi api;
    private final Turns turns;
    private final VoiceList voices;
    private final ElevenLabsAccount account;
    private final AtomicInteger busy = new AtomicInteger();

    ElevenLabsSpeechSynthesizer(ElevenLabsProperties properties, Clock clock, JsonMapper json) {
        this.properties = properties;
        this.json = json;
        this.failures = new Failures("ElevenLabs", ElevenLabsProperties.SETTINGS.name("api-key"), properties.apiKey());
        this.http = new SpeechHttp(failures, properties.connectTimeout());
        this.reader = new AnswerReader(json, failures);
        this.api = new ElevenLabsApi(properties, reader);
        this.turns = new Turns(properties.parallelism(), failures);
        var shapes = new ElevenLabsVoices(properties.languages());
        this.voices = new VoiceList(
                failures.name(),
                () -> shapes.of(told("/v1/voices")),
                shapes.wellKnown(properties.wellKnownVoices()),
                properties.voicesTtl(),
                clock);
        this.account = new ElevenLabsAccount(() -> told("/v1/user/subscription"), clock);
    }

    @Override
    public String provider() {
        return "elevenlabs";
    }

    @Override
    public String version() {
        return "1-%s-%s-%s-%s-%s-%s"
                .formatted(
                        properties.model(),
                        properties.outputFormat(),
                        properties.stability(),
                        properties.similarityBoost(),
                        properties.style(),
                        properties.speakerBoost());
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.RATE, Capability.WORD_TIMES);
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
        return properties.pricePerMillionCharacters();
    }

    @Override
    public Optional<VoiceCloning> cloning() {
        return Optional.of(new ElevenLabsCloning(api, http, failures, json));
    }

    @Override
    public @Nullable VoiceQuota quota() {
        return account.quota();
    }

    private JsonNode told(String path) {
        var answer = http.ask(api.request(path), Deadline.after(properties.connectTimeout()));
        return reader.json(answer.orThrow(refused -> refusal(refused, api.status(refused))));
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        failures.check(utterance, capabilities());
        if (utterance.rate() < SLOWEST || utterance.rate() > FASTEST) {
            throw failures.unsupported("rate", utterance.rate(), "%s to %s".formatted(SLOWEST, FASTEST));
        }
        return turns.take(() -> speak(utterance, directory));
    }

    private SpokenAudio speak(Utterance utterance, Path directory) {
        var answer = reader.json(answer(utterance));
        var wave = reader.pcm(reader.bytes(answer.path("audio_base64"), "sound"), properties.sampleRate());
        var alignment = Alignment.of(answer.path("alignment"));
        alignment.ifPresent(one -> check(wave, one));
        return reader.spoken(wave, alignment.map(Alignment::words).orElse(List.of()), utterance, directory);
    }

    /** Raw samples do not tell their rate; the times of the characters do. */
    private void check(Wave wave, Alignment alignment) {
        var sound = wave.duration().toMillis();
        var words = alignment.end().toMillis();
        if (!wave.isEmpty() && (words > sound * 1.1 + 300 || sound > words * 1.6 + 1000)) {
            throw failures.unusable(
                    "its sound lasts %d ms and its words %d ms, so that it is cut off, or not of %d samples a second"
                            .formatted(sound, words, properties.sampleRate()),
                    null);
        }
    }

    /**
     * Waits for a place when the account has no more of them: others of ours hold them, and will be done soon. A
     * service that is busy itself is left alone.
     */
    private Answer answer(Utterance utterance) {
        var deadline = Deadline.after(properties.timeout());
        while (true) {
            var answer = http.ask(speech(utterance), deadline);
            if (answer.isSuccess()) {
                busy.set(0);
                return answer;
            }
            var status = api.status(answer);
            var pause = answer.retryAfter() == null ? properties.queuePause() : answer.retryAfter();
            if (answer.status() != 429 || !NO_PLACE.contains(status) || deadline.isWithin(pause)) {
                throw refusal(answer, status);
            }
            pause(pause);
        }
    }

    private void pause(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            throw failures.cancelled(e);
        }
    }

    private HttpRequest.Builder speech(Utterance utterance) {
        var body = json.createObjectNode().put("text", utterance.text()).put("model_id", properties.model());
        var settings = json.createObjectNode();
        put(settings, "stability", properties.stability());
        put(settings, "similarity_boost", properties.similarityBoost());
        put(settings, "style", properties.style());
        put(settings, "speed", utterance.rate() == 1 ? null : utterance.rate());
        if (properties.speakerBoost() != null) {
            settings.put("use_speaker_boost", properties.speakerBoost().booleanValue());
        }
        if (!settings.isEmpty()) {
            body.set("voice_settings", settings);
        }
        return api.request("/v1/text-to-speech/%s/with-timestamps?output_format=%s"
                        .formatted(
                                URLEncoder.encode(Polyglot.id(utterance.voice()), StandardCharsets.UTF_8),
                                properties.outputFormat()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    private static void put(ObjectNode settings, String name, @Nullable Double value) {
        if (value != null) {
            settings.put(name, value.doubleValue());
        }
    }

    private CodedException refusal(Answer answer, String status) {
        var message = api.message(answer);
        return switch (status) {
            case "quota_exceeded" -> failures.refused(Refusal.QUOTA, answer, message);
            case "system_busy" -> failures.throttled(busy(answer), message);
            default -> failures.refused(Refusal.of(answer.status()), answer, message);
        };
    }

    /** Longer each time, until it speaks again. */
    private Duration busy(Answer answer) {
        var times = Math.min(MOST_DOUBLINGS, busy.getAndIncrement());
        return answer.retryAfter() == null ? properties.busyPause().multipliedBy(1L << times) : answer.retryAfter();
    }

    @Override
    public void close() {
        http.close();
    }
}

package io.moneyprinter.tts.provider.elevenlabs;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.service.provider.FormData;
import io.moneyprinter.tts.provider.http.AnswerReader;
import io.moneyprinter.tts.provider.http.Failures;
import io.moneyprinter.tts.provider.http.Refusal;
import io.moneyprinter.tts.provider.http.SpeechHttp;
import io.moneyprinter.tts.spi.CloneName;
import io.moneyprinter.tts.spi.VoiceCloning;
import io.moneyprinter.tts.spi.VoiceSample;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Instant voice cloning: the voice can be used as soon as it is answered. */
final class ElevenLabsCloning implements VoiceCloning {

    private static final int NOT_FOUND = 404;

    private final ElevenLabsApi api;
    private final SpeechHttp http;
    private final AnswerReader reader;
    private final Failures failures;
    private final JsonMapper json;

    ElevenLabsCloning(ElevenLabsApi api, SpeechHttp http, Failures failures, JsonMapper json) {
        this.api = api;
        this.http = http;
        this.reader = api.reader();
        this.failures = failures;
        this.json = json;
    }

    @Override
    public int mostSamples() {
        return 8;
    }

    @Override
    public Duration longestSamples() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean isOffline() {
        return false;
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    @Override
    public Made create(VoiceSample sample) {
        var form = new FormData()
                .with("name", sample.name().value())
                .with("description", sample.title())
                .with("labels", json.writeValueAsString(labels(sample)))
                .with("remove_background_noise", "false");
        for (var i = 0; i < sample.samples().size(); i++) {
            form.with("files", sample.samples().get(i), "sample-%d.wav".formatted(i + 1), "audio/wav");
        }
        var answer = http.ask(form.post(api.request("/v1/voices/add")), Deadline.after(LONGEST));
        var made = reader.json(answer.orThrow(this::refusal));
        var id = made.path("voice_id").asString("");
        if (id.isBlank()) {
            throw failures.unusable("it names no voice", null);
        }
        return new Made(id, made.path("requires_verification").asBoolean(false));
    }

    private JsonNode labels(VoiceSample sample) {
        var labels = json.createObjectNode()
                .put("language", ULocale.forLanguageTag(sample.locale()).getLanguage());
        if (sample.gender() != null) {
            labels.put("gender", sample.gender());
        }
        return labels;
    }

    @Override
    public @Nullable String find(CloneName name) {
        var answer = http.ask(
                api.request("/v1/voices"), Deadline.after(api.properties().timeout()));
        for (var entry : reader.json(answer.orThrow(this::refusal)).path("voices")) {
            if (entry.path("name").asString("").equals(name.value())) {
                return entry.path("voice_id").asString("");
            }
        }
        return null;
    }

    @Override
    public void delete(String id) {
        var answer = http.ask(
                api.request("/v1/voices/" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .method("DELETE", HttpRequest.BodyPublishers.noBody()),
                Deadline.after(api.properties().timeout()));
        var isGone = answer.status() == NOT_FOUND || api.status(answer).equals("voice_not_found");
        if (!answer.isSuccess() && !isGone) {
            throw refusal(answer);
        }
    }

    private CodedException refusal(Answer answer) {
        var refusal = api.status(answer).equals("quota_exceeded") ? Refusal.QUOTA : Refusal.of(answer.status());
        return failures.notCloned(refusal, answer, api.message(answer));
    }
}

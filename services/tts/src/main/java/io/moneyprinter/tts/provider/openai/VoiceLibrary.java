package io.moneyprinter.tts.provider.openai;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.service.provider.FormData;
import io.moneyprinter.service.provider.RefusalDetail;
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

/**
 * The voice library that Chatterbox servers have beside OpenAI's dialect ({@code travisvn/chatterbox-tts-api}): one
 * sample of at most 10 MB makes a voice, which is spoken with by its name.
 */
final class VoiceLibrary implements VoiceCloning {

    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;

    private final OpenAiServer server;
    private final SpeechHttp http;
    private final AnswerReader reader;
    private final Failures failures;

    VoiceLibrary(OpenAiServer server, SpeechHttp http, AnswerReader reader, Failures failures) {
        this.server = server;
        this.http = http;
        this.reader = reader;
        this.failures = failures;
    }

    @Override
    public int mostSamples() {
        return 1;
    }

    /** Of our WAV, 10 MB last 104 seconds. */
    @Override
    public Duration longestSamples() {
        return Duration.ofSeconds(100);
    }

    @Override
    public boolean isOffline() {
        return server.isHere();
    }

    @Override
    public boolean needsKey() {
        return server.apiKey().isPresent();
    }

    @Override
    public Made create(VoiceSample sample) {
        var name = sample.name().value();
        var form = new FormData()
                .with("voice_name", name)
                .with("language", ULocale.forLanguageTag(sample.locale()).getLanguage())
                .with("voice_file", sample.samples().getFirst(), "sample.wav", "audio/wav");
        var answer = http.ask(form.post(server.request("/voices")), Deadline.after(LONGEST));
        if (!answer.isSuccess() && answer.status() != CREATED) {
            throw refusal(answer);
        }
        return new Made(name, false);
    }

    @Override
    public @Nullable String find(CloneName name) {
        var answer = http.ask(server.request("/audio/voices"), Deadline.after(server.timeout()));
        return OpenAiVoices.all(reader.json(answer.orThrow(this::refusal))).contains(name.value())
                ? name.value()
                : null;
    }

    @Override
    public void delete(String id) {
        var answer = http.ask(
                server.request("/voices/" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .method("DELETE", HttpRequest.BodyPublishers.noBody()),
                Deadline.after(server.timeout()));
        if (!answer.isSuccess() && answer.status() != NOT_FOUND) {
            throw refusal(answer);
        }
    }

    private CodedException refusal(Answer answer) {
        return failures.notCloned(Refusal.of(answer.status()), answer, RefusalDetail.of(reader.refusal(answer)));
    }
}

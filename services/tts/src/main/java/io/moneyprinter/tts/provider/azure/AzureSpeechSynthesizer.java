package io.moneyprinter.tts.provider.azure;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.tts.provider.http.AnswerReader;
import io.moneyprinter.tts.provider.http.Failures;
import io.moneyprinter.tts.provider.http.Refusal;
import io.moneyprinter.tts.provider.http.SpeechHttp;
import io.moneyprinter.tts.provider.http.Turns;
import io.moneyprinter.tts.provider.http.VoiceList;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.Utterance;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Speaks over REST, which says nothing about the times of words. */
final class AzureSpeechSynthesizer implements SpeechSynthesizer, AutoCloseable {

    /** It goes up to one and a half of the usual pitch, and down to half of it. */
    private static final double HIGHEST_SEMITONES = 7;

    private final AzureProperties properties;
    private final Failures failures;
    private final SpeechHttp http;
    private final AnswerReader reader;
    private final Turns turns;
    private final VoiceList voices;

    AzureSpeechSynthesizer(AzureProperties properties, Clock clock, JsonMapper json) {
        this.properties = properties;
        this.failures = new Failures("Azure Speech", AzureProperties.SETTINGS.name("api-key"), properties.apiKey());
        this.http = new SpeechHttp(failures, properties.connectTimeout());
        this.reader = new AnswerReader(json, failures);
        this.turns = new Turns(properties.parallelism(), failures);
        this.voices = new VoiceList(
                failures.name(),
                this::listed,
                AzureVoices.wellKnown(properties.wellKnownVoices()),
                properties.voicesTtl(),
                clock);
    }

    @Override
    public String provider() {
        return "azure";
    }

    @Override
    public String version() {
        return "1-" + properties.outputFormat();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.RATE,
                Capability.PITCH,
                Capability.EMPHASIS,
                Capability.PHONEMES,
                Capability.LISTED_STYLES,
                Capability.STYLE_DEGREE);
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
    public long billedCharacters(Utterance utterance) {
        return AzureMarkup.billed(utterance);
    }

    private List<Voice> listed() {
        var answer = http.ask(request("/cognitiveservices/voices/list"), Deadline.after(properties.connectTimeout()));
        return AzureVoices.of(reader.json(answer.orThrow(this::refusal)));
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        if (utterance.pitch() > HIGHEST_SEMITONES) {
            throw failures.unsupported("pitch", utterance.pitch(), "-12 to 7");
        }
        return turns.take(() -> {
            var answer = http.ask(speech(utterance), Deadline.after(properties.timeout()));
            return reader.spoken(reader.wave(answer.orThrow(this::refusal)), List.of(), utterance, directory);
        });
    }

    private HttpRequest.Builder speech(Utterance utterance) {
        return request("/cognitiveservices/v1")
                .header("Content-Type", "application/ssml+xml")
                .header("X-Microsoft-OutputFormat", properties.outputFormat())
                .POST(HttpRequest.BodyPublishers.ofString(AzureMarkup.of(utterance), StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(properties.address(path))
                .header("Ocp-Apim-Subscription-Key", properties.apiKey().value());
    }

    /** The gateway answers in JSON, the service in plain text or not at all. */
    private CodedException refusal(Answer answer) {
        var message = reader.refusal(answer).path("error").path("message").asString("");
        var spent = answer.status() == 403 && message.toLowerCase(Locale.ROOT).contains("quota");
        return failures.refused(spent ? Refusal.QUOTA : Refusal.of(answer.status()), answer, message);
    }

    @Override
    public void close() {
        http.close();
    }
}

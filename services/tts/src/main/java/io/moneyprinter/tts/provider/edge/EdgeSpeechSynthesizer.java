package io.moneyprinter.tts.provider.edge;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpokenAudio;
import io.moneyprinter.tts.spi.SpokenWord;
import io.moneyprinter.tts.spi.Utterance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Speaks through the read-aloud service, one connection per part of the text. */
final class EdgeSpeechSynthesizer implements SpeechSynthesizer, AutoCloseable {

    private final EdgeProperties properties;
    private final HttpClient http;
    private final EdgeConnector connector;
    private final EdgeVoices voices;
    private final Semaphore connections;

    EdgeSpeechSynthesizer(EdgeProperties properties, Clock clock, JsonMapper json) {
        this.properties = properties;
        this.http = HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .build();
        var token = new EdgeToken(properties.token(), clock);
        this.connector = new EdgeConnector(properties, http, token, json);
        this.voices = new EdgeVoices(properties, http, token, clock, json);
        this.connections = new Semaphore(properties.parallelism(), true);
    }

    @Override
    public String provider() {
        return "edge";
    }

    @Override
    public String version() {
        return "1-" + properties.outputFormat();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.RATE, Capability.PITCH, Capability.WORD_TIMES);
    }

    @Override
    public List<Voice> voices() {
        return voices.all();
    }

    @Override
    public @Nullable CodedException listingFailure() {
        return voices.listingFailure();
    }

    @Override
    public SpokenAudio synthesize(Utterance utterance, Path directory) {
        try {
            connections.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
        }
        try {
            return speak(utterance, directory.resolve("speech.mp3"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + directory, e);
        } finally {
            connections.release();
        }
    }

    private SpokenAudio speak(Utterance utterance, Path file) throws IOException {
        var words = new ArrayList<SpokenWord>();
        var start = Duration.ZERO;
        try (var out = Files.newOutputStream(file)) {
            for (var chunk : EdgeText.chunks(utterance.text())) {
                var said = connector.speak(EdgeMessages.speak(utterance, chunk));
                var audio = said.audio();
                if (audio.length == 0) {
                    throw new CodedException(
                            TtsErrorCode.VOICE_PROVIDER_SILENT,
                            "Edge sent no sound for the voice %s; it may not exist any more, or not read this text."
                                    .formatted(utterance.voice().id()));
                }
                out.write(audio);
                for (var word : said.words()) {
                    words.add(new SpokenWord(word.text(), start.plus(word.offset()), word.duration()));
                }
                // The rate of the format is constant, so its length tells the time exactly.
                start = start.plus(Duration.ofNanos(audio.length * 1_000_000_000L / properties.bytesPerSecond()));
            }
        }
        return new SpokenAudio(file, words, WordTiming.Source.PROVIDER);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.SoundFormat;
import io.moneyprinter.contracts.tts.SynthesisRequest;
import io.moneyprinter.contracts.tts.SynthesizedSpeech.SpokenSentence;
import io.moneyprinter.contracts.tts.SynthesizedSpeech.SpokenWord;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.ffmpeg.Expected;
import io.moneyprinter.ffmpeg.MediaInfo;
import io.moneyprinter.testing.SharedFfmpeg;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts to speech through the whole product, in the voice that is always there. */
class SpeechTests {

    private final RunningServer server = RunningServer.get();

    @TempDir
    private Path work;

    @Test
    void speaksATextOfSeveralSentences() {
        var voice = new VoiceSettings("marytts", null, null, null, null, null, null, null);
        var request = new SynthesisRequest(
                "Bees dance in the dark. Why would they? [pause 1s] Nobody knew.",
                null,
                voice,
                SoundFormat.M4A,
                44_100);

        var estimate = server.client().estimate(request);
        var speech = server.client().synthesize(request, UUID.randomUUID().toString());

        assertThat(estimate.sentences()).isEqualTo(3);
        assertThat(speech.characters()).isEqualTo(estimate.characters()).isPositive();
        assertThat(speech.estimatedCost()).isZero();
        assertThat(speech.language()).startsWith("en");
        assertThat(speech.words())
                .extracting(SpokenWord::text)
                .containsExactly("Bees", "dance", "in", "the", "dark.", "Why", "would", "they?", "Nobody", "knew.");
        assertThat(speech.words()).extracting(SpokenWord::source).containsOnly("engine");
        assertThat(speech.sentences()).extracting(SpokenSentence::voice).containsOnly("cmu-slt-hsmm");
        assertThat(speech.sentences().get(2).start() - speech.sentences().get(1).end())
                .isCloseTo(1.38, within(0.001));
        var file = work.resolve("speech.m4a");
        server.client().download(speech.url(), file);
        var info = SharedFfmpeg.ffmpeg().probe().inspect(file, Expected.of(Set.of(MediaInfo.Kind.AUDIO), "m4a"));
        assertThat(info.duration().toMillis() / 1e3).isCloseTo(speech.duration(), within(0.03));
    }

    @Test
    void describesWhatItOffers() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var description = http.send(
                            HttpRequest.newBuilder(server.uri().resolve("/v3/api-docs"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();

            assertThat(description)
                    .contains(
                            "/api/v1/tts/synthesize", "/api/v1/tts/batch", "/api/v1/tts/estimate", "/api/v1/tts/usage")
                    .contains("/api/v1/videos/estimate", "VideoEstimate", "known_sentences")
                    .contains("audio/*", "estimated_cost", "integrated_lufs", "SpokenWord");
        }
    }
}

package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.testing.edge.EdgeStandIn.Behaviour;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film of a minute whose provider of voices dies after the third sentence. Takes minutes, so it is run by its name. */
class VoiceFailoverDrill {

    private static final int SENTENCES = 16;
    private static final List<String> PLACES =
            List.of("meadow", "orchard", "garden", "forest", "valley", "village", "river", "mountain");

    @TempDir
    static Path home;

    @Test
    void hasOneVoiceThroughoutAFilmOfAMinute() throws Exception {
        try (var server = new SpeakingServer(home, "")) {
            server.edge().behaveAfter(3, Behaviour.BREAK);
            var began = System.nanoTime();

            var settings = VideoSettings.DEFAULT.withResolution("360x640");
            var id = server.client()
                    .create(
                            new VideoRequest(
                                    null, null, script(), null, "en", null, null, null, List.of(), null, settings,
                                    null),
                            UUID.randomUUID().toString())
                    .videoId();
            var status = server.follow(id);
            var took = Duration.ofNanos(System.nanoTime() - began);

            assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
            var speech = SpeakingServer.speech(status);
            assertThat(speech.provider()).isEqualTo("marytts");
            assertThat(speech.note()).startsWith("cmu-slt-hsmm of marytts speaks the whole video, since en-US-Emma");
            var view = server.client().video(id);
            assertThat(view.duration()).isGreaterThan(60);
            var words = server.client().words(id).words();
            assertThat(words.stream().map(word -> word.sentence()).distinct()).hasSize(SENTENCES);
            assertThat(words).extracting(word -> word.source()).containsOnly("engine");
            System.out.printf(
                    "%d sentences, %.1f s of film, made in %d s; Edge spoke %d of them;"
                            + " all spoken by %s in the end: %s%n",
                    SENTENCES,
                    view.duration(),
                    took.toSeconds(),
                    server.edge().spoken().size(),
                    speech.provider(),
                    speech.note());
        }
    }

    private static String script() {
        return IntStream.range(0, SENTENCES)
                .mapToObj(index -> "On day %d the bees of the old hive fly to the %s behind the hill and dance at home."
                        .formatted(index + 1, PLACES.get(index % PLACES.size())))
                .collect(Collectors.joining(" "));
    }
}

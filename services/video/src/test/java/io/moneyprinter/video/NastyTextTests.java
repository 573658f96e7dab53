package io.moneyprinter.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.ChunkRequest;
import io.moneyprinter.contracts.video.PieceRequest;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people write is shown, or refused with the reason; it is never obeyed. */
class NastyTextTests {

    private static final VideoId VIDEO = new VideoId("video");
    private static final Duration LENGTH = Duration.ofMillis(200);
    private static final int SENTENCES = 60;

    @TempDir
    Path work;

    @Test
    void makesFilmsOfAllTextThatItDoesNotRefuse() throws Exception {
        var store = new LocalObjectStore(work.resolve("store"), Clock.systemUTC());
        var tone = put(store, GeneratedMedia.tone(work.resolve("tone.wav"), 330, LENGTH));
        var photo = put(store, GeneratedMedia.image(work.resolve("photo.png"), 90, 160));
        try (var hosted = new HostedVideo(store)) {
            var video = hosted.rendering();

            var accepted = new ArrayList<String>();
            for (var text : NastyText.all()) {
                try {
                    video.plan(request(text, List.of(sentence(text, tone, photo))));
                    accepted.add(text);
                } catch (CodedException refused) {
                    assertThat(refused.code().kind().status()).as(text).isBetween(400, 499);
                    assertThat(refused.getMessage()).as(text).isNotBlank();
                }
            }
            assertThat(NastyText.all()).hasSize(300);
            assertThat(accepted).hasSizeGreaterThan(150);

            for (var from = 0; from < accepted.size(); from += SENTENCES) {
                var some = accepted.subList(from, Math.min(accepted.size(), from + SENTENCES));
                var sentences =
                        some.stream().map(text -> sentence(text, tone, photo)).toList();
                var plan = video.plan(request(some.getFirst(), sentences));
                for (var chunk : plan.chunks()) {
                    video.chunk(new ChunkRequest(UserId.LOCAL, VIDEO, plan.plan(), chunk.index()));
                }
                var piece = new PieceRequest(UserId.LOCAL, VIDEO, plan.plan());
                video.mix(piece);
                video.join(piece);

                var film = video.optimise(piece);

                assertThat(film.frames()).isEqualTo(plan.frames());
                // Only the last step knows of the title.
                for (var title : some.subList(0, Math.min(some.size(), 10))) {
                    var other = video.plan(request(title, sentences)).plan();
                    assertThat(video.optimise(new PieceRequest(UserId.LOCAL, VIDEO, other))
                                    .frames())
                            .as(title)
                            .isEqualTo(plan.frames());
                }
            }
        }
    }

    private static PlanRequest request(String title, List<SpokenSentence> sentences) {
        var settings = VideoSettings.DEFAULT.withMusic("none");
        return PlanRequest.of(UserId.LOCAL, VIDEO, title, "en", new Canvas(144, 256, 25), settings, 7, null, sentences);
    }

    private static SpokenSentence sentence(String text, ObjectKey tone, ObjectKey photo) {
        var word = new WordTiming(0, text.length(), Duration.ZERO, LENGTH, WordTiming.Source.ENGINE, 1);
        var speech = new Speech(tone, 48_000, LENGTH.toMillis() * 48, List.of(word), "test", "voice", false);
        var visual = new Visual.Still(photo, 90, 160, 1, 1, 0.5, 0.5);
        return new SpokenSentence(text, Duration.ZERO, speech, new Shot(List.of(visual), "own", null));
    }

    private static ObjectKey put(ObjectStore store, Path file) {
        var key = new ObjectKey("media/" + file.getFileName());
        store.put(key, file);
        return key;
    }
}

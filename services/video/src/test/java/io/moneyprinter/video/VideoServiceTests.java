package io.moneyprinter.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.ChunkRequest;
import io.moneyprinter.contracts.video.ConversionRequest;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.Extract;
import io.moneyprinter.contracts.video.ExtractRequest;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.OutputSettings.Container;
import io.moneyprinter.contracts.video.PieceRequest;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import io.moneyprinter.contracts.video.ShownTexts;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service behind its contract, with all that is real in it. */
class VideoServiceTests {

    private static final UserId USER = UserId.LOCAL;
    private static final VideoId VIDEO = new VideoId("video");

    @TempDir
    Path work;

    @Test
    void makesAFilmFromSpeechAndPictures() throws Exception {
        var store = new LocalObjectStore(work.resolve("store"), Clock.systemUTC());
        try (var hosted = new HostedVideo(store)) {
            var video = hosted.rendering();

            var plan = video.plan(request(store));
            var piece = new PieceRequest(USER, VIDEO, plan.plan());
            for (var chunk : plan.chunks()) {
                var rendered = video.chunk(new ChunkRequest(USER, VIDEO, plan.plan(), chunk.index()));
                assertThat(rendered.key()).isEqualTo(chunk.key());
                assertThat(rendered.frames()).isEqualTo(chunk.frames());
            }
            var mix = video.mix(piece);
            video.join(piece);
            var film = video.optimise(piece);
            video.thumbnail(piece);
            video.preview(piece);

            assertThat(mix.integratedLufs()).isCloseTo(-14, within(0.5));
            assertThat(mix.truePeakDbtp()).isLessThanOrEqualTo(-1);
            assertThat(film.frames()).isEqualTo(plan.frames());
            assertThat(Files.readString(store.file(plan.captionsSrt()))).contains("00:00:00,200 --> ");
            assertThat(Files.readString(store.file(plan.captionsVtt()))).startsWith("WEBVTT");
            assertThat(Files.readString(store.file(plan.captionsAss()))).contains("{\\k40}Bees ");
            assertThat(video.plan(request(store))).isEqualTo(plan);
            assertThat(video.optimise(piece).cached()).isTrue();

            var shorter = video.plan(request(store).withTarget(Duration.ofMillis(5_200)));
            assertThat(shorter.pacing().tempo()).isEqualTo(1.08);
            // An eighth of a second of the pause, and a third of a second of 4.4 s of speech.
            assertThat(plan.frames() - shorter.frames()).isBetween(12L, 15L);
            assertThat(Files.readString(store.file(shorter.captionsAss()))).contains("{\\k37}Bees ");
            assertThat(video.mix(new PieceRequest(USER, VIDEO, shorter.plan())).duration())
                    .isEqualTo(shorter.duration());

            for (var extract : Extract.values()) {
                assertThat(video.extract(new ExtractRequest(USER, VIDEO, plan.plan(), extract))
                                .size())
                        .isPositive();
            }
            var wanted = new ConversionSettings(
                    null, null, null, null, null, new OutputSettings(Container.MOV, null, null, null, null));
            var converted = video.convert(new ConversionRequest(USER, VIDEO, plan.plan(), wanted));
            assertThat(converted.key().extension()).isEqualTo("mov");
            assertThat(converted.frames()).isEqualTo(plan.frames());
            assertThat(video.conversion(new ConversionRequest(USER, VIDEO, plan.plan(), wanted))
                            .mimeType())
                    .isEqualTo("video/quicktime");
            var faster = new ConversionSettings(null, null, null, null, 60, null);
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> video.conversion(new ConversionRequest(USER, VIDEO, plan.plan(), faster)))
                    .satisfies(refused -> assertThat(refused.errors())
                            .extracting(FieldError::pointer)
                            .containsExactly("/fps"));
            assertThat(video.undrawable(new ShownTexts(List.of("Bees", "\ud80c\udc00"))))
                    .containsExactly("\ud80c\udc00");
            assertThat(video.profile(VideoSettings.DEFAULT).mimeType()).isEqualTo("video/mp4");
            var impossible = VideoSettings.DEFAULT.withEncoding(
                    "h264", null, null, new OutputSettings(Container.WEBM, null, null, null, null));
            assertThatExceptionOfType(CodedException.class).isThrownBy(() -> video.profile(impossible));
        }
    }

    private PlanRequest request(ObjectStore store) {
        var photo = put(store, GeneratedMedia.image(work.resolve("photo.jpg"), 600, 400));
        var clip = put(store, GeneratedMedia.video(work.resolve("clip.mp4"), 320, 180, 25, 60));
        return PlanRequest.of(
                USER,
                VIDEO,
                "A film",
                "en",
                new Canvas(180, 320, 30),
                VideoSettings.DEFAULT,
                7,
                null,
                List.of(
                        sentence(
                                store,
                                "Bees dance to tell others.",
                                new Visual.Still(photo, 600, 400, 1, 1.1, 0.5, 0.4)),
                        sentence(
                                store,
                                "They point at flowers.",
                                new Visual.Footage(clip, 320, 180, Duration.ofMillis(2_400)))));
    }

    private SpokenSentence sentence(ObjectStore store, String text, Visual visual) {
        var length = Duration.ofMillis(2_200);
        var audio = put(store, GeneratedMedia.tone(work.resolve("tone" + text.length() + ".wav"), 330, length));
        var words = new ArrayList<WordTiming>();
        var starts = text.split(" ", -1);
        var at = 0;
        for (var i = 0; i < starts.length; i++) {
            words.add(new WordTiming(
                    at,
                    at + starts[i].length(),
                    Duration.ofMillis(i * 400L),
                    Duration.ofMillis(350),
                    WordTiming.Source.ENGINE,
                    1));
            at += starts[i].length() + 1;
        }
        var speech = new Speech(audio, 48_000, 105_600, words, "test", "voice", false);
        return new SpokenSentence(text, Duration.ofMillis(300), speech, new Shot(List.of(visual), "own", null));
    }

    private static ObjectKey put(ObjectStore store, Path file) {
        var key = new ObjectKey("media/" + file.getFileName());
        store.put(key, file);
        return key;
    }
}

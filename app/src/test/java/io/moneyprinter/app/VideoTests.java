package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.ProcessingStage;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Expected;
import io.moneyprinter.ffmpeg.MediaInfo;
import io.moneyprinter.testing.SharedFfmpeg;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a request over HTTP to a finished film, with everything that lies between. */
class VideoTests {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RunningServer server = RunningServer.get();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path files;

    @Test
    void makesAFilmFromAScript() throws Exception {
        var videoId = create("# Bees\n\nBees dance at home. The dance is a map of 3 meadows.", UUID.randomUUID());

        var progress = new ArrayList<Integer>();
        var status = follow(videoId, progress);

        assertThat(status.error()).isNull();
        assertThat(status.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(status.stages())
                .extracting(ProcessingStage::name)
                .containsExactly("script", "speech", "materials", "render", "finalise");
        assertThat(status.stages()).allSatisfy(stage -> {
            assertThat(stage.status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(stage.progress()).isEqualTo(100);
        });
        assertThat(progress).isSorted().last().isEqualTo(100);
        var film = files.resolve("film.mp4");
        server.client().download("/api/v1/videos/%s/content".formatted(videoId), film);
        var info = SharedFfmpeg.ffmpeg().probe().inspect(film, Expected.of(Set.of(MediaInfo.Kind.VIDEO), "mp4"));
        assertThat(info.width()).isEqualTo(180);
        assertThat(info.height()).isEqualTo(320);
        assertThat(info.duration()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(20));
        assertThat(text(videoId, "/captions.srt")).contains(" --> ").contains("dance");
        assertThat(text(videoId, "/captions.vtt")).startsWith("WEBVTT").contains("meadows");
    }

    @Test
    void servesParts() throws Exception {
        var videoId = create("Bees dance.", UUID.randomUUID());
        follow(videoId, new ArrayList<>());
        var whole = http.send(get(videoId, "/content").build(), HttpResponse.BodyHandlers.ofByteArray());

        var part = http.send(
                get(videoId, "/content").header("Range", "bytes=100-199").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        var beyond = http.send(
                get(videoId, "/content").header("Range", "bytes=999999999-").build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, 200));
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 100-199/" + whole.body().length);
        assertThat(beyond.statusCode()).isEqualTo(416);
    }

    @Test
    void makesOneFilmForOneIdempotencyKey() throws Exception {
        var key = UUID.randomUUID();

        var first = create("Bees dance twice.", key);
        var second = create("Bees dance twice.", key);

        assertThat(second).isEqualTo(first);
        server.client().cancel(first);
    }

    @Test
    void endsACancelledFilmWithinSeconds() throws Exception {
        var videoId = create("Bees dance. ".repeat(60), UUID.randomUUID());

        server.client().cancel(videoId);
        var started = System.nanoTime();
        var status = follow(videoId, new ArrayList<>());

        assertThat(status.status()).isEqualTo(JobStatus.CANCELLED);
        // Not a measurement: the film would take minutes.
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void describesItsApi() throws Exception {
        var request =
                HttpRequest.newBuilder(server.uri().resolve("/v3/api-docs")).build();

        var document = http.send(request, HttpResponse.BodyHandlers.ofString()).body();

        assertThat(document)
                .contains("/api/v1/videos", "video_settings", "/api/v1/materials", "/api/v1/users/me")
                .doesNotContain("/internal/");
    }

    private VideoId create(String script, UUID key) {
        var settings = VideoSettings.DEFAULT.withResolution("180x320").withFps(24);
        var request =
                new VideoRequest(null, null, script, null, "en", null, null, null, List.of(), null, settings, null);
        return server.client().create(request, key.toString()).videoId();
    }

    private VideoStatus follow(VideoId videoId, List<Integer> progress) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var status = server.client().status(videoId);
            progress.add(status.progress());
            if (status.status().terminal()) {
                return status;
            }
            assertThat(System.nanoTime()).as("%s", status).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private HttpRequest.Builder get(VideoId videoId, String suffix) {
        return HttpRequest.newBuilder(server.uri().resolve("/api/v1/videos/%s%s".formatted(videoId, suffix)));
    }

    private String text(VideoId videoId, String suffix) throws Exception {
        var file = files.resolve("text");
        server.client().download("/api/v1/videos/%s%s".formatted(videoId, suffix), file);
        return Files.readString(file);
    }
}

package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.EditRequest;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.service.retention.Findings;
import io.moneyprinter.service.retention.Pointing;
import io.moneyprinter.service.retention.Retention;
import io.moneyprinter.service.store.Lifecycle;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoreProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** What becomes of a finished film when all goes that may go. */
class StorageTests {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LATER = Duration.ofDays(400);

    private final RunningServer server = RunningServer.get();

    @TempDir
    private Path files;

    @Test
    void keepsFilmsWholeAndOpenToEditsWhenAllGoesThatMayGo() throws Exception {
        var settings = VideoSettings.DEFAULT.withResolution("180x320").withFps(24);
        var script = "# Bees\n\nBees dance at home. The dance is a map of 3 meadows.";
        var film = server.client()
                .create(
                        new VideoRequest(
                                null, null, script, null, "en", null, null, null, List.of(), null, settings, null),
                        UUID.randomUUID().toString())
                .videoId();
        follow(film);
        assertThat(server.bean(Retention.class).verify(true)).satisfies(StorageTests::agrees);

        var collected = retention().collect(true);

        assertThat(collected).satisfies(StorageTests::agrees);
        assertThat(collected.collected().count()).isPositive();
        var left = retention().verify(true);
        assertThat(left).satisfies(StorageTests::agrees);
        assertThat(left.stored(Lifecycle.CACHE).count()).as("chunks").isZero();
        assertThat(left.orphans().count()).isZero();
        for (var part : List.of("content", "preview", "thumbnail", "captions.vtt", "captions.srt")) {
            server.client().download("/api/v1/videos/%s/%s".formatted(film, part), files.resolve(part));
            assertThat(files.resolve(part)).isNotEmptyFile();
        }

        var edits = new EditRequest(List.of(new Edit.EditCaption(1, "Quite another caption stands here.")));
        var version =
                server.client().edit(film, edits, UUID.randomUUID().toString()).videoId();
        follow(version);

        server.client().download("/api/v1/videos/%s/captions.srt".formatted(version), files.resolve("edited.srt"));
        assertThat(Files.readString(files.resolve("edited.srt"))).contains("Quite another");
        assertThat(server.bean(Retention.class).verify(true)).satisfies(StorageTests::agrees);
    }

    private static void agrees(Findings found) {
        assertThat(found.missing()).isEmpty();
        assertThat(found.damaged()).isEmpty();
        assertThat(found.unreadable()).isEmpty();
        assertThat(found.unchecked()).isZero();
        assertThat(found.checked()).isPositive();
        assertThat(found.foreign().count())
                .as("in namespaces that no service names")
                .isZero();
    }

    /** More than a year later, with room for no chunk at all. */
    private Retention retention() {
        var usual = server.bean(StoreProperties.class);
        var properties = new StoreProperties(
                usual.kind(),
                DataSize.ofBytes(0),
                usual.cacheKeep(),
                usual.grace(),
                usual.renditionKeep(),
                usual.sweep());
        return new Retention(
                server.bean(ObjectStore.class),
                server.bean(DataSource.class),
                Pointing.ofAllServices(),
                properties,
                Clock.offset(Clock.systemUTC(), LATER));
    }

    private void follow(VideoId video) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var status = server.client().status(video);
        while (!status.status().terminal()) {
            assertThat(System.nanoTime()).as("%s", status).isLessThan(deadline);
            Thread.sleep(100);
            status = server.client().status(video);
        }
        assertThat(status.error()).isNull();
        assertThat(status.status()).isEqualTo(JobStatus.COMPLETED);
    }
}

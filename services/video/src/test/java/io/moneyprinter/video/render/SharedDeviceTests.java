package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.video.plan.FilmPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several films on one device at the same time. */
class SharedDeviceTests {

    @TempDir
    Path work;

    private GpuStudio studio;

    @BeforeEach
    void open() {
        studio = new GpuStudio(work);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    /** Another tenant, or a game, has two of the three sessions. */
    @Test
    void makesDoWithTheSessionsThatOthersLeave() throws Exception {
        var plan = studio.planForGpu(Duration.ofMillis(500));
        studio.gpus.limit("nvenc-0", 1);

        inParallel(List.of(new Part(Film.VIDEO, plan)));

        assertThat(studio.gpus.turnedAway("nvenc-0")).isPositive();
        assertThat(studio.gpus.mostSessions("nvenc-0")).isLessThanOrEqualTo(3);
        assertThat(studio.decoded(studio.finish(plan).key())).hasSize((int) plan.frames());
    }

    @Test
    void sharesTheSessionsAmongTenants() throws Exception {
        var one = studio.plan();
        var two = studio.planForGpu(Duration.ofMillis(500));
        assertThat(one.keys()).doesNotContainAnyElementsOf(two.keys());

        var made = inParallel(List.of(new Part(new VideoId("one"), one), new Part(new VideoId("two"), two)));

        assertThat(made).extracting(Rendition::encoder).containsOnly("h264_nvenc");
        assertThat(studio.gpus.turnedAway("nvenc-0")).isZero();
        assertThat(studio.gpus.mostSessions("nvenc-0")).isEqualTo(3);
        assertThat(studio.gpus.openSessions("nvenc-0")).isZero();
        assertThat(studio.decoded(studio.finish(one).key())).hasSize((int) one.frames());
        assertThat(studio.decoded(studio.finish(two).key())).hasSize((int) two.frames());
    }

    /** Two videos that show the same, of which the second finds out from the first that the device is lost. */
    @Test
    void losesTheDeviceOfEveryFilmThatHasTheChunk() throws Exception {
        var one = studio.plan();
        studio.gpus.misbehave("nvenc-0", "fail", "all");

        var made = inParallel(List.of(new Part(new VideoId("one"), one), new Part(new VideoId("two"), one)));

        assertThat(made).extracting(Rendition::encoder).containsOnly("libx264");
        assertThat(studio.finish(one).encoder()).isEqualTo("libx264");
    }

    private record Part(VideoId video, FilmPlan plan) {}

    private List<Rendition> inParallel(List<Part> parts) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Rendition>>();
            for (var part : parts) {
                for (var chunk : part.plan().chunks()) {
                    running.add(
                            threads.submit(() -> studio.renderer().chunk(part.video(), part.plan(), chunk.index())));
                }
            }
            var made = new ArrayList<Rendition>();
            for (var chunk : running) {
                made.add(chunk.get());
            }
            return made;
        }
    }
}

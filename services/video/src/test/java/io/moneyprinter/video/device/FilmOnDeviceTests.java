package io.moneyprinter.video.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.testing.device.DeviceStandIn;
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

class FilmOnDeviceTests {

    @TempDir
    Path work;

    private DeviceStandIn gpus;
    private Ffmpeg ffmpeg;

    @BeforeEach
    void prepare() {
        gpus = new DeviceStandIn(work.resolve("gpus")).with("nvenc-0", 3);
        ffmpeg = gpus.ffmpeg(6);
    }

    @AfterEach
    void close() {
        ffmpeg.close();
    }

    @Test
    void encodesAWholeFilmOnTheDevice() throws Exception {
        var film = film(3);

        for (var i = 0; i < 3; i++) {
            assertThat(film.chunk(i)).isEqualTo(new DeviceFilm.Made(film.encoder.key(i), "h264_nvenc", null));
        }

        var joined = film.join();
        assertThat(frames(joined)).isEqualTo(90);
        assertThat(film.playsByItsHeader(joined)).isTrue();
    }

    /** Why films are made of the chunks of one encoder. FFmpeg itself would play this one. */
    @Test
    void doesNotPlayEverywhereWhenChunksOfTwoEncodersAreJoined() throws Exception {
        var film = film(2);
        var first = film.chunk(0).key();
        var second = film.onCpu(1, null).key();

        var joined = film.join(List.of(first, second));

        assertThat(frames(joined)).isEqualTo(60);
        assertThat(film.playsByItsHeader(joined)).isFalse();
    }

    @Test
    void goesOnWithTheCpuInTheSameJobWhenTheDeviceIsLost() throws Exception {
        var film = film(4);
        film.chunk(0);
        film.chunk(1);
        gpus.misbehave("nvenc-0", "fail", "all");
        var encodes = gpus.encodes("nvenc-0");

        var third = film.chunk(2);
        var fourth = film.chunk(3);

        var reason = "nvenc:0: it was lost: EncodePicture failed!: generic error (20): (no details)";
        assertThat(third).isEqualTo(new DeviceFilm.Made(film.encoder.cpuKeys().get(2), "libx264", reason));
        assertThat(fourth).isEqualTo(new DeviceFilm.Made(film.encoder.cpuKeys().get(3), "libx264", reason));
        assertThat(gpus.encodes("nvenc-0")).isEqualTo(encodes + 1);
        var joined = film.join();
        assertThat(frames(joined)).isEqualTo(120);
        assertThat(film.playsByItsHeader(joined)).isTrue();
        assertThat(film.encoder.cpuKeys()).allMatch(film.store::exists);
    }

    @Test
    void triesASecondDeviceBeforeTheCpu() {
        gpus.with("nvenc-1", 3);
        var film = film(1);
        gpus.misbehave("nvenc-0", "die", "all");

        assertThat(film.chunk(0)).isEqualTo(new DeviceFilm.Made(film.encoder.key(0), "h264_nvenc", null));
    }

    @Test
    void saysOfEveryDeviceWhatWentWrong() {
        gpus.with("nvenc-1", 3);
        var film = film(1);
        gpus.misbehave("nvenc-0", "die", "all");
        gpus.misbehave("nvenc-1", "wrong", "all");

        assertThat(film.chunk(0))
                .isEqualTo(new DeviceFilm.Made(
                        film.encoder.cpuKeys().get(0),
                        "libx264",
                        "nvenc:0: its driver crashed; nvenc:1: what it wrote does not have the right pictures"));
    }

    @Test
    void doesNotWaitForEverForADeviceThatHangs() {
        var film = new DeviceFilm(work, ffmpeg, 1, Duration.ofSeconds(2));
        gpus.misbehave("nvenc-0", "hang", "all");

        assertThat(film.chunk(0).note()).isEqualTo("nvenc:0: it did not end in time");
        assertThat(gpus.openSessions("nvenc-0")).isZero();
    }

    @Test
    void opensNoMoreSessionsThanTheDeviceBears() throws Exception {
        var film = film(12);

        var made = all(film, 12);

        assertThat(made).extracting(DeviceFilm.Made::encoder).containsOnly("h264_nvenc");
        assertThat(gpus.turnedAway("nvenc-0")).isZero();
        assertThat(gpus.mostSessions("nvenc-0")).isEqualTo(3);
    }

    /** Somebody's game or meeting has two of the three sessions. */
    @Test
    void makesDoWithTheSessionsThatOthersLeave() throws Exception {
        var film = film(8);
        gpus.limit("nvenc-0", 1);

        var made = all(film, 8);

        assertThat(made).hasSize(8);
        assertThat(gpus.turnedAway("nvenc-0")).isPositive().isLessThanOrEqualTo(4);
        assertThat(frames(film.join())).isEqualTo(240);
    }

    private DeviceFilm film(int chunks) {
        return new DeviceFilm(work, ffmpeg, chunks, Duration.ofMinutes(1));
    }

    private long frames(Path file) {
        return ffmpeg.probe().countFrames(file);
    }

    private static ArrayList<DeviceFilm.Made> all(DeviceFilm film, int chunks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<DeviceFilm.Made>>();
            for (var i = 0; i < chunks; i++) {
                var index = i;
                running.add(threads.submit(() -> film.chunk(index)));
            }
            var made = new ArrayList<DeviceFilm.Made>();
            for (var chunk : running) {
                made.add(chunk.get());
            }
            return made;
        }
    }
}

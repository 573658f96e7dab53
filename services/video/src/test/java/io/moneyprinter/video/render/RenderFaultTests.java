package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.GeneratedMedia;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong while a film is made leaves nothing behind, and nothing broken is published. */
class RenderFaultTests {

    private static final Duration WHOLE = Duration.ofHours(1);

    @TempDir
    Path work;

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom() throws Exception {
        var disk = Files.createDirectories(work.resolve("disk"));
        assumeTrue(command("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()), "may not mount a disk");
        try {
            var film = film(disk);
            var plan = film.plan(TransitionStyle.CUT, WHOLE);
            var ballast = disk.resolve("ballast");
            fill(ballast, disk);

            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> film.renderer.chunk(Film.VIDEO, plan, 0))
                    .satisfies(full -> assertThat(full.code()).isEqualTo(FfmpegErrorCode.STORAGE_FULL))
                    .satisfies(
                            full -> assertThat(full.code().kind().retryable()).isTrue());
            assertThat(incoming(disk)).isZero();
            assertThat(film.store.exists(plan.chunks().getFirst().key())).isFalse();

            Files.delete(ballast);

            assertThat(film.renderer.chunk(Film.VIDEO, plan, 0).frames()).isEqualTo(plan.frames());
            assertThat(film.renderer.running(Film.VIDEO)).isZero();
        } finally {
            command("umount", disk.toString());
        }
    }

    @Test
    void publishesNoFilmThatIsNotAsPlanned() {
        var film = film(work);
        var plan = film.plan(TransitionStyle.CUT, WHOLE);
        // A sound that is a second too short.
        var mix = film.put(GeneratedMedia.tone(work.resolve("short.m4a"), 440, Duration.ofSeconds(1)));
        film.renderer.chunk(Film.VIDEO, plan, 0);
        film.renderer.finisher().join(Film.VIDEO, plan, mix);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> film.renderer.finisher().optimise(Film.VIDEO, plan, mix))
                .withMessageContaining("seconds of sound (expected: 3.200)")
                .extracting(CodedException::code)
                .isEqualTo(RenderErrorCode.RENDITION_WRONG);
        assertThat(work.resolve("store/incoming")).isEmptyDirectory();
    }

    @Test
    void deletesWhatKilledProcessesHaveLeft() throws Exception {
        var parent = Files.createDirectories(work.resolve("work"));
        var old = Files.createDirectory(parent.resolve("piece-old"));
        Files.writeString(old.resolve("captions.txt"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        var young = Files.createDirectory(parent.resolve("piece-young"));

        film(work);

        assertThat(old).doesNotExist();
        assertThat(young).isDirectory();
    }

    private static Film film(Path directory) {
        var film = new Film(directory);
        return film.sentence(Duration.ofSeconds(2), film.footage("clip", 320, 180, 25, 75));
    }

    private static void fill(Path ballast, Path disk) throws IOException {
        var free = (int) Files.getFileStore(disk).getUsableSpace();
        Files.write(ballast, new byte[free - 100_000]);
    }

    private static int incoming(Path disk) throws IOException {
        try (var files = Files.list(disk.resolve("store/incoming"))) {
            return (int) files.count();
        }
    }

    private static boolean command(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        return process.waitFor() == 0;
    }
}

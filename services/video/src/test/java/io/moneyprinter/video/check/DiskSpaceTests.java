package io.moneyprinter.video.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTests {

    @Test
    void expectsATenthOfAGigabyteForAMinute() {
        assertThat(DiskSpace.expected(1080, 1920, 1_800)).isBetween(90L << 20, 150L << 20);
        assertThat(DiskSpace.most(1080, 1920, 1_800)).isBetween(1L << 30, 3L << 30);
    }

    @Test
    void refusesToStartWhereThereIsNoRoom(@TempDir Path work) {
        assertThatCode(() -> DiskSpace.require(work.resolve("film.mp4"), 1_000)).doesNotThrowAnyException();
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> DiskSpace.require(work.resolve("film.mp4"), 1L << 60))
                .withMessageContaining("MiB are free")
                .extracting(CodedException::code)
                .isEqualTo(FfmpegErrorCode.STORAGE_FULL);
    }

    @Test
    void knowsADiskThatIsFull() throws Exception {
        // The device that never has room says what a full disk says.
        var failure = full();

        assertThat(DiskSpace.explained(failure))
                .isInstanceOfSatisfying(
                        CodedException.class,
                        coded -> assertThat(coded.code()).isEqualTo(FfmpegErrorCode.STORAGE_FULL));
        var other = new UncheckedIOException("cannot write", new IOException("Permission denied"));
        assertThat(DiskSpace.explained(other)).isSameAs(other);
    }

    private static UncheckedIOException full() {
        try {
            Files.write(Path.of("/dev/full"), new byte[10]);
        } catch (IOException e) {
            return new UncheckedIOException("cannot write", e);
        }
        throw new AssertionError("the full device had room");
    }
}

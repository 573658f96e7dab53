package io.moneyprinter.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedDirectoryTests {

    @TempDir
    Path directory;

    @Test
    void isWholeForEverybodyWhoComesAtTheSameTime() throws Exception {
        var target = directory.resolve("tool-1.0");
        var barrier = new CyclicBarrier(8);
        Callable<Path> unpack = () -> {
            barrier.await();
            return UnpackedDirectory.of(target, work -> Files.writeString(work.resolve("tool"), "1.0"));
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done :
                    threads.invokeAll(Stream.generate(() -> unpack).limit(8).toList())) {
                assertThat(done.get().resolve("tool")).hasContent("1.0");
            }
        }
        assertThat(directory).isDirectoryNotContaining(file -> file.toString().contains("incoming"));
    }

    @Test
    void leavesNothingBehindWhenFillingFails() {
        var target = directory.resolve("tool-1.0");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> UnpackedDirectory.of(target, work -> {
                    Files.writeString(work.resolve("half"), "");
                    throw new IOException("disk full");
                }));

        assertThat(directory).isEmptyDirectory();
    }
}

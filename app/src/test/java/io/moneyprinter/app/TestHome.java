package io.moneyprinter.app;

import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Data directories for servers that are there to show something else than how a first start goes: they use the
 * PostgreSQL and the FFmpeg that all tests share. {@link RunningServer} has its own.
 */
public final class TestHome {

    private TestHome() {}

    /** @param settings further ones, as lines of YAML */
    public static void furnish(Path home, String settings) {
        var shared = Stream.concat(
                Stream.of(TestDatabase.withSchemas().properties()),
                Stream.of("moneyprinter.ffmpeg.directory=" + SharedFfmpeg.directory()));
        var lines = shared.map(property -> property.replaceFirst("=(.*)", ": '$1'\n"))
                .collect(Collectors.joining());
        try {
            Files.writeString(Files.createDirectories(home).resolve("application.yaml"), lines + settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.moneyprinter.service.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/** The data directory of this installation: created on first use, safe to delete when nothing runs. */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** {@code moneyprinter.home}, which is {@code MONEYPRINTER_HOME} in the process environment, or the default. */
    public static DataDirectory of(Environment environment) {
        var configured = environment.getProperty("moneyprinter.home", "");
        return new DataDirectory(
                configured.isBlank() ? Path.of(System.getProperty("user.home"), ".moneyprinter") : Path.of(configured));
    }

    /** A directory below the root, created if needed. */
    public Path directory(String first, String... more) {
        var directory = root.resolve(Path.of(first, more));
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory, e);
        }
    }
}

package io.moneyprinter.service.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data directory of this installation: created on first use, safe to delete when nothing runs. */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
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

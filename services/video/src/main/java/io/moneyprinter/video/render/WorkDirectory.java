package io.moneyprinter.video.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A place for what is needed while a piece is made. Gone when closed. */
record WorkDirectory(Path path) implements AutoCloseable {

    static WorkDirectory in(Path parent) {
        try {
            return new WorkDirectory(Files.createTempDirectory(Files.createDirectories(parent), "piece-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a directory in " + parent, e);
        }
    }

    @Override
    public void close() {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}

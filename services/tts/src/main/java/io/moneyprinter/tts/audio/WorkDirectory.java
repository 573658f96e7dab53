package io.moneyprinter.tts.audio;

import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place for the files that a voice makes. Gone when closed. */
public record WorkDirectory(Path path) implements AutoCloseable {

    /** @param purpose ends its name */
    public static WorkDirectory in(ObjectStore store, String purpose) {
        var path = store.newFile(purpose);
        try {
            return new WorkDirectory(Files.createDirectory(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot work in " + path, e);
        }
    }

    @Override
    public void close() {
        try (var files = Files.newDirectoryStream(path)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The store removes what is left in time.
        }
    }
}

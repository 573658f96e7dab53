package io.moneyprinter.video.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;

/** A place for what is needed while a piece is made. Gone when closed. */
record WorkDirectory(Path path) implements AutoCloseable {

    private static final String PREFIX = "piece-";

    /** No piece takes as long as this; what is older was left by a process that died. */
    private static final Duration LEFT_OVER = Duration.ofDays(1);

    /** Deletes what was left below {@code parent} by processes that were killed. */
    static void removeLeftOvers(Path parent, Clock clock) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        var oldest = clock.instant().minus(LEFT_OVER);
        try (var pieces = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (var piece : pieces) {
                if (Files.getLastModifiedTime(piece).toInstant().isBefore(oldest)) {
                    new WorkDirectory(piece).close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up " + parent, e);
        }
    }

    static WorkDirectory in(Path parent) {
        try {
            return new WorkDirectory(Files.createTempDirectory(Files.createDirectories(parent), PREFIX));
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

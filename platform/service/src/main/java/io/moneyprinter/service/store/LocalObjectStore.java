package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Objects as files below one directory, which several processes of one machine may share. */
public final class LocalObjectStore implements ObjectStore {

    /** No piece of work takes as long as this; what is older was left by a process that died. */
    private static final Duration LEFT_OVER = Duration.ofDays(1);

    private final Path objects;
    private final Path incoming;
    private final ChunkCache cache;

    /** Keeps everything. */
    public LocalObjectStore(Path root, Clock clock) {
        this(root, clock, CacheLimit.NONE);
    }

    public LocalObjectStore(Path root, Clock clock, CacheLimit limit) {
        try {
            objects = Files.createDirectories(root.resolve("objects")).toAbsolutePath();
            incoming = Files.createDirectories(root.resolve("incoming")).toAbsolutePath();
            cache = new ChunkCache(objects, incoming, clock, limit);
            removeLeftOvers(clock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use %s as object store".formatted(root), e);
        }
    }

    @Override
    public boolean exists(ObjectKey key) {
        var path = path(key);
        return Files.isRegularFile(path) && (!ChunkCache.holds(key) || cache.use(path));
    }

    @Override
    public Path file(ObjectKey key) {
        var path = path(key);
        if (!exists(key)) {
            throw new CodedException(CommonErrorCode.OBJECT_NOT_FOUND, "no object %s".formatted(key));
        }
        return path;
    }

    @Override
    public void put(ObjectKey key, Path file) {
        try {
            if (exists(key)) {
                Files.deleteIfExists(file);
                return;
            }
            var own = file.startsWith(incoming) ? file : copy(file, newFile(key.extension()));
            if (ChunkCache.holds(key)) {
                cache.fresh(own);
            }
            force(own);
            var directory = Files.createDirectories(directory(key));
            Files.move(own, path(key), StandardCopyOption.ATOMIC_MOVE);
            force(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store %s".formatted(key), e);
        }
        if (ChunkCache.holds(key)) {
            cache.makeRoom();
        }
    }

    @Override
    public void put(ObjectKey key, byte[] content) {
        var file = newFile(key.extension());
        try {
            Files.write(file, content);
        } catch (IOException e) {
            deleteQuietly(file, e);
            throw new UncheckedIOException("cannot store %s".formatted(key), e);
        }
        put(key, file);
    }

    @Override
    public void delete(ObjectKey key) {
        try {
            Files.deleteIfExists(path(key));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete %s".formatted(key), e);
        }
    }

    @Override
    public Path newFile(String extension) {
        return incoming.resolve(UUID.randomUUID() + "." + extension);
    }

    private Path path(ObjectKey key) {
        return objects.resolve(key.value());
    }

    private Path directory(ObjectKey key) {
        return objects.resolve(key.value().substring(0, key.value().lastIndexOf('/')));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try {
            return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            try {
                Files.copy(from, to);
            } catch (IOException e) {
                deleteQuietly(to, e);
                throw e;
            }
            Files.delete(from);
            return to;
        }
    }

    /** What was written of a file that has no room helps nobody, and takes the room of others. */
    private static void deleteQuietly(Path file, IOException reason) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Without this a power cut may leave a name without content. */
    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void removeLeftOvers(Clock clock) throws IOException {
        var oldest = clock.instant().minus(LEFT_OVER);
        try (var files = Files.newDirectoryStream(incoming)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}

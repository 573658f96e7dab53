package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Objects as files below one directory, which several processes of one machine may share. */
public final class LocalObjectStore implements ObjectStore, Inventory {

    private final ObjectDirectory directory;
    private final FileCache chunks;

    /** Keeps everything. */
    public LocalObjectStore(Path root, Clock clock) {
        this(root, clock, CacheLimit.NONE);
    }

    public LocalObjectStore(Path root, Clock clock, CacheLimit limit) {
        directory = new ObjectDirectory(root, clock);
        chunks = new FileCache(directory, Lifecycle.CHUNKS, clock, limit);
    }

    @Override
    public boolean exists(ObjectKey key) {
        return directory.use(key);
    }

    @Override
    public Path file(ObjectKey key) {
        if (!directory.use(key)) {
            throw new CodedException(CommonErrorCode.OBJECT_NOT_FOUND, "no object %s".formatted(key));
        }
        return directory.path(key);
    }

    @Override
    public void put(ObjectKey key, Path file) {
        // Gone in any case.
        try (Closeable _ = () -> Files.deleteIfExists(file)) {
            if (exists(key)) {
                return;
            }
            var own = directory.own(file, key.extension());
            try (Closeable _ = () -> Files.deleteIfExists(own)) {
                directory.place(key, own, Checksum.of(own));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store %s".formatted(key), e);
        }
        if (Lifecycle.of(key) == Lifecycle.CACHE) {
            chunks.makeRoom();
        }
    }

    @Override
    public void put(ObjectKey key, byte[] content) {
        put(key, directory.written(key, content));
    }

    @Override
    public void delete(ObjectKey key) {
        directory.remove(key);
    }

    @Override
    public Path newFile(String extension) {
        return directory.newFile(extension);
    }

    @Override
    public void forEach(Consumer<StoredObject> each) {
        try {
            directory.forEach("", each);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + directory, e);
        }
    }

    @Override
    public boolean deleteUnused(ObjectKey key, Instant lastUse) {
        try {
            return directory.removeUnused(key, lastUse);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete %s".formatted(key), e);
        }
    }

    @Override
    public Condition condition(ObjectKey key) {
        var path = directory.path(key);
        try {
            var stored = Checksum.attachedTo(path);
            var now = Checksum.of(path);
            return stored.map(before -> before.equals(now) ? Condition.WHOLE : Condition.DAMAGED)
                    .orElse(Condition.UNKNOWN);
        } catch (NoSuchFileException gone) {
            return Condition.GONE;
        } catch (IOException unreadable) {
            return Condition.DAMAGED;
        }
    }

    @Override
    public Tally leftOvers(Instant since, Predicate<ObjectKey> ours, boolean remove) {
        return directory.leftOvers(since, remove);
    }

    /** Where it is, for people. */
    @Override
    public String toString() {
        return directory.toString();
    }
}

package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/**
 * Objects as files below one directory, which several processes of one machine may share. A file is there whole, with
 * the checksum that it was stored with, or it is not there.
 *
 * <p>When an object was used is the time of its file, so that all processes know it. One is taken away in two steps:
 * out of sight, then gone, unless it was used in between, when it is put back.
 */
public final class ObjectDirectory {

    /** No piece of work takes as long as this; what is older was left by a process that died. */
    private static final Duration LEFT_OVER = Duration.ofDays(1);

    /** A use is noted at most as often as this, since noting it costs a write. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final Path objects;
    private final Path incoming;
    private final Clock clock;

    /** @param root gets {@code objects} and {@code incoming} below it; what dead processes left there is removed */
    public ObjectDirectory(Path root, Clock clock) {
        this.clock = clock;
        try {
            objects = Files.createDirectories(root.resolve("objects")).toAbsolutePath();
            incoming = Files.createDirectories(root.resolve("incoming")).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use %s as object store".formatted(root), e);
        }
        leftOvers(clock.instant().minus(LEFT_OVER), true);
    }

    /** Where the object is, or would be. */
    public Path path(ObjectKey key) {
        return objects.resolve(key.value());
    }

    /** Notes that an object is used; false when it is not there. */
    public boolean use(ObjectKey key) {
        var path = path(key);
        try {
            if (!Files.isRegularFile(path)) {
                return false;
            }
            var now = clock.instant();
            if (!Files.getLastModifiedTime(path).toInstant().isBefore(now.minus(NOTED))) {
                return true;
            }
            Files.setLastModifiedTime(path, FileTime.from(now));
            // A file is opened to have its time set. Whoever took it away in between, and looked, did not see our time.
            return Files.isRegularFile(path);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the use of " + path, e);
        }
    }

    /** A path for a new file that {@link #place} can take over cheaply. */
    public Path newFile(String extension) {
        return incoming.resolve(UUID.randomUUID() + "." + extension);
    }

    /** A new file with that content, to become the object of that key. */
    public Path written(ObjectKey key, byte[] content) {
        var file = newFile(key.extension());
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            deleteQuietly(file, e);
            throw new UncheckedIOException("cannot store %s".formatted(key), e);
        }
    }

    /** The file itself, where it came from {@link #newFile}; else another one with its content, and it is gone. */
    public Path own(Path file, String extension) throws IOException {
        return file.startsWith(incoming) ? file : moved(file, newFile(extension));
    }

    /**
     * Makes a file an object, unless there is one meanwhile, which stays: people may be reading it. Durable on return.
     *
     * @param own as of {@link #own}; gone afterwards
     * @param checksum of the file
     */
    public void place(ObjectKey key, Path own, Checksum checksum) throws IOException {
        var directory = prepare(key, own, checksum);
        nameOnce(own, path(key));
        force(directory);
    }

    /**
     * The same for a copy of what lies elsewhere. One that is there is replaced: it may be of an object that was
     * deleted there and made again.
     */
    public void replace(ObjectKey key, Path own, Checksum checksum) throws IOException {
        var directory = prepare(key, own, checksum);
        Files.move(own, path(key), StandardCopyOption.ATOMIC_MOVE);
        force(directory);
    }

    /** Returns the directory that the object is to be in. */
    private Path prepare(ObjectKey key, Path own, Checksum checksum) throws IOException {
        checksum.attachTo(own);
        Files.setLastModifiedTime(own, FileTime.from(clock.instant()));
        force(own);
        return Files.createDirectories(Objects.requireNonNull(path(key).getParent()));
    }

    /** A move, even one that is atomic, would replace what has that name; a link does not. */
    private static void nameOnce(Path file, Path name) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (FileAlreadyExistsException first) {
            // It stays.
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            // Some file systems have none: there the last one of those who write at the same moment wins.
            if (!Files.exists(name)) {
                Files.move(file, name, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.deleteIfExists(file);
    }

    /** Does nothing when there is no such object. */
    public void remove(ObjectKey key) {
        try {
            Files.deleteIfExists(path(key));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete %s".formatted(key), e);
        }
    }

    /** False when it was used after that time. One that another process has removed is removed as well. */
    public boolean removeUnused(ObjectKey key, Instant lastUse) throws IOException {
        var path = path(key);
        var hidden = newFile("evicted");
        try {
            if (Files.getLastModifiedTime(path).toInstant().isAfter(lastUse)) {
                return false;
            }
            Files.move(path, hidden, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException gone) {
            return true;
        }
        if (Files.getLastModifiedTime(hidden).toInstant().isAfter(lastUse)) {
            nameOnce(hidden, path);
            return false;
        }
        Files.deleteIfExists(hidden);
        return true;
    }

    /**
     * Every object, in no order. Files whose names are no keys are none.
     *
     * @param below only those whose keys begin with it, up to a slash; empty for all
     */
    public void forEach(String below, Consumer<StoredObject> each) throws IOException {
        var root = objects.resolve(below);
        if (!Files.isDirectory(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var name = objects.relativize(file).toString();
                StoredObject.of(
                                name,
                                attributes.size(),
                                attributes.lastModifiedTime().toInstant())
                        .ifPresent(each);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /**
     * What is unfinished and was not written to since then.
     *
     * @param remove whether to remove it
     */
    public Tally leftOvers(Instant since, boolean remove) {
        var found = Tally.NONE;
        try (var files = Files.newDirectoryStream(incoming)) {
            for (var file : files) {
                try {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                        found = found.plus(Files.size(file));
                        if (remove) {
                            // Some work needs a directory.
                            FileSystemUtils.deleteRecursively(file);
                        }
                    }
                } catch (NoSuchFileException gone) {
                    // Another process has finished it.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + incoming, e);
        }
        return found;
    }

    private static Path moved(Path from, Path to) throws IOException {
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
    static void deleteQuietly(Path file, Exception reason) {
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

    @Override
    public String toString() {
        return objects + "/";
    }
}

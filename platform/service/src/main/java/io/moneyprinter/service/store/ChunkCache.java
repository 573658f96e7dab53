package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rendered chunks: the only objects that anybody can make again from what is kept for good. When they are too many,
 * those go that have not been used for the longest time.
 *
 * <p>When a chunk was used is the time of its file, so that all processes on the directory know it. One is taken
 * away in two steps: out of sight, then gone, unless it was used in between, when it is put back. So whoever has
 * found a chunk keeps it for as long as {@link CacheLimit#keep}.
 */
final class ChunkCache {

    private static final Logger log = LoggerFactory.getLogger(ChunkCache.class);
    private static final String NAMESPACE = "chunks/";

    /** A use is noted at most as often as this, since noting it costs a write. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    /** How often the directory is looked through. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Path chunks;
    private final Path incoming;
    private final Clock clock;
    private final CacheLimit limit;
    private final ReentrantLock looking = new ReentrantLock();
    private @Nullable Instant looked;

    ChunkCache(Path objects, Path incoming, Clock clock, CacheLimit limit) {
        this.chunks = objects.resolve(NAMESPACE);
        this.incoming = incoming;
        this.clock = clock;
        this.limit = limit;
    }

    static boolean holds(ObjectKey key) {
        return key.value().startsWith(NAMESPACE);
    }

    /** Notes that a chunk is used; false when it is not there. */
    boolean use(Path chunk) {
        try {
            var now = clock.instant();
            if (Files.getLastModifiedTime(chunk).toInstant().isBefore(now.minus(NOTED))) {
                Files.setLastModifiedTime(chunk, FileTime.from(now));
            }
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the use of " + chunk, e);
        }
    }

    /** The file is about to become a chunk. */
    void fresh(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }

    /** Makes room if that is needed. A chunk that was stored is stored, whatever goes wrong here. */
    void makeRoom() {
        if (limit.bytes() == Long.MAX_VALUE || !looking.tryLock()) {
            return;
        }
        try {
            var now = clock.instant();
            if (looked == null || !now.isBefore(looked.plus(PAUSE))) {
                looked = now;
                evict(now.minus(limit.keep()));
            }
        } catch (IOException | DirectoryIteratorException e) {
            log.warn("no room could be made among the chunks: {}", e.toString());
        } finally {
            looking.unlock();
        }
    }

    private void evict(Instant oldestKept) throws IOException {
        var all = chunks();
        var size = all.stream().mapToLong(Chunk::size).sum();
        if (size <= limit.bytes()) {
            return;
        }
        var gone = 0;
        for (var chunk : all) {
            if (size <= limit.bytes() || !chunk.used().isBefore(oldestKept)) {
                break;
            }
            if (remove(chunk)) {
                size -= chunk.size();
                gone++;
            }
        }
        log.info("{} chunks were removed, {} bytes are left (limit {})", gone, size, limit.bytes());
    }

    /** False when it was used meanwhile. One that another process has removed is removed as well. */
    private boolean remove(Chunk chunk) throws IOException {
        var hidden = incoming.resolve(UUID.randomUUID() + ".evicted");
        try {
            Files.move(chunk.file(), hidden, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException gone) {
            return true;
        }
        if (Files.getLastModifiedTime(hidden).toInstant().isAfter(chunk.used())) {
            Files.move(hidden, chunk.file(), StandardCopyOption.ATOMIC_MOVE);
            return false;
        }
        Files.deleteIfExists(hidden);
        return true;
    }

    /** Those that were used longest ago come first. */
    private List<Chunk> chunks() throws IOException {
        var all = new ArrayList<Chunk>();
        try (var files = Files.newDirectoryStream(chunks)) {
            for (var file : files) {
                try {
                    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    all.add(new Chunk(
                            file,
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()));
                } catch (NoSuchFileException gone) {
                    log.debug("{} is gone", file);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
        all.sort(Comparator.comparing(Chunk::used));
        return all;
    }

    private record Chunk(Path file, long size, Instant used) {}
}

package io.moneyprinter.service.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that anybody can have again, such as rendered chunks and copies of what lies elsewhere. When they are too many,
 * those go that have not been used for the longest time. Whoever has found one keeps it for as long as
 * {@link CacheLimit#keep}.
 */
public final class FileCache {

    private static final Logger log = LoggerFactory.getLogger(FileCache.class);

    /** How often the directory is looked through. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ObjectDirectory directory;
    private final String below;
    private final Clock clock;
    private final CacheLimit limit;
    private final ReentrantLock looking = new ReentrantLock();
    private @Nullable Instant looked;

    /** @param below the part of the directory that is a cache, such as {@code chunks/}; empty for all of it */
    public FileCache(ObjectDirectory directory, String below, Clock clock, CacheLimit limit) {
        this.directory = directory;
        this.below = below;
        this.clock = clock;
        this.limit = limit;
    }

    /** Makes room if that is needed. An object that was stored is stored, whatever goes wrong here. */
    public void makeRoom() {
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
            log.warn("no room could be made among the files of {}: {}", directory, e.toString());
        } finally {
            looking.unlock();
        }
    }

    private void evict(Instant oldestKept) throws IOException {
        var all = new ArrayList<StoredObject>();
        directory.forEach(below, all::add);
        var size = all.stream().mapToLong(StoredObject::size).sum();
        if (size <= limit.bytes()) {
            return;
        }
        all.sort(Comparator.comparing(StoredObject::used));
        var gone = 0;
        for (var object : all) {
            if (size <= limit.bytes() || !object.used().isBefore(oldestKept)) {
                break;
            }
            if (directory.removeUnused(object.key(), object.used())) {
                size -= object.size();
                gone++;
            }
        }
        log.info(
                "{} files of {}{} were removed, {} bytes are left (limit {})",
                gone,
                directory,
                below,
                size,
                limit.bytes());
    }
}

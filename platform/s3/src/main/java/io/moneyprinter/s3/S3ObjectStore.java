package io.moneyprinter.s3;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.s3.Bucket.Head;
import io.moneyprinter.service.store.Checksum;
import io.moneyprinter.service.store.FileCache;
import io.moneyprinter.service.store.Inventory;
import io.moneyprinter.service.store.ObjectDirectory;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoreErrorCode;
import io.moneyprinter.service.store.StoredObject;
import io.moneyprinter.service.store.Tally;
import io.moneyprinter.service.store.Turns;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/**
 * Objects in a bucket, with copies of those that were used lately in a directory. What is in the bucket is the truth;
 * the copies are a cache, whose size is limited and which processes of one machine share.
 *
 * <p>S3 notes when an object was stored, and no use. So whoever finds one that is old copies it onto itself, which makes
 * it new: an object that somebody found a short while ago is never taken for one that nobody needs.
 */
final class S3ObjectStore implements ObjectStore, Inventory, AutoCloseable {

    private final Bucket bucket;
    private final ObjectDirectory copies;
    private final FileCache cache;
    private final Clock clock;
    private final Duration fresh;
    private final S3Properties properties;
    /** So that each object is fetched once. */
    private final Turns fetching = new Turns();

    /**
     * @param cache of {@code copies}
     * @param fresh objects older than this are made new when somebody finds them
     */
    S3ObjectStore(
            Bucket bucket,
            ObjectDirectory copies,
            FileCache cache,
            Clock clock,
            Duration fresh,
            S3Properties properties) {
        this.bucket = bucket;
        this.copies = copies;
        this.cache = cache;
        this.clock = clock;
        this.fresh = fresh;
        this.properties = properties;
    }

    /** Copies are not asked: what another machine deleted is gone. */
    @Override
    public boolean exists(ObjectKey key) {
        var before = clock.instant();
        var head = bucket.head(key);
        if (head.isEmpty()) {
            forget(key, before);
            return false;
        }
        return !head.get().modified().isBefore(clock.instant().minus(fresh)) || bucket.renew(key, head.get());
    }

    /** A copy that came since {@code before} is of one who stored the object after the bucket had said no. */
    private void forget(ObjectKey key, Instant before) {
        try {
            copies.removeUnused(key, before);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the copy of %s".formatted(key), e);
        }
    }

    @Override
    public Path file(ObjectKey key) {
        if (!copies.use(key)) {
            fetching.inTurn(key, () -> {
                if (!copies.use(key)) {
                    fetch(key);
                }
            });
        }
        return copies.path(key);
    }

    @Override
    public long size(ObjectKey key) {
        return bucket.head(key).orElseThrow(() -> notFound(key)).size();
    }

    static CodedException notFound(ObjectKey key) {
        return new CodedException(CommonErrorCode.OBJECT_NOT_FOUND, "no object %s".formatted(key));
    }

    private void fetch(ObjectKey key) {
        var head = bucket.head(key).orElseThrow(() -> notFound(key));
        var file = copies.newFile(key.extension());
        try {
            try (var out = Files.newOutputStream(file)) {
                var checksum = new Download(bucket, key, head).to(out);
                out.close();
                copies.replace(key, file, checksum);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a copy of %s".formatted(key), e);
        }
        cache.makeRoom();
    }

    @Override
    public void put(ObjectKey key, Path file) {
        // Gone in any case.
        try (Closeable _ = () -> Files.deleteIfExists(file)) {
            if (exists(key)) {
                return;
            }
            var own = copies.own(file, key.extension());
            try (Closeable _ = () -> Files.deleteIfExists(own)) {
                var checksum = Checksum.of(own);
                if (bucket.upload(key, own, Files.size(own), checksum)) {
                    copies.replace(key, own, checksum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store %s".formatted(key), e);
        }
        cache.makeRoom();
    }

    @Override
    public void put(ObjectKey key, byte[] content) {
        put(key, copies.written(key, content));
    }

    @Override
    public void delete(ObjectKey key) {
        bucket.delete(key);
        copies.remove(key);
    }

    @Override
    public Path newFile(String extension) {
        return copies.newFile(extension);
    }

    @Override
    public Optional<URI> link(ObjectKey key, Duration ttl, MediaType type, @Nullable ContentDisposition disposition) {
        return Optional.of(bucket.link(key, ttl, type, disposition));
    }

    /** @throws CodedException {@code OBJECT_NOT_FOUND}: people are not sent to where there is nothing */
    @Override
    public Optional<URI> detour(ObjectKey key, MediaType type, @Nullable ContentDisposition disposition) {
        if (properties.serve() != S3Properties.Serve.REDIRECT) {
            return Optional.empty();
        }
        if (bucket.head(key).isEmpty()) {
            throw notFound(key);
        }
        return link(key, properties.presignTtl(), type, disposition);
    }

    @Override
    public void forEach(Consumer<StoredObject> each) {
        bucket.forEach(each);
    }

    @Override
    public boolean deleteUnused(ObjectKey key, Instant lastUse) {
        var head = bucket.head(key);
        if (head.isPresent()
                && (head.get().modified().isAfter(lastUse)
                        || !Bucket.isRenewable(head.get().size()))) {
            return false;
        }
        delete(key);
        return true;
    }

    @Override
    public Condition condition(ObjectKey key) {
        var head = bucket.head(key);
        if (head.isEmpty()) {
            return Condition.GONE;
        }
        return condition(key, head.get());
    }

    private Condition condition(ObjectKey key, Head head) {
        try {
            new Download(bucket, key, head).to(OutputStream.nullOutputStream());
            return head.checksum() == null ? Condition.UNKNOWN : Condition.WHOLE;
        } catch (CodedException e) {
            if (e.code() == StoreErrorCode.OBJECT_DAMAGED) {
                return Condition.DAMAGED;
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s".formatted(key), e);
        }
    }

    @Override
    public Tally leftOvers(Instant since, Predicate<ObjectKey> ours, boolean remove) {
        var local = copies.leftOvers(since, remove);
        var begun = bucket.leftOvers(since, ours, remove);
        return new Tally(local.count() + begun.count(), local.bytes() + begun.bytes());
    }

    /** Where it is, for people. */
    @Override
    public String toString() {
        return "%s, copies in %s".formatted(properties.place(), copies);
    }

    @Override
    public void close() {
        bucket.close();
    }
}

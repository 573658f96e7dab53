package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/**
 * Immutable content by key, shared by all services. A key never changes what it names: whoever stores first wins,
 * and storing the same again does nothing. Safe under concurrent writers, also in other processes.
 *
 * <p>Rendered chunks are a cache: one that was not asked for lately may be gone, and is to be rendered again then.
 * Everything else stays while a row has its key. An object without a row is safe for hours after it was stored, or
 * found by {@link #exists}: whoever wants a row to point to it does one of both before.
 */
public interface ObjectStore {

    boolean exists(ObjectKey key);

    /**
     * A readable local file with the content. Callers do not write to it, move it or keep its path.
     *
     * @throws io.moneyprinter.problem.CodedException {@code OBJECT_NOT_FOUND}
     */
    Path file(ObjectKey key);

    /**
     * In bytes. Says so without fetching the object from where it lies.
     *
     * @throws io.moneyprinter.problem.CodedException {@code OBJECT_NOT_FOUND}
     */
    default long size(ObjectKey key) {
        try {
            return Files.size(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s".formatted(key), e);
        }
    }

    /** Takes {@code file} over: it is moved away if possible, and gone afterwards in any case. Durable on return. */
    void put(ObjectKey key, Path file);

    /** Durable on return. */
    void put(ObjectKey key, byte[] content);

    /** Does nothing when there is no such object. */
    void delete(ObjectKey key);

    /** A path for a new file that {@link #put} can take over cheaply. Left-overs of dead processes are removed. */
    Path newFile(String extension);

    /** Ends a new file, whether it was taken over or not. One that cannot be removed is left over. */
    default void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // As with those of dead processes.
        }
    }

    /**
     * An address at which anybody may {@code GET} the object (and nothing else), also in ranges, without passing
     * through here; empty where objects have no such addresses. Nobody looks whether the object is there.
     *
     * @param ttl how long it works
     * @param type which the answer says, whatever it was stored as
     * @param disposition what a browser is to do with the answer; null to leave that to it
     */
    default Optional<URI> link(ObjectKey key, Duration ttl, MediaType type, @Nullable ContentDisposition disposition) {
        return Optional.empty();
    }

    /** A {@link #link} to send people to who ask us for the object; empty where we are to answer ourselves. */
    default Optional<URI> detour(ObjectKey key, MediaType type, @Nullable ContentDisposition disposition) {
        return Optional.empty();
    }
}

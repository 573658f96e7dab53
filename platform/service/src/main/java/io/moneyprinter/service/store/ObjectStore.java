package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import java.nio.file.Path;

/**
 * Immutable content by key, shared by all services. A key never changes what it names: whoever stores first wins,
 * and storing the same again does nothing. Safe under concurrent writers, also in other processes.
 *
 * <p>Rendered chunks are a cache: one that was not asked for lately may be gone, and is to be rendered again then.
 */
public interface ObjectStore {

    boolean exists(ObjectKey key);

    /**
     * A readable local file with the content. Callers do not write to it, move it or keep its path.
     *
     * @throws io.moneyprinter.problem.CodedException {@code OBJECT_NOT_FOUND}
     */
    Path file(ObjectKey key);

    /** Takes {@code file} over: it is moved away if possible, and gone afterwards in any case. Durable on return. */
    void put(ObjectKey key, Path file);

    /** Durable on return. */
    void put(ObjectKey key, byte[] content);

    /** Does nothing when there is no such object. */
    void delete(ObjectKey key);

    /** A path for a new file that {@link #put} can take over cheaply. Left-overs of dead processes are removed. */
    Path newFile(String extension);
}

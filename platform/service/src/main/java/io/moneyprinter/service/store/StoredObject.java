package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Instant;
import java.util.Optional;

/**
 * An object as a list of the store has it.
 *
 * @param size in bytes
 * @param used when somebody stored it or found it there, as exactly as the store notes it
 */
public record StoredObject(ObjectKey key, long size, Instant used) {

    /** Empty when the name is no key: somebody else put that there. */
    public static Optional<StoredObject> of(String name, long size, Instant used) {
        return key(name).map(key -> new StoredObject(key, size, used));
    }

    /** The key that a name is; empty when it is none. */
    public static Optional<ObjectKey> key(String name) {
        try {
            return Optional.of(new ObjectKey(name));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}

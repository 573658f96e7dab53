package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A store as whoever keeps it in order sees it: all that lies there. */
public interface Inventory {

    /** What a look at the bytes of an object says. */
    enum Condition {
        WHOLE,
        /** Its bytes are not those that were stored. */
        DAMAGED,
        /** It has no checksum to be compared with. */
        UNKNOWN,
        GONE
    }

    /** Every object, in no order; those that come or go meanwhile may or may not be among them. */
    void forEach(Consumer<StoredObject> each);

    /** Deletes an object, unless somebody stored it or found it after that time; false then. */
    boolean deleteUnused(ObjectKey key, Instant lastUse);

    /** Reads the whole object. */
    Condition condition(ObjectKey key);

    /**
     * What was begun and not written to since then: its writer is dead.
     *
     * @param ours which objects are, where others may have begun some, too
     * @param remove whether to remove it
     */
    Tally leftOvers(Instant since, Predicate<ObjectKey> ours, boolean remove);
}

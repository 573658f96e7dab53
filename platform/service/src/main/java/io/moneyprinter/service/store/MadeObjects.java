package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Objects that are made where they are missing. Whoever wants one that another thread is making waits for it; between
 * processes the first one wins, as with everything that is stored.
 *
 * <p>All who make objects of a kind share one of these.
 */
public final class MadeObjects {

    private final ObjectStore store;
    private final Turns turns = new Turns();

    public MadeObjects(ObjectStore store) {
        this.store = store;
    }

    /** How an object is made. */
    @FunctionalInterface
    public interface Making {

        /** @param file a new one, to be written; it is gone afterwards, whatever happens */
        void to(Path file) throws IOException;
    }

    /**
     * Makes the object if it is not there. When it cannot be made, the failure is thrown, and whoever waited tries
     * next.
     *
     * @return its key
     */
    public ObjectKey get(ObjectKey key, Making making) {
        if (!store.exists(key)) {
            turns.inTurn(key, () -> {
                // Whoever waited finds what the one before has made.
                if (!store.exists(key)) {
                    make(key, making);
                }
            });
        }
        return key;
    }

    private void make(ObjectKey key, Making making) {
        var file = store.newFile(key.extension());
        try {
            making.to(file);
            store.put(key, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make %s".formatted(key), e);
        } finally {
            store.discard(file);
        }
    }
}

package io.moneyprinter.materials.intake;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.ObjectStore;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A store in which something happens before an object is looked for.
 *
 * @param before is told the object, and may fail
 */
public record WatchedStore(ObjectStore real, Consumer<ObjectKey> before) implements ObjectStore {

    @Override
    public boolean exists(ObjectKey key) {
        before.accept(key);
        return real.exists(key);
    }

    @Override
    public Path file(ObjectKey key) {
        before.accept(key);
        return real.file(key);
    }

    @Override
    public void put(ObjectKey key, Path file) {
        real.put(key, file);
    }

    @Override
    public void put(ObjectKey key, byte[] content) {
        real.put(key, content);
    }

    @Override
    public void delete(ObjectKey key) {
        real.delete(key);
    }

    @Override
    public Path newFile(String extension) {
        return real.newFile(extension);
    }
}

package io.moneyprinter.testing.store;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.ObjectStore;
import java.nio.file.Path;

/** Does what another store does. Subclasses let something go wrong. */
public abstract class ForwardingStore implements ObjectStore {

    private final ObjectStore real;

    protected ForwardingStore(ObjectStore real) {
        this.real = real;
    }

    @Override
    public boolean exists(ObjectKey key) {
        return real.exists(key);
    }

    @Override
    public Path file(ObjectKey key) {
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

package io.moneyprinter.materials.intake;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.store.ForwardingStore;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A store in which something happens before an object is looked for. */
public final class WatchedStore extends ForwardingStore {

    private final Consumer<ObjectKey> before;

    /** @param before is told the object, and may fail */
    public WatchedStore(ObjectStore real, Consumer<ObjectKey> before) {
        super(real);
        this.before = before;
    }

    @Override
    public boolean exists(ObjectKey key) {
        before.accept(key);
        return super.exists(key);
    }

    @Override
    public Path file(ObjectKey key) {
        before.accept(key);
        return super.file(key);
    }
}

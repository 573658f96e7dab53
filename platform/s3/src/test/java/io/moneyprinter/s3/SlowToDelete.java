package io.moneyprinter.s3;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.Inventory;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoredObject;
import io.moneyprinter.service.store.Tally;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.store.ForwardingStore;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** As a bucket is: decides that an object can go, and deletes it later, whatever has happened in between. */
final class SlowToDelete extends ForwardingStore implements Inventory {

    private final ObjectStore store;
    private final TestDatabase database;
    private final CountDownLatch decided = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    SlowToDelete(ObjectStore store, TestDatabase database) {
        super(store);
        this.store = store;
        this.database = database;
    }

    void awaitDecision() throws InterruptedException {
        decided.await();
    }

    /** Has it delete as soon as somebody waits for a lock, or needs none. */
    void goOnWhenSomebodyWaitsOr(Future<?> ended) throws InterruptedException {
        while (!ended.isDone() && !isAwaited()) {
            Thread.sleep(10);
        }
        goOn.countDown();
    }

    private boolean isAwaited() {
        return database.jdbc()
                .sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean deleteUnused(ObjectKey key, Instant lastUse) {
        decided.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        store.delete(key);
        return true;
    }

    @Override
    public void forEach(Consumer<StoredObject> each) {
        ((Inventory) store).forEach(each);
    }

    @Override
    public Condition condition(ObjectKey key) {
        return ((Inventory) store).condition(key);
    }

    @Override
    public Tally leftOvers(Instant since, Predicate<ObjectKey> ours, boolean remove) {
        return ((Inventory) store).leftOvers(since, ours, remove);
    }
}

package io.moneyprinter.s3;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.store.ObjectStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/** The store of one machine passes what the store in a bucket passes. */
class LocalObjectStoreTests extends ObjectStoreContract {

    private final SettableClock clock = new SettableClock();

    @Override
    protected ObjectStore open(Path directory) {
        return new LocalObjectStore(directory, clock);
    }

    @Override
    protected ObjectStore another(Path directory) {
        return open(work.resolve("one"));
    }

    @Override
    protected void pass() {
        clock.advance(Duration.ofMinutes(2));
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected void spoil(ObjectKey key) throws IOException {
        var file = work.resolve("one/objects").resolve(key.value());
        var content = Files.readAllBytes(file);
        content[0] ^= 1;
        Files.write(file, content, StandardOpenOption.WRITE);
    }
}

package io.moneyprinter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.Checksum;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectDirectory;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.store.ObjectStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

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

    /** Both found nothing there, as two who make the same at the same time do. */
    @Test
    void keepsTheFileOfWhoeverWasFirst() throws IOException {
        var directory = new ObjectDirectory(work.resolve("one"), clock);
        var key = key("twice", "txt");
        var first = Files.writeString(directory.newFile("txt"), "first");
        var second = Files.writeString(directory.newFile("txt"), "the second");

        directory.place(key, first, Checksum.of(first));
        directory.place(key, second, Checksum.of(second));

        assertThat(directory.path(key)).hasContent("first");
        assertThat(work.resolve("one/incoming")).isEmptyDirectory();
    }

    @Test
    void keepsNoFileThatItCannotStore() throws IOException {
        var store = open(work.resolve("one"));
        var own = Files.writeString(store.newFile("txt"), "own");
        var foreign = Files.writeString(work.resolve("foreign.txt"), "foreign");
        // No directory can be made there.
        Files.writeString(work.resolve("one/objects/contract"), "in the way");

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> store.put(key("own", "txt"), own));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store.put(key("foreign", "txt"), foreign));

        assertThat(work.resolve("one/incoming")).isEmptyDirectory();
        assertThat(foreign).doesNotExist();
    }

    @Override
    protected void spoil(ObjectKey key) throws IOException {
        var file = work.resolve("one/objects").resolve(key.value());
        var content = Files.readAllBytes(file);
        content[0] ^= 1;
        Files.write(file, content, StandardOpenOption.WRITE);
    }
}

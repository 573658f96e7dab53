package io.moneyprinter.testing.store;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.ObjectStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

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

    @Override
    public void discard(Path file) {
        real.discard(file);
    }

    @Override
    public long size(ObjectKey key) {
        return real.size(key);
    }

    @Override
    public Optional<URI> link(ObjectKey key, Duration ttl, MediaType type, @Nullable ContentDisposition disposition) {
        return real.link(key, ttl, type, disposition);
    }

    @Override
    public Optional<URI> detour(ObjectKey key, MediaType type, @Nullable ContentDisposition disposition) {
        return real.detour(key, type, disposition);
    }
}

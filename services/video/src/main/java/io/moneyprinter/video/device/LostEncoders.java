package io.moneyprinter.video.device;

import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Films that lost their device: every worker sees it and goes on with the CPU. */
public final class LostEncoders {

    private final ObjectStore store;

    public LostEncoders(ObjectStore store) {
        this.store = store;
    }

    /** Why the film has lost its device, for people; null when it has not. */
    public @Nullable String reason(FilmEncoder film) {
        var key = film.lostKey();
        if (!store.exists(key)) {
            return null;
        }
        try {
            return Files.readString(store.file(key));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + key, e);
        }
    }

    public boolean isLost(FilmEncoder film) {
        return store.exists(film.lostKey());
    }

    /** The first reason stays. */
    public void lose(FilmEncoder film, String reason) {
        if (!isLost(film)) {
            store.put(film.lostKey(), reason.getBytes(StandardCharsets.UTF_8));
        }
    }
}

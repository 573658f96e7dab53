package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.AssetOriginal;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.intake.Media;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.MadeObjects;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files as they came in, for their owners alone. They may tell a place, and nobody has made them harmless: they are never
 * shown, linked to, rendered or decoded.
 */
@Component
class Originals {

    private static final int AT_A_TIME = 100;

    private final JdbcOriginals rows;
    private final ObjectStore store;
    private final MadeObjects objects;
    private final OriginalProperties properties;

    Originals(JdbcOriginals rows, ObjectStore store, OriginalProperties properties) {
        this.rows = rows;
        this.store = store;
        this.objects = new MadeObjects(store);
        this.properties = properties;
    }

    /**
     * Stores what the intake has accepted, for a row to point to. The file itself is only read.
     *
     * @param sha256 of the file
     * @param name as its owner calls it
     * @return null where originals are not kept
     */
    @Nullable
    StoredOriginal store(Path file, String sha256, String name, Media media, Instant cameAt) {
        if (properties.keepsNone()) {
            return null;
        }
        // Not the digest itself: that stands in rows of assets, and would keep the object for as long as they stay.
        var key = new ObjectKey("originals/%s.bin".formatted(Digests.of("original", sha256)));
        try {
            objects.get(key, copy -> copy(file, sha256, copy));
            return new StoredOriginal(
                    key,
                    StoredOriginal.named(name, media.source().extensions()),
                    media.sourceMimeType(),
                    Files.size(file),
                    cameAt);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void copy(Path file, String sha256, Path copy) throws IOException {
        // Equal keys are equal bytes, of whoever they are: nobody may store other ones in their place.
        if (!Digests.ofCopy(file, copy).equals(sha256)) {
            throw new CodedException(MaterialsErrorCode.CHECKSUM_MISMATCH, "the file changed while it was taken in");
        }
    }

    /** @throws CodedException {@code ORIGINAL_NOT_FOUND} */
    StoredOriginal get(AssetId id, int version) {
        return rows.find(id, version).orElseThrow(() -> notFound(id));
    }

    /** One to be kept for another version, too; null when there is none. Whoever finds it knows that it is stored. */
    @Nullable
    StoredOriginal findStored(AssetId id, int version) {
        return rows.find(id, version)
                .filter(original -> store.exists(original.key()))
                .orElse(null);
    }

    /** Of all versions that have one, by their numbers. */
    Map<Integer, AssetOriginal> all(AssetId id) {
        return rows.all(id);
    }

    /**
     * Drops one, also where other versions of the asset have the same; it is still to be released.
     *
     * @throws CodedException {@code ORIGINAL_NOT_FOUND}
     */
    void drop(AssetId id, int version) {
        if (!rows.drop(id, version)) {
            throw notFound(id);
        }
    }

    /**
     * Drops those that were kept for long enough.
     *
     * @return whether there were any
     */
    boolean dropOld() {
        return rows.dropOld();
    }

    /** Deletes what was dropped. */
    void release() {
        for (var dropped = rows.dropped(AT_A_TIME); !dropped.isEmpty(); dropped = rows.dropped(AT_A_TIME)) {
            dropped.forEach(original -> rows.release(original, store::delete));
        }
    }

    private static CodedException notFound(AssetId id) {
        return new CodedException(MaterialsErrorCode.ORIGINAL_NOT_FOUND, "material '%s' has no original".formatted(id));
    }
}

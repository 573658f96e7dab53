package io.moneyprinter.materials.upload;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.asset.AssetProperties;
import io.moneyprinter.materials.asset.Assets;
import io.moneyprinter.materials.intake.IntakeProperties;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files on their way in. Whatever is asked is asked by owner. */
@Component
class Uploads {

    private final JdbcUploads rows;
    private final UploadFiles files;
    private final Assets assets;
    private final UploadProperties properties;
    private final AssetProperties room;
    private final long longest;
    private final Clock clock;
    private final Set<String> finishing = ConcurrentHashMap.newKeySet();

    Uploads(
            JdbcUploads rows,
            UploadFiles files,
            Assets assets,
            UploadProperties properties,
            AssetProperties room,
            IntakeProperties intake,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.assets = assets;
        this.properties = properties;
        this.room = room;
        this.longest = intake.maxSize().toBytes();
        this.clock = clock;
    }

    /** Bytes of the longest that is accepted. */
    long longest() {
        return longest;
    }

    /** @throws CodedException {@code UPLOAD_TOO_LARGE} or {@code ASSET_LIMIT_REACHED} */
    Upload begin(UserId owner, long length, UploadMetadata metadata) {
        if (length > longest) {
            throw new CodedException(
                    MaterialsErrorCode.UPLOAD_TOO_LARGE,
                    "the file has %d bytes (expected: at most %d)".formatted(length, longest));
        }
        var upload = new Upload(UUID.randomUUID().toString(), owner, length, metadata, null, expiry());
        files.create(upload.id());
        if (!rows.insert(
                upload,
                clock.instant(),
                properties.maxOpen(),
                room.maxTotalSize().toBytes())) {
            files.delete(upload.id());
            throw new CodedException(
                    MaterialsErrorCode.ASSET_LIMIT_REACHED,
                    "as many uploads are open as there is room for (limits: %d uploads, %d bytes); finish or delete one"
                            .formatted(properties.maxOpen(), room.maxTotalSize().toBytes()));
        }
        return upload;
    }

    /** @throws CodedException {@code UPLOAD_NOT_FOUND} */
    Upload get(UserId owner, String id) {
        return rows.find(owner, id, clock.instant())
                .orElseThrow(() -> new CodedException(
                        MaterialsErrorCode.UPLOAD_NOT_FOUND, "no upload '%s', or it has expired".formatted(id)));
    }

    /** How much has come. */
    long offset(Upload upload) {
        return upload.asset() == null ? files.size(upload.id()) : upload.length();
    }

    /**
     * Takes a piece.
     *
     * @return where the upload is now
     * @throws CodedException {@code UPLOAD_NOT_FOUND}, {@code UPLOAD_CONFLICT}, {@code UPLOAD_TOO_LARGE} or
     *     {@code CHECKSUM_MISMATCH}
     */
    Upload append(UserId owner, String id, long offset, InputStream body, @Nullable Checksum checksum)
            throws IOException {
        var upload = get(owner, id);
        if (upload.asset() != null) {
            throw new CodedException(MaterialsErrorCode.UPLOAD_CONFLICT, "the upload is complete");
        }
        // While pieces come it does not expire, however long one takes.
        rows.prolong(id, expiry());
        files.append(id, offset, upload.length(), body, checksum);
        rows.prolong(id, expiry());
        return get(owner, id);
    }

    /**
     * Makes an asset of an upload all of which has come. Asked again it gives the same.
     *
     * @throws CodedException {@code UPLOAD_NOT_FOUND}, {@code UPLOAD_CONFLICT} or those of {@link Assets#add}
     */
    Assets.Added finish(UserId owner, String id) {
        if (!finishing.add(id)) {
            throw new CodedException(MaterialsErrorCode.UPLOAD_CONFLICT, "the file is being taken in");
        }
        try {
            var upload = get(owner, id);
            if (upload.asset() != null) {
                return new Assets.Added(assets.get(owner, upload.asset()).asset(), false);
            }
            var come = files.size(id);
            if (come < upload.length()) {
                throw new CodedException(
                        MaterialsErrorCode.UPLOAD_CONFLICT,
                        "%d of %d bytes have come".formatted(come, upload.length()));
            }
            // Taking in may last, and what it needs must not expire meanwhile.
            rows.prolong(id, expiry());
            var metadata = upload.metadata();
            var added = assets.add(owner, files.file(id), metadata.filename(), metadata.sha256());
            rows.finish(id, added.asset().assetId());
            files.delete(id);
            return added;
        } finally {
            finishing.remove(id);
        }
    }

    /** @throws CodedException {@code UPLOAD_NOT_FOUND} */
    void delete(UserId owner, String id) {
        forget(get(owner, id).id());
    }

    /** Forgets what has expired, and files that nobody knows. */
    void sweep() {
        var now = clock.instant();
        // Whoever has sent a piece of one since it was listed keeps it.
        rows.expired(now).stream()
                .filter(id -> !finishing.contains(id))
                .filter(id -> rows.deleteExpired(id, now))
                .forEach(files::delete);
        files.untouchedSince(now.minus(properties.expiry())).stream()
                .filter(id -> !rows.exists(id))
                .forEach(files::delete);
    }

    private void forget(String id) {
        rows.delete(id);
        files.delete(id);
    }

    private Instant expiry() {
        return clock.instant().plus(properties.expiry()).truncatedTo(ChronoUnit.SECONDS);
    }
}

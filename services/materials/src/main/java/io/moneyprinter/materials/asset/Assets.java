package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.intake.DocumentIntake;
import io.moneyprinter.materials.intake.Intake;
import io.moneyprinter.materials.intake.Media;
import io.moneyprinter.materials.words.Lexemes;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of users. Whatever is asked is asked by owner: what belongs to somebody else is not there. */
@Component
public final class Assets {

    private static final int LONGEST_NAME = 255;

    private final JdbcAssets rows;
    private final Intake intake;
    private final DocumentIntake documents;
    private final ObjectStore store;
    private final AssetProperties limits;
    private final Measuring measuring;
    private final Upkeep upkeep;
    private final Clock clock;

    Assets(
            JdbcAssets rows,
            Intake intake,
            DocumentIntake documents,
            ObjectStore store,
            AssetProperties limits,
            Measuring measuring,
            Upkeep upkeep,
            Clock clock) {
        this.rows = rows;
        this.intake = intake;
        this.documents = documents;
        this.store = store;
        this.limits = limits;
        this.measuring = measuring;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    /** @param isNew false when the owner had the same file already */
    public record Added(Asset asset, boolean isNew) {}

    /**
     * Takes a file in.
     *
     * @param name as the user calls it: its end must fit the content, and people see it; it names nothing here
     * @throws CodedException {@code MEDIA_…} or {@code ASSET_LIMIT_REACHED}
     */
    Asset add(UserId owner, Path file, @Nullable String name) {
        return add(owner, file, name, null).asset();
    }

    /**
     * Takes a file in, or finds it where its owner has the same already.
     *
     * @param sha256 that the file should have, in hexadecimal; null when nobody said it
     * @throws CodedException {@code MEDIA_…}, {@code ASSET_LIMIT_REACHED} or {@code CHECKSUM_MISMATCH}
     */
    public Added add(UserId owner, Path file, @Nullable String name, @Nullable String sha256) {
        var shown = shownName(name);
        return add(owner, file, shown, extension(shown), sha256);
    }

    /**
     * Takes in a file from an address. Servers call files as they like: the name is only shown.
     *
     * @throws CodedException {@code MEDIA_…}, {@code ASSET_LIMIT_REACHED} or {@code CHECKSUM_MISMATCH}
     */
    Added addForeign(UserId owner, Path file, @Nullable String name, @Nullable String sha256) {
        return add(owner, file, shownName(name), null, sha256);
    }

    private Added add(
            UserId owner, Path file, String shown, @Nullable String extension, @Nullable String expectedSha256) {
        var sha256 = checked(file, expectedSha256);
        var same = rows.findContent(owner, sha256);
        if (same.isPresent()) {
            return new Added(same.get(), false);
        }
        makeRoom(owner);
        while (true) {
            var stored = take(file, sha256, shown, extension);
            // Equal content is one object. If its last other owner deleted it just now, it is made again.
            var kept = rows.insert(owner, stored, sha256, limits, () -> store.exists(stored.media()));
            if (kept.isPresent()) {
                measuring.wake();
                return new Added(
                        kept.get(), kept.get().assetId().equals(stored.asset().assetId()));
            }
        }
    }

    private static String checked(Path file, @Nullable String expectedSha256) {
        var sha256 = Digests.ofFile(file);
        if (expectedSha256 != null && !expectedSha256.equalsIgnoreCase(sha256)) {
            throw new CodedException(
                    MaterialsErrorCode.CHECKSUM_MISMATCH,
                    "the file has the SHA-256 %s (expected: %s)".formatted(sha256, expectedSha256));
        }
        return sha256;
    }

    /** What is in the bin gives way to what comes in, the oldest first. */
    private void makeRoom(UserId owner) {
        while (!rows.hasRoom(owner, limits)) {
            var oldest = rows.oldestDeleted(owner);
            if (oldest.isEmpty()) {
                break;
            }
            upkeep.purge(oldest.get());
        }
        rows.checkRoom(owner, limits);
    }

    /** @throws CodedException {@code ASSET_NOT_FOUND} */
    public StoredAsset get(UserId owner, AssetId id) {
        return rows.find(owner, id).orElseThrow(() -> JdbcAssets.notFound(id));
    }

    /**
     * For those who have a link to it, whoever it belongs to.
     *
     * @throws CodedException {@code ASSET_NOT_FOUND}
     */
    StoredAsset linked(AssetId id) {
        return rows.find(id).orElseThrow(() -> JdbcAssets.notFound(id));
    }

    /** Those that are there, in the order of the ids. */
    public List<StoredAsset> get(UserId owner, List<AssetId> ids) {
        return ids.isEmpty() ? List.of() : rows.find(owner, ids);
    }

    /**
     * When the beats of an asset are, in milliseconds; none before it was listened to, and where there are none.
     *
     * @throws CodedException {@code ASSET_NOT_FOUND}
     */
    public List<Integer> beats(UserId owner, AssetId id) {
        return rows.beats(get(owner, id).asset().assetId());
    }

    /**
     * Says of an asset what its owner would say of it.
     *
     * @throws CodedException {@code ASSET_NOT_FOUND}
     */
    public Asset describe(UserId owner, AssetId id, String category, List<String> tags, String licence) {
        return change(owner, id, new AssetChange(null, category, tags, null, null, licence, null, null));
    }

    /** What an asset is found by. */
    public Lexemes lexemes(Asset asset) {
        return AssetIndex.lexemes(asset);
    }

    /** Newest first. */
    List<Asset> list(UserId owner, JdbcAssets.Wanted wanted, @Nullable AssetId after, int limit) {
        return rows.list(owner, wanted, after, limit);
    }

    /** @throws CodedException {@code ASSET_NOT_FOUND} or {@code FIELD_INVALID} */
    Asset change(UserId owner, AssetId id, AssetChange change) {
        return rows.change(owner, id, change::of, now()).orElseThrow(() -> JdbcAssets.notFound(id));
    }

    /** Into the bin. */
    void delete(UserId owner, AssetId id) {
        rows.delete(owner, get(owner, id).asset().assetId(), now());
    }

    /** Out of the bin. */
    Asset restore(UserId owner, AssetId id) {
        var restored = rows.restore(owner, id, now()).orElseThrow(() -> JdbcAssets.notFound(id));
        measuring.wake();
        return restored;
    }

    /** For good, also from the bin: forgets what was said of it; the content goes with the last one who has it. */
    public void purge(UserId owner, AssetId id) {
        var stored =
                rows.find(owner, id).or(() -> rows.findDeleted(owner, id)).orElseThrow(() -> JdbcAssets.notFound(id));
        upkeep.purge(new JdbcAssets.Deleted(owner, id, stored.media()));
    }

    /** @throws CodedException {@code ASSET_NOT_FOUND} */
    List<AssetVersion> versions(UserId owner, AssetId id) {
        return rows.versions(get(owner, id).asset().assetId());
    }

    /** @throws CodedException {@code ASSET_NOT_FOUND} */
    AssetVersion version(UserId owner, AssetId id, int version) {
        return versions(owner, id).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> JdbcAssets.noVersion(id, version));
    }

    /**
     * Takes in another file for an asset. What was said of it stays, what it was becomes an earlier version, and videos
     * that were made keep what they show.
     *
     * @throws CodedException as {@link #add}, {@code ASSET_NOT_FOUND}, or {@code FIELD_INVALID} for a file of another type
     */
    Asset replace(UserId owner, AssetId id, Path file, @Nullable String name, @Nullable String expectedSha256) {
        var before = get(owner, id).asset();
        var shown = shownName(name);
        var sha256 = checked(file, expectedSha256);
        if (rows.isContent(id, sha256)) {
            return before;
        }
        makeRoom(owner);
        while (true) {
            var stored = take(file, sha256, shown, extension(shown));
            var asset = stored.asset();
            if (asset.fileType() != before.fileType()) {
                throw CodedException.ofField(
                        CommonErrorCode.FIELD_INVALID,
                        "/file",
                        "the file is of type %s (expected: %s, as before)"
                                .formatted(word(asset.fileType()), word(before.fileType())));
            }
            var fresh = new JdbcVersions.Content(
                    stored.media(),
                    sha256,
                    asset.mimeType(),
                    asset.fileSize(),
                    asset.width(),
                    asset.height(),
                    asset.duration());
            var replaced = replaced(owner, id, fresh);
            if (replaced.isPresent()) {
                return replaced.get();
            }
        }
    }

    private static String word(Asset.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Makes an asset again what it was.
     *
     * @throws CodedException {@code ASSET_NOT_FOUND} or {@code ASSET_LIMIT_REACHED}
     */
    Asset restoreVersion(UserId owner, AssetId id, int version) {
        return replaced(owner, id, rows.earlier(owner, id, version))
                .orElseThrow(() -> JdbcAssets.noVersion(id, version));
    }

    private Optional<Asset> replaced(UserId owner, AssetId id, JdbcVersions.Content fresh) {
        var replaced = rows.replace(owner, id, fresh, () -> store.exists(fresh.media()), upkeep.content(), now());
        measuring.wake();
        return replaced;
    }

    /** @throws CodedException {@code ASSET_NOT_FOUND} */
    void dropVersion(UserId owner, AssetId id, int version) {
        upkeep.dropVersion(owner, id, version);
    }

    private StoredAsset take(Path file, String sha256, String name, @Nullable String extension) {
        // A picture may have the words of a document in it, but no document begins like a picture.
        var document = intake.knows(file) ? null : documents.take(file, sha256, extension);
        if (document == null) {
            var media = intake.take(file, sha256, EnumSet.allOf(Kind.class), extension);
            return new StoredAsset(asset(name, media), media.key());
        }
        var asset = new Asset(
                newId(),
                shownName(name, document.key()),
                Asset.Type.DOCUMENT,
                document.format().mimeType(),
                document.fileSize(),
                null,
                null,
                null,
                now());
        return new StoredAsset(asset, document.key());
    }

    private Asset asset(String name, Media media) {
        var isAudio = media.kind() == Kind.AUDIO;
        return new Asset(
                newId(),
                shownName(name, media.key()),
                switch (media.kind()) {
                    case IMAGE -> Asset.Type.IMAGE;
                    case VIDEO -> Asset.Type.VIDEO;
                    case AUDIO -> Asset.Type.AUDIO;
                },
                media.mimeType(),
                media.fileSize(),
                isAudio ? null : media.width(),
                isAudio ? null : media.height(),
                media.kind() == Kind.IMAGE ? null : media.duration().toMillis() / 1_000.0,
                now());
    }

    private static AssetId newId() {
        return new AssetId(UUID.randomUUID().toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String shownName(String name, ObjectKey key) {
        return name.isEmpty() ? "unnamed." + key.extension() : name;
    }

    /** Without directories, and without characters that do something instead of showing something. */
    static String shownName(@Nullable String name) {
        if (name == null) {
            return "";
        }
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var visible =
                last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "").strip();
        return visible.length() <= LONGEST_NAME ? visible : visible.substring(visible.length() - LONGEST_NAME);
    }

    private static @Nullable String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? null : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}

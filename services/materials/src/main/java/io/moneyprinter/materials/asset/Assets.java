package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.AssetOriginal;
import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.asset.JdbcAssets.Need;
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
import java.util.Objects;
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
    private final Originals originals;
    private final ObjectStore store;
    private final AssetProperties limits;
    private final Measuring measuring;
    private final Upkeep upkeep;
    private final Clock clock;

    Assets(
            JdbcAssets rows,
            Intake intake,
            DocumentIntake documents,
            Originals originals,
            ObjectStore store,
            AssetProperties limits,
            Measuring measuring,
            Upkeep upkeep,
            Clock clock) {
        this.rows = rows;
        this.intake = intake;
        this.documents = documents;
        this.originals = originals;
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
        return add(owner, file, shown, extension(shown), sha256, true);
    }

    /** The same of a file that was made here: it did not come from anybody, and has no original. */
    public Added addMade(UserId owner, Path file, String name) {
        var shown = shownName(name);
        return add(owner, file, shown, extension(shown), null, false);
    }

    /**
     * Takes in a file from an address. Servers call files as they like: the name is only shown.
     *
     * @throws CodedException {@code MEDIA_…}, {@code ASSET_LIMIT_REACHED} or {@code CHECKSUM_MISMATCH}
     */
    Added addForeign(UserId owner, Path file, @Nullable String name, @Nullable String sha256) {
        return add(owner, file, shownName(name), null, sha256, true);
    }

    private Added add(
            UserId owner,
            Path file,
            String shown,
            @Nullable String extension,
            @Nullable String expectedSha256,
            boolean keepsOriginal) {
        var sha256 = checked(file, expectedSha256);
        var same = rows.findContent(owner, sha256);
        if (same.isPresent()) {
            return new Added(same.get(), false);
        }
        rows.checkRoomBesideBin(owner, limits, Need.FILE);
        while (true) {
            var taken = take(file, sha256, shown, extension);
            var stored = taken.stored();
            makeRoom(owner, Need.FILE);
            var original = keepsOriginal ? original(file, sha256, shown, taken) : null;
            // Equal content is one object. If its last other owner deleted it just now, it is made again.
            var kept = rows.insert(owner, stored, sha256, original, limits, () -> areStored(stored.media(), original));
            if (kept.isPresent()) {
                measuring.wake();
                return new Added(
                        kept.get(), kept.get().assetId().equals(stored.asset().assetId()));
            }
        }
    }

    /** Stored after the intake has accepted it, and before any row: what is refused is kept nowhere. */
    private @Nullable StoredOriginal original(Path file, String sha256, String name, Taken taken) {
        return taken.media() == null ? null : originals.store(file, sha256, name, taken.media(), now());
    }

    private boolean areStored(ObjectKey media, @Nullable StoredOriginal original) {
        return store.exists(media) && (original == null || store.exists(original.key()));
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

    /** What is in the bin gives way to what was accepted, the oldest first, unless that is of no use. */
    private void makeRoom(UserId owner, Need need) {
        while (!rows.hasRoom(owner, limits, need)) {
            rows.checkRoomBesideBin(owner, limits, need);
            var oldest = rows.oldestDeleted(owner);
            if (oldest.isEmpty()) {
                // Somebody else has emptied it just now. Whether there is room is checked again where it is taken.
                return;
            }
            upkeep.purge(owner, oldest.get().id(), oldest.get().at());
        }
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
        if (!upkeep.purge(owner, id, null)) {
            throw JdbcAssets.notFound(id);
        }
    }

    /** @throws CodedException {@code ASSET_NOT_FOUND} */
    List<AssetVersion> versions(UserId owner, AssetId id) {
        var asset = get(owner, id).asset();
        var kept = originals.all(id);
        return rows.versions(id).stream()
                .map(version -> version.with(
                        asset.fileType() == Asset.Type.DOCUMENT
                                ? ofDocument(asset, version)
                                : kept.get(version.version())))
                .toList();
    }

    /** Nothing is made of documents: what one is is what came in. */
    private static AssetOriginal ofDocument(Asset asset, AssetVersion version) {
        return new AssetOriginal(
                StoredOriginal.named(asset.filename(), List.of(version.media().extension())),
                version.mimeType(),
                version.fileSize(),
                version.createdAt(),
                null);
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
        rows.checkRoomBesideBin(owner, limits, Need.CONTENT);
        while (true) {
            var taken = take(file, sha256, shown, extension(shown));
            var asset = taken.stored().asset();
            if (asset.fileType() != before.fileType()) {
                throw CodedException.ofField(
                        CommonErrorCode.FIELD_INVALID,
                        "/file",
                        "the file is of type %s (expected: %s, as before)"
                                .formatted(word(asset.fileType()), word(before.fileType())));
            }
            makeRoom(owner, Need.CONTENT);
            var fresh = new JdbcVersions.Content(
                    taken.stored().media(),
                    sha256,
                    asset.mimeType(),
                    asset.fileSize(),
                    asset.width(),
                    asset.height(),
                    asset.duration());
            var replaced = replaced(owner, id, fresh, original(file, sha256, shown, taken));
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
        while (true) {
            var earlier = rows.earlier(owner, id, version);
            makeRoom(owner, Need.CONTENT);
            // If its original is deleted just now, it becomes so again without.
            var replaced = replaced(owner, id, earlier, originals.findStored(id, version));
            if (replaced.isPresent()) {
                return replaced.get();
            }
            if (!store.exists(earlier.media())) {
                throw JdbcAssets.noVersion(id, version);
            }
        }
    }

    private Optional<Asset> replaced(
            UserId owner, AssetId id, JdbcVersions.Content fresh, @Nullable StoredOriginal original) {
        var replaced = rows.replace(
                owner, id, fresh, original, limits, () -> areStored(fresh.media(), original), upkeep.content(), now());
        measuring.wake();
        return replaced;
    }

    /** @throws CodedException {@code ASSET_NOT_FOUND} */
    void dropVersion(UserId owner, AssetId id, int version) {
        upkeep.dropVersion(owner, id, version);
    }

    /**
     * The file as it came in.
     *
     * @param version null for what the asset is now
     * @throws CodedException {@code ASSET_NOT_FOUND} or {@code ORIGINAL_NOT_FOUND}
     */
    StoredOriginal original(UserId owner, AssetId id, @Nullable Integer version) {
        var type = get(owner, id).asset().fileType();
        var wanted = versionOrCurrent(owner, id, version);
        if (type != Asset.Type.DOCUMENT) {
            return originals.get(id, wanted.version());
        }
        var document = Objects.requireNonNull(wanted.original());
        return new StoredOriginal(
                wanted.media(), document.filename(), document.mimeType(), document.fileSize(), document.createdAt());
    }

    /**
     * Deletes the file as it came in, and nothing else.
     *
     * @param version null for what the asset is now
     * @throws CodedException {@code ASSET_NOT_FOUND}, {@code ORIGINAL_NOT_FOUND} or {@code ORIGINAL_NEEDED}
     */
    void deleteOriginal(UserId owner, AssetId id, @Nullable Integer version) {
        var type = get(owner, id).asset().fileType();
        var wanted = versionOrCurrent(owner, id, version);
        if (type == Asset.Type.DOCUMENT) {
            throw new CodedException(
                    MaterialsErrorCode.ORIGINAL_NEEDED, "material '%s' is a document, and nothing else".formatted(id));
        }
        upkeep.deleteOriginal(id, wanted.version());
    }

    private AssetVersion versionOrCurrent(UserId owner, AssetId id, @Nullable Integer version) {
        return version == null ? versions(owner, id).getFirst() : version(owner, id, version);
    }

    /** @param media null for a document, of which nothing is made */
    private record Taken(StoredAsset stored, @Nullable Media media) {}

    private Taken take(Path file, String sha256, String name, @Nullable String extension) {
        // A picture may have the words of a document in it, but no document begins like a picture.
        var document = intake.knows(file) ? null : documents.take(file, sha256, extension);
        if (document == null) {
            var media = intake.take(file, sha256, EnumSet.allOf(Kind.class), extension);
            return new Taken(new StoredAsset(asset(name, media), media.key()), media);
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
        return new Taken(new StoredAsset(asset, document.key()), null);
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

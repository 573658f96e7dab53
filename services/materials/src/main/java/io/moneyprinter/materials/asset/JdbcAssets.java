package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.AssetOriginal;
import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.database.TransactionLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcAssets {

    private static final String COLUMNS = """
            id, original_filename, filename, file_type, mime_type, file_size, width, height, duration, storage_path,
            category, tags, description, processing_status, is_public, is_deleted, is_favourite, licence, attribution,
            source_url, traits, created_at, updated_at, coalesce(content_at, created_at) as came_at,
            exists (select 1 from materials.asset_variant as small
                where small.asset_id = asset.id and small.media = asset.storage_path
                    and small.variant_type = 'thumbnail') as has_thumbnail,
            (select json_build_object('filename', own.filename, 'mime_type', own.mime_type, 'file_size', own.file_size,
                    'created_at', own.created_at)
                from materials.original as own
                where own.asset_id = asset.id and own.version = asset.version and not own.dropped) as original""";

    /** What can be restored; those that are deleted for good are left as places where pages ended. */
    private static final String THERE = "not is_purged";

    private static final String PURGED = "is_purged";

    /** How many earlier versions of an asset are kept. */
    private static final int MOST_VERSIONS = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AssetIndex index;
    private final JdbcVersions versions;
    private final JdbcOriginals originals;
    private final JsonMapper json;
    private final AssetLinks links;

    JdbcAssets(DataSource dataSource, JsonMapper json, AssetLinks links, JdbcOriginals originals) {
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        index = new AssetIndex(jdbc);
        versions = new JdbcVersions(jdbc);
        this.originals = originals;
        this.json = json;
        this.links = links;
    }

    private record Kept(long files, long bytes) {}

    /** What room is needed for. */
    enum Need {
        /** One more file. */
        FILE,
        /** Other content of a file that is there. */
        CONTENT
    }

    boolean hasRoom(UserId owner, AssetProperties limits, Need need) {
        return hasRoom(kept(owner, THERE), limits, need);
    }

    private static boolean hasRoom(Kept kept, AssetProperties limits, Need need) {
        return (need == Need.CONTENT || kept.files() < limits.maxFiles())
                && kept.bytes() < limits.maxTotalSize().toBytes();
    }

    private void checkRoom(UserId owner, AssetProperties limits, Need need) {
        check(kept(owner, THERE), limits, need);
    }

    /** @throws CodedException {@code ASSET_LIMIT_REACHED} if there would be no room if the bin were empty */
    void checkRoomBesideBin(UserId owner, AssetProperties limits, Need need) {
        check(kept(owner, "not is_deleted"), limits, need);
    }

    private static void check(Kept kept, AssetProperties limits, Need need) {
        if (!hasRoom(kept, limits, need)) {
            throw new CodedException(
                    MaterialsErrorCode.ASSET_LIMIT_REACHED,
                    "%d files with %d bytes are kept (limits: %d files, %d bytes)"
                            .formatted(
                                    kept.files(),
                                    kept.bytes(),
                                    limits.maxFiles(),
                                    limits.maxTotalSize().toBytes()));
        }
    }

    /**
     * Keeps the asset if its content is (still) {@code stored}; deletions of the same content wait meanwhile.
     *
     * @param original null where what came in is not kept
     * @param isStored whether all of it is
     * @return what is kept, which is an older asset where the owner gave the same file twice at a time; empty when the
     *     content is not stored
     */
    Optional<Asset> insert(
            UserId owner,
            StoredAsset stored,
            String sha256,
            @Nullable StoredOriginal original,
            AssetProperties limits,
            BooleanSupplier isStored) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock("owner " + owner);
            lock(stored.media(), original);
            var same = findContent(owner, sha256);
            if (same.isPresent()) {
                return same;
            }
            checkRoom(owner, limits, Need.FILE);
            if (!isStored.getAsBoolean()) {
                return Optional.empty();
            }
            insert(owner, stored, sha256);
            keep(stored.asset().assetId(), original);
            index.put(owner, stored.asset());
            return find(owner, stored.asset().assetId()).map(StoredAsset::asset);
        }));
    }

    private void lock(ObjectKey media, @Nullable StoredOriginal original) {
        if (original == null) {
            TransactionLock.takeObject(jdbc, media);
        } else {
            TransactionLock.takeObjects(jdbc, media, original.key());
        }
    }

    private void keep(AssetId id, @Nullable StoredOriginal original) {
        if (original != null) {
            originals.keep(id, original);
        }
    }

    /** The asset that was made of a file with this SHA-256. */
    Optional<Asset> findContent(UserId owner, String sha256) {
        return jdbc.sql("""
                        select %s from materials.asset
                        where user_id = :user and content_sha256 = :sha256 and not is_deleted
                        order by created_at, id limit 1""".formatted(COLUMNS))
                .param("user", owner.value())
                .param("sha256", sha256)
                .query((row, index) -> stored(row, index).asset())
                .optional();
    }

    private void insert(UserId owner, StoredAsset stored, String sha256) {
        var asset = stored.asset();
        var key = stored.media().value();
        jdbc.sql("""
                        insert into materials.asset (id, user_id, filename, original_filename, file_type, mime_type, file_size,
                            width, height, duration, storage_path, content_sha256, processing_status, created_at,
                            updated_at)
                        values (:id, :user, :filename, :original, :type, :mime, :size,
                            :width, :height, :duration, :path, :sha256, 'ready', :created, :created)""")
                .param("id", asset.assetId().value())
                .param("user", owner.value())
                .param("filename", key.substring(key.lastIndexOf('/') + 1))
                .param("original", asset.filename())
                .param("type", asset.fileType().name().toLowerCase(Locale.ROOT))
                .param("mime", asset.mimeType())
                .param("size", asset.fileSize())
                .param("width", asset.width())
                .param("height", asset.height())
                .param("duration", asset.duration())
                .param("path", key)
                .param("sha256", sha256)
                .param("created", Timestamp.from(asset.createdAt()))
                .update();
    }

    Optional<StoredAsset> find(UserId owner, AssetId id) {
        return find(owner, id, "not is_deleted");
    }

    /** Whoever it belongs to: for those who have a link to it. */
    Optional<StoredAsset> find(AssetId id) {
        return jdbc.sql("select %s from materials.asset where id = :id and not is_deleted".formatted(COLUMNS))
                .param("id", id.value())
                .query(this::stored)
                .optional();
    }

    Optional<StoredAsset> findDeleted(UserId owner, AssetId id) {
        return find(owner, id, "is_deleted and deleted_at is not null");
    }

    private Optional<StoredAsset> find(UserId owner, AssetId id, String condition) {
        return jdbc.sql("select %s from materials.asset where id = :id and user_id = :user and %s"
                        .formatted(COLUMNS, condition))
                .param("id", id.value())
                .param("user", owner.value())
                .query(this::stored)
                .optional();
    }

    /** Those that are there, in the order of the ids. */
    List<StoredAsset> find(UserId owner, List<AssetId> ids) {
        var values = ids.stream().map(AssetId::value).toArray(String[]::new);
        return jdbc.sql("""
                        select %s from materials.asset where id = any(:ids) and user_id = :user and not is_deleted
                        order by array_position(:ids, id)""".formatted(COLUMNS))
                .param("ids", values)
                .param("user", owner.value())
                .query(this::stored)
                .list();
    }

    /**
     * Which of somebody's assets are wanted.
     *
     * @param deleted whether those in the bin are, and no others
     * @param favourite whether only those that were marked are
     * @param collection whose they are, null for any
     */
    record Wanted(
            boolean deleted, boolean favourite, @Nullable String collection) {}

    List<Asset> list(UserId owner, Wanted wanted, @Nullable AssetId after, int limit) {
        var where = new StringBuilder("user_id = :user and ");
        where.append(wanted.deleted() ? "is_deleted and deleted_at is not null" : "not is_deleted");
        if (wanted.favourite()) {
            where.append(" and is_favourite");
        }
        if (wanted.collection() != null) {
            where.append(
                    " and id in (select asset_id from materials.collection_asset where collection_id = :collection)");
        }
        if (after != null) {
            checkCursor(owner, after);
            where.append(" and (created_at, id) < (select created_at, id from materials.asset where id = :after)");
        }
        return jdbc.sql("select %s from materials.asset where %s order by created_at desc, id desc limit :limit"
                        .formatted(COLUMNS, where))
                .param("user", owner.value())
                .param("collection", wanted.collection())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, number) -> stored(row, number).asset())
                .list();
    }

    /** The cursor stays good when the asset that it names is deleted. */
    private void checkCursor(UserId owner, AssetId after) {
        var known = jdbc.sql("select exists (select 1 from materials.asset where id = :id and user_id = :user)")
                .param("id", after.value())
                .param("user", owner.value())
                .query(Boolean.class)
                .single();
        if (!Boolean.TRUE.equals(known)) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/cursor", "the cursor is not one that was given out");
        }
    }

    /** Changes what is said of an asset; empty when it is not there. */
    Optional<Asset> change(UserId owner, AssetId id, UnaryOperator<Asset> change, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock("owner " + owner);
            return find(owner, id).map(before -> changed(owner, change.apply(before.asset()), now));
        }));
    }

    private Asset changed(UserId owner, Asset asset, Instant now) {
        jdbc.sql("""
                        update materials.asset set original_filename = :original, category = :category, tags = :tags::jsonb,
                            description = :description, is_favourite = :favourite, licence = :licence,
                            attribution = :attribution, source_url = :source, updated_at = :now
                        where id = :id""")
                .param("original", asset.filename())
                .param("category", asset.category())
                .param("tags", json.writeValueAsString(asset.tags()))
                .param("description", asset.description())
                .param("favourite", asset.isFavourite())
                .param("licence", asset.licence())
                .param("attribution", asset.attribution())
                .param("source", asset.sourceUrl())
                .param("now", Timestamp.from(now))
                .param("id", asset.assetId().value())
                .update();
        index.put(owner, asset);
        return find(owner, asset.assetId()).orElseThrow().asset();
    }

    /** Into the bin. */
    void delete(UserId owner, AssetId id, Instant now) {
        transaction.executeWithoutResult(status -> {
            lock("owner " + owner);
            jdbc.sql("""
                            update materials.asset set is_deleted = true, deleted_at = :now, updated_at = :now
                            where id = :id and user_id = :user and not is_deleted""")
                    .param("now", Timestamp.from(now))
                    .param("id", id.value())
                    .param("user", owner.value())
                    .update();
            index.remove(owner, id);
        });
    }

    /** Out of the bin. */
    Optional<Asset> restore(UserId owner, AssetId id, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock("owner " + owner);
            jdbc.sql("""
                            update materials.asset set is_deleted = false, deleted_at = null, updated_at = :now
                            where id = :id and user_id = :user and is_deleted and deleted_at is not null""")
                    .param("now", Timestamp.from(now))
                    .param("id", id.value())
                    .param("user", owner.value())
                    .update();
            var asset = find(owner, id).map(StoredAsset::asset);
            asset.ifPresent(there -> index.put(owner, there));
            return asset;
        }));
    }

    /** Whether the asset was made of a file with this SHA-256. */
    boolean isContent(AssetId id, String sha256) {
        return Boolean.TRUE.equals(
                jdbc.sql("select exists (select 1 from materials.asset where id = :id and content_sha256 = :sha256)")
                        .param("id", id.value())
                        .param("sha256", sha256)
                        .query(Boolean.class)
                        .single());
    }

    /** What it is now first, then what it was, the latest first. */
    List<AssetVersion> versions(AssetId id) {
        return versions.list(id);
    }

    /**
     * Makes an asset something else, if that is (still) stored; deletions of the same content wait meanwhile.
     *
     * @param original null where what came in is not kept
     * @param isStored whether all of it is
     * @param content within the transaction
     * @return empty when it is not stored
     * @throws CodedException {@code ASSET_NOT_FOUND} or {@code ASSET_LIMIT_REACHED}
     */
    Optional<Asset> replace(
            UserId owner,
            AssetId id,
            JdbcVersions.Content fresh,
            @Nullable StoredOriginal original,
            AssetProperties limits,
            BooleanSupplier isStored,
            Content content,
            Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock("owner " + owner);
            lock(fresh.media(), original);
            if (find(owner, id).isEmpty()) {
                throw notFound(id);
            }
            if (versions.count(id) >= MOST_VERSIONS) {
                throw new CodedException(
                        MaterialsErrorCode.ASSET_LIMIT_REACHED,
                        "%d earlier versions of material '%s' are kept; delete one first".formatted(MOST_VERSIONS, id));
            }
            checkRoom(owner, limits, Need.CONTENT);
            if (!isStored.getAsBoolean()) {
                return Optional.empty();
            }
            versions.replace(id, fresh, now);
            keep(id, original);
            content.detach(id);
            var asset = find(owner, id).map(StoredAsset::asset);
            asset.ifPresent(there -> index.put(owner, there));
            return asset;
        }));
    }

    /** @throws CodedException {@code ASSET_NOT_FOUND} also when there is no such earlier version */
    JdbcVersions.Content earlier(UserId owner, AssetId id, int version) {
        if (find(owner, id).isEmpty()) {
            throw notFound(id);
        }
        return versions.earlier(id, version).orElseThrow(() -> noVersion(id, version));
    }

    /** Its content is still to be released. */
    void dropVersion(UserId owner, AssetId id, int version) {
        transaction.executeWithoutResult(status -> {
            lock("owner " + owner);
            if (find(owner, id).isEmpty()) {
                throw notFound(id);
            }
            if (!versions.drop(id, version)) {
                throw noVersion(id, version);
            }
            originals.dropWith(id, version);
        });
    }

    static CodedException noVersion(AssetId id, int version) {
        return new CodedException(
                MaterialsErrorCode.ASSET_NOT_FOUND, "material '%s' has no earlier version %d".formatted(id, version));
    }

    static CodedException notFound(AssetId id) {
        return new CodedException(MaterialsErrorCode.ASSET_NOT_FOUND, "no material '%s'".formatted(id));
    }

    /** Versions that were dropped, and still have their content. */
    List<JdbcVersions.Dropped> droppedVersions(int limit) {
        return versions.dropped(limit);
    }

    /** As with assets: the row stays until the content is gone. */
    void release(JdbcVersions.Dropped version, Content content) {
        transaction.executeWithoutResult(status -> {
            TransactionLock.takeObject(jdbc, version.media());
            if (!isUsed(version.media())) {
                content.delete(version.media());
            }
            versions.delete(version);
        });
    }

    /** What is stored of an asset; called within the transaction that deletes it, when nobody else adds to it. */
    interface Content {

        /** What was made of the asset. */
        void forget(AssetId id);

        /** What was made of the asset, whose objects stay: videos may show them, and it may become so again. */
        void detach(AssetId id);

        /** The file itself, which nobody has any more, and what was made of it. */
        void delete(ObjectKey media);
    }

    /**
     * For good: what was said of it is forgotten. Its content is still to be released.
     *
     * @param binned when it must have been put into the bin, at the latest; null for wherever it is
     * @return empty when it is not there, or not there any more
     */
    Optional<Deleted> purge(UserId owner, AssetId id, @Nullable Instant binned) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock("owner " + owner);
            var purged = jdbc.sql("""
                            update materials.asset
                            set is_deleted = true, deleted_at = null, original_filename = null, content_sha256 = null, category = null,
                                description = null, tags = '[]', is_favourite = false, licence = null,
                                attribution = null, source_url = null, traits = null, updated_at = now()
                            where id = :id and user_id = :user and %s and (:binned::timestamptz is null or deleted_at <= :binned)
                            returning user_id, id, storage_path""".formatted(THERE))
                    .param("id", id.value())
                    .param("user", owner.value())
                    .param("binned", binned == null ? null : Timestamp.from(binned))
                    .query(JdbcAssets::deleted)
                    .optional();
            if (purged.isEmpty()) {
                return purged;
            }
            jdbc.sql("delete from materials.collection_asset where asset_id = :id")
                    .param("id", id.value())
                    .update();
            jdbc.sql("delete from materials.asset_beats where asset_id = :id")
                    .param("id", id.value())
                    .update();
            versions.dropAll(id);
            originals.dropAll(id);
            index.remove(owner, id);
            return purged;
        }));
    }

    /**
     * Takes its content from an asset that was purged. The content goes with the last one who has it, while nobody can
     * begin to have it; the asset knows of it until it is gone, whatever happens in between.
     */
    void release(Deleted purged, Content content) {
        transaction.executeWithoutResult(status -> {
            TransactionLock.takeObject(jdbc, purged.media());
            content.forget(purged.id());
            if (!isUsed(purged.media())) {
                content.delete(purged.media());
            }
            jdbc.sql("update materials.asset set storage_path = '', filename = '' where id = :id and " + PURGED)
                    .param("id", purged.id().value())
                    .update();
        });
    }

    /** Purged assets that still have their content, since whoever purged them died over it. */
    List<Deleted> unreleased(int limit) {
        return jdbc.sql("""
                        select user_id, id, storage_path from materials.asset
                        where storage_path <> '' and %s limit :limit""".formatted(PURGED))
                .param("limit", limit)
                .query(JdbcAssets::deleted)
                .list();
    }

    /** Forgets those that were purged before {@code time} and whose content is gone. */
    void forgetPurged(Instant time) {
        jdbc.sql("""
                        delete from materials.asset where %s and updated_at < :time and storage_path = ''
                            and not exists (select 1 from materials.asset_version where asset_id = asset.id)
                            and not exists (select 1 from materials.original where asset_id = asset.id)""".formatted(PURGED)).param("time", Timestamp.from(time)).update();
    }

    /** A file that is or was in a bin, and what it is made of. */
    record Deleted(UserId owner, AssetId id, ObjectKey media) {}

    /**
     * A file in somebody's bin.
     *
     * @param at when it was put there
     */
    record Binned(AssetId id, Instant at) {}

    Optional<Binned> oldestDeleted(UserId owner) {
        return jdbc.sql("""
                        select id, deleted_at from materials.asset
                        where user_id = :user and deleted_at is not null order by deleted_at limit 1""")
                .param("user", owner.value())
                .query((row, number) -> new Binned(
                        new AssetId(row.getString("id")),
                        row.getTimestamp("deleted_at").toInstant()))
                .optional();
    }

    List<Deleted> deletedBefore(Instant time, int limit) {
        return jdbc.sql("""
                        select user_id, id, storage_path from materials.asset
                        where deleted_at < :time order by deleted_at limit :limit""")
                .param("time", Timestamp.from(time))
                .param("limit", limit)
                .query(JdbcAssets::deleted)
                .list();
    }

    private static Deleted deleted(ResultSet row, int number) throws SQLException {
        return new Deleted(
                new UserId(row.getString("user_id")),
                new AssetId(row.getString("id")),
                new ObjectKey(row.getString("storage_path")));
    }

    /**
     * An asset that is still to be described.
     *
     * @param attempts how often somebody has begun with it, this time included
     */
    record Undescribed(UserId owner, StoredAsset stored, int attempts) {}

    /** Takes some that were measured before, for nobody else to take before {@code until}. */
    List<Undescribed> takeMeasured(Instant now, Instant until, int limit) {
        return takeUndescribed("traits is not null", now, until, limit);
    }

    /** Takes one that is to be measured. One alone: whatever happens over it happens to no other. */
    Optional<Undescribed> takeUnmeasured(Instant now, Instant until) {
        return takeUndescribed("traits is null", now, until, 1).stream().findFirst();
    }

    private List<Undescribed> takeUndescribed(String condition, Instant now, Instant until, int limit) {
        return jdbc.sql("""
                        update materials.asset set describe_after = :until, describe_attempts = describe_attempts + 1
                        where id in (
                            select id from materials.asset
                            where described = 0 and %s and not is_deleted and describe_after <= :now
                            order by describe_after limit :limit for update skip locked)
                        returning user_id, describe_attempts, %s""".formatted(condition, COLUMNS))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .query((row, number) -> new Undescribed(
                        new UserId(row.getString("user_id")), stored(row, number), row.getInt("describe_attempts")))
                .list();
    }

    /** Nobody takes it before {@code until}, unless it has become something else meanwhile. */
    void putOff(Undescribed asset, Instant until) {
        putOff(asset, until, 0);
    }

    /** The same, as if nobody had begun with it. */
    void giveBack(Undescribed asset, Instant now) {
        putOff(asset, now, 1);
    }

    private void putOff(Undescribed asset, Instant until, int attempts) {
        jdbc.sql("""
                        update materials.asset
                        set describe_after = :until, describe_attempts = greatest(0, describe_attempts - :attempts)
                        where id = :id and storage_path = :media and described = 0""")
                .param("until", Timestamp.from(until))
                .param("attempts", attempts)
                .param("id", asset.stored().asset().assetId().value())
                .param("media", asset.stored().media().value())
                .update();
    }

    /**
     * @param media what was looked at: an asset that has become something else is looked at again
     * @param traits null when they cannot be measured
     * @param beats milliseconds; null when they were not listened for
     */
    record Described(
            UserId owner,
            AssetId id,
            ObjectKey media,
            @Nullable AssetTraits traits,
            @Nullable List<Integer> beats) {}

    /** All at once. */
    void describe(List<Described> assets) {
        transaction.executeWithoutResult(status -> {
            assets.stream()
                    .map(asset -> asset.owner().value())
                    .sorted()
                    .distinct()
                    .forEach(owner -> lock("owner " + owner));
            // As all do who change several rows, so that no two wait for each other.
            assets.stream()
                    .sorted(Comparator.comparing(asset -> asset.id().value()))
                    .forEach(this::describe);
        });
    }

    private void describe(Described asset) {
        var traits = asset.traits();
        var described = jdbc.sql("""
                            update materials.asset
                            set traits = coalesce(:traits::jsonb, traits), described = :described, describe_attempts = 0
                            where id = :id and storage_path = :path and not is_deleted""")
                .param("path", asset.media().value())
                .param("traits", traits == null ? null : json.writeValueAsString(traits))
                .param("described", traits == null ? -1 : 1)
                .param("id", asset.id().value())
                .update();
        if (described > 0 && asset.beats() != null) {
            keep(asset.id(), asset.beats());
        }
        find(asset.owner(), asset.id()).ifPresent(stored -> index.put(asset.owner(), stored.asset()));
    }

    private void keep(AssetId id, List<Integer> beats) {
        jdbc.sql("""
                        insert into materials.asset_beats (asset_id, beats)
                        select id, :beats from materials.asset where id = :id
                        on conflict (asset_id) do update set beats = excluded.beats""")
                .param("id", id.value())
                .param("beats", beats.toArray(Integer[]::new))
                .update();
    }

    /** Milliseconds, ascending; empty before the asset was listened to, and where it has none. */
    List<Integer> beats(AssetId id) {
        return jdbc.sql("select unnest(beats) from materials.asset_beats where asset_id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getInt(1))
                .list();
    }

    private boolean isUsed(ObjectKey media) {
        return Boolean.TRUE.equals(jdbc.sql("""
                        select exists (select 1 from materials.asset where storage_path = :path and %s)
                            or exists (select 1 from materials.asset_version where storage_path = :path and not dropped)
                            or exists (select 1 from materials.stock_clip where storage_path = :path)
                            or exists (select 1 from materials.generated_image where storage_path = :path)""".formatted(THERE))
                .param("path", media.value())
                .query(Boolean.class)
                .single());
    }

    /** @param which of the owner's assets, in SQL */
    private Kept kept(UserId owner, String which) {
        var cameIn = originals.size(owner, which);
        return jdbc.sql("""
                        select count(*) as files, coalesce(sum(file_size), 0) + coalesce((
                                select sum(version.file_size) from materials.asset_version as version
                                join materials.asset as owned on owned.id = version.asset_id
                                where owned.user_id = :user and not dropped and %1$s), 0) as bytes
                        from materials.asset where user_id = :user and %1$s""".formatted(which))
                .param("user", owner.value())
                .query((row, number) -> new Kept(row.getLong("files"), row.getLong("bytes") + cameIn))
                .single();
    }

    private void lock(String name) {
        TransactionLock.take(jdbc, "materials " + name);
    }

    private StoredAsset stored(ResultSet row, int number) throws SQLException {
        var called = row.getString("original_filename");
        var traits = row.getString("traits");
        var media = new ObjectKey(row.getString("storage_path"));
        return new StoredAsset(
                links.in(
                        new Asset(
                                new AssetId(row.getString("id")),
                                called == null ? row.getString("filename") : called,
                                Asset.Type.valueOf(row.getString("file_type").toUpperCase(Locale.ROOT)),
                                row.getString("mime_type"),
                                row.getLong("file_size"),
                                row.getObject("width", Integer.class),
                                row.getObject("height", Integer.class),
                                row.getObject("duration", Double.class),
                                row.getString("category"),
                                List.of(json.readValue(row.getString("tags"), String[].class)),
                                row.getString("description"),
                                Asset.ProcessingStatus.valueOf(
                                        row.getString("processing_status").toUpperCase(Locale.ROOT)),
                                row.getBoolean("is_public"),
                                row.getBoolean("is_deleted"),
                                row.getBoolean("is_favourite"),
                                row.getString("licence"),
                                row.getString("attribution"),
                                row.getString("source_url"),
                                traits == null ? null : json.readValue(traits, AssetTraits.class),
                                row.getTimestamp("created_at").toInstant(),
                                row.getTimestamp("updated_at").toInstant(),
                                null,
                                null,
                                original(row)),
                        media,
                        row.getBoolean("has_thumbnail")),
                media);
    }

    private @Nullable AssetOriginal original(ResultSet row) throws SQLException {
        if (row.getString("file_type").equals("document")) {
            return ofDocument(row);
        }
        var original = row.getString("original");
        return original == null ? null : originals.shown(json.readValue(original, AssetOriginal.class));
    }

    /** Nothing is made of it. */
    private static AssetOriginal ofDocument(ResultSet row) throws SQLException {
        return new AssetOriginal(
                StoredOriginal.named(
                        Objects.requireNonNullElse(row.getString("original_filename"), ""),
                        List.of(new ObjectKey(row.getString("storage_path")).extension())),
                row.getString("mime_type"),
                row.getLong("file_size"),
                row.getTimestamp("came_at").toInstant(),
                null);
    }
}

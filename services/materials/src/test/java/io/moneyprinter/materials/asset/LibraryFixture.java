package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.contracts.materials.AssetTraits.Colour;
import io.moneyprinter.contracts.materials.AssetTraits.Orientation;
import io.moneyprinter.testing.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Files that are known, and measured, without being there. */
public final class LibraryFixture {

    private static final AssetProperties LIMITS =
            new AssetProperties(Integer.MAX_VALUE, DataSize.ofTerabytes(1), Duration.ofDays(30));

    private final JdbcAssets rows;
    private Instant time = Instant.parse("2026-11-20T12:00:00Z");

    public LibraryFixture(TestDatabase database) {
        rows = TestAssets.rows(database);
    }

    /**
     * A file of 1920x1080 pixels, of ten seconds where it lasts.
     *
     * @param colour of what is seen
     */
    public record Entry(
            String name,
            String type,
            List<String> tags,
            @Nullable String category,
            @Nullable String description,
            @Nullable String colour,
            @Nullable Double brightness) {}

    /** One a second. */
    public void add(UserId owner, List<Entry> entries) {
        entries.forEach(entry -> add(owner, entry));
    }

    private void add(UserId owner, Entry entry) {
        time = time.plusSeconds(1);
        var type = Asset.Type.valueOf(entry.type().toUpperCase(Locale.ROOT));
        var seen = type != Asset.Type.AUDIO;
        var asset = new Asset(
                new AssetId(UUID.randomUUID().toString()),
                entry.name(),
                type,
                type == Asset.Type.IMAGE ? "image/jpeg" : "video/mp4",
                1_000,
                seen ? 1920 : null,
                seen ? 1080 : null,
                type == Asset.Type.IMAGE ? null : 10.0,
                time);
        rows.insert(
                owner,
                new StoredAsset(asset, new ObjectKey("materials/" + asset.assetId() + ".bin")),
                asset.assetId().value(),
                null,
                LIMITS,
                () -> true);
        var change = new AssetChange(null, entry.category(), entry.tags(), entry.description(), null, null, null, null);
        rows.change(owner, asset.assetId(), change::of, time);
        rows.describe(List.of(new JdbcAssets.Described(
                owner,
                asset.assetId(),
                new ObjectKey("materials/" + asset.assetId() + ".bin"),
                traits(entry, type),
                null)));
    }

    /** Of a file that is there. */
    public AssetId id(UserId owner, String name) {
        return rows.list(owner, new JdbcAssets.Wanted(false, false, null), null, 10_000).stream()
                .filter(asset -> asset.filename().equals(name))
                .findFirst()
                .orElseThrow()
                .assetId();
    }

    public void describe(UserId owner, AssetId id, String description) {
        var change = new AssetChange(null, null, null, description, null, null, null, null);
        rows.change(owner, id, change::of, time);
    }

    public void favour(UserId owner, AssetId id) {
        var change = new AssetChange(null, null, null, null, true, null, null, null);
        rows.change(owner, id, change::of, time);
    }

    /** Into the bin. */
    public void delete(UserId owner, AssetId id) {
        rows.delete(owner, id, time);
    }

    /** Out of the bin. */
    public void restore(UserId owner, AssetId id) {
        rows.restore(owner, id, time);
    }

    /** For good. */
    public void purge(UserId owner, AssetId id) {
        rows.purge(owner, id, null);
    }

    private static AssetTraits traits(Entry entry, Asset.Type type) {
        var colour = entry.colour();
        return new AssetTraits(
                colour == null ? null : Orientation.LANDSCAPE,
                colour == null ? List.of() : List.of(new Colour(colour, "#000000", 1)),
                entry.brightness(),
                type == Asset.Type.VIDEO ? 0.1 : null,
                type == Asset.Type.VIDEO ? List.of(new AssetTraits.Scene(0, 10, 0.1)) : List.of(),
                null,
                type == Asset.Type.AUDIO,
                colour == null ? List.of() : List.of("landscape", colour));
    }
}

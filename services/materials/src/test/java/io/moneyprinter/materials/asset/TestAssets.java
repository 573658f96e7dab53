package io.moneyprinter.materials.asset;

import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.link.TestLinks;
import io.moneyprinter.materials.picture.TestPictures;
import io.moneyprinter.materials.traits.TestTraits;
import io.moneyprinter.materials.variant.TestVariants;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Assets for tests of what uses them. */
final class TestAssets {

    /** What came in is due by then, also by the clock of the database, which may be ahead of ours. */
    static final Clock SOON = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    private static final OriginalProperties AS_LONG_AS_THE_FILE = new OriginalProperties(null);

    private TestAssets() {}

    static Assets of(TestDatabase database, ObjectStore store) {
        return of(database, store, 1_000);
    }

    static Assets of(TestDatabase database, ObjectStore store, int maxFiles) {
        return of(database.dataSource(), store, maxFiles);
    }

    static Assets of(DataSource database, ObjectStore store, int maxFiles) {
        return of(database, store, limits(maxFiles), AS_LONG_AS_THE_FILE, Clock.systemUTC());
    }

    /** @param keepFor originals, null for as long as the file */
    static Assets keepingOriginals(TestDatabase database, ObjectStore store, @Nullable Duration keepFor, Clock clock) {
        return of(database.dataSource(), store, limits(1_000), new OriginalProperties(keepFor), clock);
    }

    static Assets withRoomFor(TestDatabase database, ObjectStore store, DataSize size) {
        var limits = new AssetProperties(1_000, size, Duration.ofDays(30));
        return of(database.dataSource(), store, limits, AS_LONG_AS_THE_FILE, Clock.systemUTC());
    }

    private static Assets of(
            DataSource database, ObjectStore store, AssetProperties limits, OriginalProperties originals, Clock clock) {
        return new Assets(
                rows(database, originals, clock),
                Intakes.into(store),
                Intakes.documentsInto(store),
                originals(database, store, originals, clock),
                store,
                limits,
                measuring(database, store, originals, clock),
                upkeep(database, store, originals, clock),
                originals == AS_LONG_AS_THE_FILE ? ticking() : clock);
    }

    private static Originals originals(
            DataSource database, ObjectStore store, OriginalProperties properties, Clock clock) {
        return new Originals(new JdbcOriginals(database, properties, clock), store, properties);
    }

    static JdbcAssets rows(TestDatabase database) {
        return rows(database.dataSource(), AS_LONG_AS_THE_FILE, Clock.systemUTC());
    }

    private static JdbcAssets rows(DataSource database, OriginalProperties originals, Clock clock) {
        return new JdbcAssets(
                database,
                Json.strict(),
                new AssetLinks(TestLinks.at(Clock.systemUTC())),
                new JdbcOriginals(database, originals, clock));
    }

    private static StoredContent content(DataSource database, ObjectStore store) {
        return new StoredContent(
                store, TestVariants.of(database, store), TestPictures.of(database, store, Clock.systemUTC()));
    }

    /** Does nothing by itself. */
    static Upkeep upkeep(TestDatabase database, ObjectStore store, Clock clock) {
        return upkeep(database.dataSource(), store, AS_LONG_AS_THE_FILE, clock);
    }

    /** The same, where originals are kept for a while. */
    static Upkeep upkeep(TestDatabase database, ObjectStore store, Duration keepFor, Clock clock) {
        return upkeep(database.dataSource(), store, new OriginalProperties(keepFor), clock);
    }

    private static Upkeep upkeep(DataSource database, ObjectStore store, OriginalProperties originals, Clock clock) {
        return new Upkeep(
                rows(database, originals, clock),
                content(database, store),
                originals(database, store, originals, clock),
                limits(1_000),
                clock);
    }

    /** Does nothing by itself. */
    static Measuring measuring(TestDatabase database, ObjectStore store, Clock clock) {
        return measuring(database.dataSource(), store, AS_LONG_AS_THE_FILE, clock);
    }

    private static Measuring measuring(
            DataSource database, ObjectStore store, OriginalProperties originals, Clock clock) {
        return new Measuring(
                rows(database, originals, clock),
                TestTraits.in(store),
                TestVariants.worker(database, store, clock),
                clock);
    }

    private static AssetProperties limits(int maxFiles) {
        return new AssetProperties(maxFiles, DataSize.ofGigabytes(1), Duration.ofDays(30));
    }

    /** Every look is a second later. */
    private static Clock ticking() {
        var seconds = new AtomicLong();
        InstantSource source =
                () -> Instant.parse("2026-11-23T12:00:00Z").plus(Duration.ofSeconds(seconds.incrementAndGet()));
        return source.withZone(ZoneOffset.UTC);
    }
}

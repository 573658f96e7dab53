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
import org.springframework.util.unit.DataSize;

/** Assets for tests of what uses them. */
final class TestAssets {

    private TestAssets() {}

    static Assets of(TestDatabase database, ObjectStore store) {
        return of(database, store, 1_000);
    }

    static Assets of(TestDatabase database, ObjectStore store, int maxFiles) {
        return of(database.dataSource(), store, maxFiles);
    }

    static Assets of(DataSource database, ObjectStore store, int maxFiles) {
        return new Assets(
                rows(database),
                Intakes.into(store),
                Intakes.documentsInto(store),
                store,
                limits(maxFiles),
                measuring(database, store, Clock.systemUTC()),
                upkeep(database, store, Clock.systemUTC()),
                ticking());
    }

    static JdbcAssets rows(TestDatabase database) {
        return rows(database.dataSource());
    }

    private static JdbcAssets rows(DataSource database) {
        return new JdbcAssets(database, Json.strict(), new AssetLinks(TestLinks.at(Clock.systemUTC())));
    }

    private static StoredContent content(DataSource database, ObjectStore store) {
        return new StoredContent(
                store, TestVariants.of(database, store), TestPictures.of(database, store, Clock.systemUTC()));
    }

    /** Does nothing by itself. */
    static Upkeep upkeep(TestDatabase database, ObjectStore store, Clock clock) {
        return upkeep(database.dataSource(), store, clock);
    }

    private static Upkeep upkeep(DataSource database, ObjectStore store, Clock clock) {
        return new Upkeep(rows(database), content(database, store), limits(1_000), clock);
    }

    /** Does nothing by itself. */
    static Measuring measuring(TestDatabase database, ObjectStore store, Clock clock) {
        return measuring(database.dataSource(), store, clock);
    }

    private static Measuring measuring(DataSource database, ObjectStore store, Clock clock) {
        return new Measuring(rows(database), TestTraits.in(store), TestVariants.worker(database, store, clock), clock);
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

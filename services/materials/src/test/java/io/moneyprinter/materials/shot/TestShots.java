package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.materials.asset.Assets;
import io.moneyprinter.materials.embedding.Meanings;
import io.moneyprinter.materials.embedding.TestMeanings;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.search.TestLibrary;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.stock.TestSources;
import io.moneyprinter.materials.traits.TestTraits;
import io.moneyprinter.materials.variant.TestVariants;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Stock footage as it is set up by default. */
final class TestShots {

    private TestShots() {}

    static ShotProperties properties() {
        return new ShotProperties(
                List.of(
                        MaterialSource.OWN,
                        MaterialSource.LIBRARY,
                        MaterialSource.STOCK,
                        MaterialSource.GENERATED,
                        MaterialSource.DESIGNED),
                Duration.ofHours(24),
                Duration.ofSeconds(90),
                2,
                0.3,
                10,
                List.of(StockKind.VIDEO, StockKind.PHOTO));
    }

    /** Looks among the files of users. */
    static LibraryFiles library(TestDatabase database, ObjectStore store, Assets assets) {
        return library(database, store, assets, TestMeanings.none(database));
    }

    static LibraryFiles library(TestDatabase database, ObjectStore store, Assets assets, Meanings meanings) {
        return new LibraryFiles(
                TestLibrary.of(database, assets, meanings),
                new Neighbours(database.jdbc(), Json.strict()),
                new AssetVisuals(
                        (request, photo, position) -> {
                            throw new AssertionError("no photo is drawn anew");
                        },
                        TestVariants.of(database, store)),
                new JdbcStockClips(database.jdbc(), Json.strict()),
                properties());
    }

    /** Asks the providers in their order. */
    static StockFootage footage(TestDatabase database, ObjectStore store, StockProvider... providers) {
        return footage(database, store, TestMeanings.none(database), providers);
    }

    static StockFootage footage(
            TestDatabase database, ObjectStore store, Meanings meanings, StockProvider... providers) {
        var clips = new JdbcStockClips(database.jdbc(), Json.strict());
        return new StockFootage(
                TestSources.asking(providers),
                clips,
                new ClipFiles(clips, Intakes.into(store), TestTraits.in(store), store),
                new Neighbours(database.jdbc(), Json.strict()),
                meanings,
                properties(),
                Clock.systemUTC());
    }
}

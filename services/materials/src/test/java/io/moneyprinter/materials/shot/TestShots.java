package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.asset.Assets;
import io.moneyprinter.materials.embedding.Meanings;
import io.moneyprinter.materials.embedding.TestMeanings;
import io.moneyprinter.materials.image.ImageModels;
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
        return properties(StockKind.VIDEO, StockKind.PHOTO);
    }

    private static ShotProperties properties(StockKind... stock) {
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
                List.of(stock));
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
                new JdbcStockClips(database.dataSource(), Json.strict()),
                properties());
    }

    /** Asks the providers in their order. */
    static StockFootage footage(TestDatabase database, ObjectStore store, StockProvider... providers) {
        return footage(database, store, TestMeanings.none(database), providers);
    }

    static StockFootage footage(
            TestDatabase database, ObjectStore store, Meanings meanings, StockProvider... providers) {
        return footage(database, store, meanings, properties(), providers);
    }

    /** Asks them for clips of one kind alone. */
    static StockFootage footage(
            TestDatabase database, ObjectStore store, Meanings meanings, StockKind kind, StockProvider... providers) {
        return footage(database, store, meanings, properties(kind), providers);
    }

    private static StockFootage footage(
            TestDatabase database,
            ObjectStore store,
            Meanings meanings,
            ShotProperties properties,
            StockProvider... providers) {
        var clips = new JdbcStockClips(database.dataSource(), Json.strict());
        return new StockFootage(
                TestSources.asking(providers),
                clips,
                new ClipFiles(clips, Intakes.into(store), TestTraits.in(store), store),
                new Neighbours(database.jdbc(), Json.strict()),
                meanings,
                properties,
                Clock.systemUTC());
    }

    /**
     * All sources in their order.
     *
     * @param drawn what is designed where nothing else is found
     */
    static Shots shots(
            TestDatabase database,
            ObjectStore store,
            Assets assets,
            ImageModels models,
            Visual drawn,
            StockProvider... providers) {
        var json = Json.strict();
        return new Shots(
                new OwnFiles(
                        assets,
                        new AssetVisuals((request, photo, position) -> drawn, TestVariants.of(database, store))),
                library(database, store, assets),
                footage(database, store, providers),
                new GeneratedImages(models),
                request -> new Shot(List.of(drawn), "designed", null),
                new JdbcShots(database.jdbc(), json),
                new JdbcStockClips(database.dataSource(), json),
                store,
                properties(),
                json);
    }
}

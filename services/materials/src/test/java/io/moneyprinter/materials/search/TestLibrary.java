package io.moneyprinter.materials.search;

import io.moneyprinter.materials.asset.Assets;
import io.moneyprinter.materials.embedding.Meanings;
import io.moneyprinter.materials.embedding.TestMeanings;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.testing.database.TestDatabase;

/** A library for tests of what uses one. */
public final class TestLibrary {

    private TestLibrary() {}

    public static Library of(TestDatabase database, Assets assets) {
        return of(database, assets, TestMeanings.none(database));
    }

    public static Library of(TestDatabase database, Assets assets, Meanings meanings) {
        return new Library(
                new JdbcSearch(database.jdbc(), Json.strict()), new Vocabulary(database.jdbc()), assets, meanings);
    }
}

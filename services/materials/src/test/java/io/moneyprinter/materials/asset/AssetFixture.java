package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;

/** Files of users for tests of other features. */
public final class AssetFixture {

    private final Assets assets;

    public AssetFixture(TestDatabase database, ObjectStore store) {
        assets = TestAssets.of(database, store);
    }

    public Assets assets() {
        return assets;
    }

    public AssetId add(UserId owner, Path file, String name) {
        return add(assets, owner, file, name);
    }

    /** Another file for what an asset is. */
    public void replace(UserId owner, AssetId id, Path file) {
        assets.replace(owner, id, file, "another." + extension(file), null);
    }

    private static String extension(Path file) {
        var name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** To the files of a server that runs. */
    public static AssetId add(Assets assets, UserId owner, Path file, String name) {
        return assets.add(owner, file, name).assetId();
    }
}

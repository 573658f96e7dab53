package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.materials.picture.Pictures;
import io.moneyprinter.materials.variant.Variants;
import io.moneyprinter.service.store.ObjectStore;
import org.springframework.stereotype.Component;

/** The objects of assets, and of all that is made of them. */
@Component
class StoredContent implements JdbcAssets.Content {

    private final ObjectStore store;
    private final Variants variants;
    private final Pictures pictures;

    StoredContent(ObjectStore store, Variants variants, Pictures pictures) {
        this.store = store;
        this.variants = variants;
        this.pictures = pictures;
    }

    @Override
    public void forget(AssetId id) {
        variants.forget(id);
    }

    @Override
    public void detach(AssetId id) {
        variants.detach(id);
    }

    @Override
    public void delete(ObjectKey media) {
        pictures.forget(media);
        store.delete(media);
    }
}

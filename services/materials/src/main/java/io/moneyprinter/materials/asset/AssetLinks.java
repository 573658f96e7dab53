package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.materials.link.Links;
import io.moneyprinter.materials.link.Links.Link;
import io.moneyprinter.materials.picture.Resize;
import io.moneyprinter.materials.variant.VariantType;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links to assets and to what is made of them. The signature is the permission: no login is asked for behind them. */
@Component
class AssetLinks {

    static final String FILES = "/media/files";
    static final String IMAGES = "/media/images";

    /** The content itself, among its variants. */
    static final String ORIGINAL = "original";

    private final Links links;

    AssetLinks(Links links) {
        this.links = links;
    }

    /** The asset with links that are good for as long as is usual; documents and what is in the bin have none. */
    Asset in(Asset asset, boolean hasThumbnail) {
        if (asset.isDeleted() || asset.fileType() == Asset.Type.DOCUMENT) {
            return asset;
        }
        var id = asset.assetId();
        return asset.withLinks(
                links.of(path(id, ORIGINAL), Map.of()).url(),
                hasThumbnail
                        ? links.of(path(id, VariantType.THUMBNAIL.word()), Map.of())
                                .url()
                        : null);
    }

    /** A link that is good for as long as is usual. */
    Link to(AssetId id, VariantType type) {
        return links.of(path(id, type.word()), Map.of());
    }

    /**
     * @param variant {@link #ORIGINAL} or the word of a type
     * @param lifetime null for what is usual
     */
    Link to(AssetId id, String variant, @Nullable Duration lifetime) {
        return link(path(id, variant), Map.of(), lifetime);
    }

    /** @param lifetime null for what is usual */
    Link to(AssetId id, Resize resize, @Nullable Duration lifetime) {
        var parameters = new TreeMap<String, String>();
        if (resize.width() != null) {
            parameters.put("w", resize.width().toString());
        }
        if (resize.height() != null) {
            parameters.put("h", resize.height().toString());
        }
        parameters.put("fit", resize.fit().word());
        return link(IMAGES + "/" + id, parameters, lifetime);
    }

    private Link link(String path, Map<String, String> parameters, @Nullable Duration lifetime) {
        return lifetime == null ? links.of(path, parameters) : links.of(path, parameters, lifetime);
    }

    private static String path(AssetId id, String variant) {
        return "%s/%s/%s".formatted(FILES, id, variant);
    }
}

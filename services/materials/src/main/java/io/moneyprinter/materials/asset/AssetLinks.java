package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.materials.link.Links;
import io.moneyprinter.materials.link.Links.Link;
import io.moneyprinter.materials.picture.Resize;
import io.moneyprinter.materials.variant.VariantType;
import io.moneyprinter.service.store.Digests;
import jakarta.servlet.http.HttpServletRequest;
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

    /** Says what a link was made to, since another file can be given for an asset. */
    private static final String VERSION = "v";

    /** More than enough for one asset, and not enough to tell anything. */
    private static final int VERSION_LENGTH = 12;

    private final Links links;

    AssetLinks(Links links) {
        this.links = links;
    }

    /** The asset with links that are good for as long as is usual; documents and what is in the bin have none. */
    Asset in(Asset asset, ObjectKey media, boolean hasThumbnail) {
        if (asset.isDeleted() || asset.fileType() == Asset.Type.DOCUMENT) {
            return asset;
        }
        var id = asset.assetId();
        return asset.withLinks(
                to(id, ORIGINAL, media, null).url(),
                hasThumbnail ? to(id, VariantType.THUMBNAIL.word(), media, null).url() : null);
    }

    /**
     * @param variant {@link #ORIGINAL} or the word of a type
     * @param media what the asset is
     * @param lifetime null for what is usual
     */
    Link to(AssetId id, String variant, ObjectKey media, @Nullable Duration lifetime) {
        return link("%s/%s/%s".formatted(FILES, id, variant), parameters(media), lifetime);
    }

    /**
     * @param media what the asset is
     * @param lifetime null for what is usual
     */
    Link to(AssetId id, Resize resize, ObjectKey media, @Nullable Duration lifetime) {
        var parameters = parameters(media);
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

    private static Map<String, String> parameters(ObjectKey media) {
        return new TreeMap<>(Map.of(VERSION, version(media)));
    }

    /** Whether a link that was followed was made to {@code media}, and to nothing that the asset was before or after. */
    static boolean isTo(ObjectKey media, HttpServletRequest followed) {
        return version(media).equals(followed.getParameter(VERSION));
    }

    private static String version(ObjectKey media) {
        return Digests.of(media).substring(0, VERSION_LENGTH);
    }
}

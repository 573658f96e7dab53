package io.moneyprinter.contracts.materials;

import io.moneyprinter.contracts.common.AssetId;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pictures are taken from.
 *
 * @param assetIds the user's own files, in the order in which they should appear
 * @param sources which kinds may be used, in order of preference; null for own, library, stock, generated,
 *     designed
 * @param photos how the user's photos are shown; null for as they are
 */
public record MaterialSettings(
        @Nullable @Size(max = 200) List<AssetId> assetIds,
        @Nullable List<MaterialSource> sources,
        @Nullable PhotoTreatment photos) {

    public static final MaterialSettings DEFAULT = new MaterialSettings(null, null);

    /** Photos as they are. */
    public MaterialSettings(@Nullable List<AssetId> assetIds, @Nullable List<MaterialSource> sources) {
        this(assetIds, sources, null);
    }
}

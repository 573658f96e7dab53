package io.moneyprinter.contracts.materials;

import io.moneyprinter.contracts.common.AssetId;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pictures are taken from.
 *
 * @param assetIds the user's own files, in the order in which they should appear
 * @param sources which kinds may be used, in order of preference; null for own, library, stock, designed
 */
public record MaterialSettings(
        @Nullable @Size(max = 200) List<AssetId> assetIds,
        @Nullable List<MaterialSource> sources) {

    public static final MaterialSettings DEFAULT = new MaterialSettings(null, null);
}

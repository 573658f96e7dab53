package io.moneyprinter.contracts.materials;

import io.moneyprinter.contracts.common.AssetId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A brand that a user keeps, to be named by videos.
 *
 * @param colours {@code #RRGGBB}, 1 to 5, the one that is to be seen most first
 * @param style null to let the seed of each video decide
 * @param headingFont null for the one of the style
 * @param textFont null for the one of the style
 * @param logoAssetId null for none
 */
public record BrandKit(
        String brandId,
        String name,
        List<String> colours,
        @Nullable VisualStyle style,
        @Nullable String headingFont,
        @Nullable String textFont,
        @Nullable AssetId logoAssetId,
        Instant createdAt,
        Instant updatedAt) {

    public BrandKit {
        colours = List.copyOf(colours);
    }

    /** What a video has of it. */
    public Brand brand() {
        return new Brand(brandId, colours, style, headingFont, textFont, logoAssetId);
    }
}

package io.moneyprinter.contracts.materials;

import io.moneyprinter.contracts.common.AssetId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pictures that are drawn for a video have of a brand. Either {@code brand_id} or {@code colours} is given; with
 * both, nothing is looked up.
 *
 * @param brandId of a brand that the user keeps: what is null here is as it says when the video is accepted, whatever
 *     becomes of it later
 * @param colours {@code #RRGGBB}, the one that is to be seen most first. They are made lighter or darker where text
 *     would not be readable
 * @param style of letters, grounds and movement; null to let the seed decide. The one of the video comes first
 * @param headingFont of large text: {@code grotesque}, {@code rounded}, {@code condensed} or {@code serif}; null for
 *     the one of the style. Scripts that it does not have are in their own fonts
 * @param textFont of small text, likewise
 * @param logoAssetId an image of the user's that is the watermark of videos without another one
 */
public record Brand(
        @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "expected the id of a brand")
        String brandId,

        @Nullable @Size(min = 1, max = 5, message = "expected 1 to 5 colours")
        List<
                        @NotNull(message = "null (expected: #RRGGBB)")
                        @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "expected #RRGGBB") String>
                colours,

        @Nullable VisualStyle style,

        @Nullable
        @Pattern(
                regexp = "grotesque|rounded|condensed|serif",
                message = "expected one of grotesque, rounded, condensed, serif")
        String headingFont,

        @Nullable
        @Pattern(
                regexp = "grotesque|rounded|condensed|serif",
                message = "expected one of grotesque, rounded, condensed, serif")
        String textFont,

        @Nullable AssetId logoAssetId) {

    public Brand {
        // Nulls are for the validation to name.
        colours = colours == null ? null : Collections.unmodifiableList(new ArrayList<>(colours));
    }

    /** One that the user keeps. */
    public static Brand kept(String brandId) {
        return new Brand(brandId, null, null, null, null, null);
    }

    /** Colours alone. */
    public static Brand ofColours(List<String> colours) {
        return new Brand(null, colours, null, null, null, null);
    }

    /** With all that is null taken from another one. */
    public Brand orElse(Brand other) {
        return new Brand(
                brandId,
                colours == null ? other.colours : colours,
                style == null ? other.style : style,
                headingFont == null ? other.headingFont : headingFont,
                textFont == null ? other.textFont : textFont,
                logoAssetId == null ? other.logoAssetId : logoAssetId);
    }

    /** The colours as {@code 0xffRRGGBB}; empty when there are none. */
    public List<Integer> opaque() {
        return colours == null
                ? List.of()
                : colours.stream()
                        .map(colour -> 0xff000000 | Integer.parseInt(colour.substring(1), 16))
                        .toList();
    }
}

package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.AssetId;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A picture above everything else, all the time, such as a logo.
 *
 * @param assetId an image of the user's; parts that are transparent stay so
 * @param corner default {@code top_right}
 * @param width of the canvas, in percent; default 14
 * @param margin to the edges, in percent of the canvas' width; default 4
 * @param opacity 0 to 1; default 0.85
 */
public record Watermark(
        @NotNull(message = "missing (expected: the id of an image)")
        AssetId assetId,

        @Nullable Corner corner,
        @Nullable @DecimalMin("2") @DecimalMax("100") Double width,
        @Nullable @DecimalMin("0") @DecimalMax("40") Double margin,
        @Nullable @DecimalMin("0.05") @DecimalMax("1") Double opacity) {}

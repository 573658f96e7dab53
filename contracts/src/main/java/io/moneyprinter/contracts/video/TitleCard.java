package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.AssetId;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Pictures before the first or after the last sentence, while nobody speaks. One of {@code title} and {@code assetId}
 * is given.
 *
 * @param title set large; null for none
 * @param subtitle set small below it; null for none
 * @param assetId an image or a video of the user's; null for a card that we draw
 * @param duration seconds; default 2.5, or the length of the video
 */
public record TitleCard(
        @Nullable @Size(max = 120) String title,
        @Nullable @Size(max = 200) String subtitle,
        @Nullable AssetId assetId,
        @Nullable @DecimalMin("0.5") @DecimalMax("30") Double duration) {}

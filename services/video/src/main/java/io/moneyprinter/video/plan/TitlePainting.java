package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.TitleCard;
import org.jspecify.annotations.Nullable;

/** Draws cards with titles. The same card is the same visual. */
@FunctionalInterface
public interface TitlePainting {

    /**
     * A card for the whole canvas.
     *
     * @param language BCP 47
     * @param seed of the video: its cards have the same colours and letters
     * @param style of the video's drawn pictures, null to let the brand or the seed decide
     * @param brand whose colours and letters it has; null for none
     */
    Visual title(
            TitleCard card,
            Canvas canvas,
            String language,
            long seed,
            @Nullable VisualStyle style,
            @Nullable Brand brand);
}

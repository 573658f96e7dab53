package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.video.Canvas;
import org.jspecify.annotations.Nullable;

/** Draws cards with titles. The same title is the same visual. */
public interface TitlePainting {

    /**
     * A card for the whole canvas.
     *
     * @param language BCP 47
     * @param seed decides on colours
     */
    Visual paint(String title, @Nullable String subtitle, Canvas canvas, String language, long seed);
}

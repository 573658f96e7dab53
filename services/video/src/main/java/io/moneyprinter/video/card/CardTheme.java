package io.moneyprinter.video.card;

import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.drawing.Design;
import io.moneyprinter.drawing.Look;
import io.moneyprinter.drawing.Palette;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** How the cards of one video look: chosen by the seed in the way in which designed visuals choose it. */
record CardTheme(Design design, long seed) {

    static CardTheme of(long seed, @Nullable VisualStyle style) {
        var look = style == null ? null : Look.valueOf(style.name());
        return new CardTheme(Design.of(new SplittableRandom(seed), look), seed);
    }

    Palette palette() {
        return design.palette();
    }

    SplittableRandom random() {
        return new SplittableRandom(seed ^ 0x6361726473L);
    }
}

package io.moneyprinter.video.card;

import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.drawing.Design;
import io.moneyprinter.drawing.FontFamily;
import io.moneyprinter.drawing.Look;
import io.moneyprinter.drawing.Palette;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** How the cards of one video look: chosen by the seed in the way in which designed visuals choose it. */
record CardTheme(Design design, long seed) {

    /** @param wanted null to let the brand or the seed decide */
    static CardTheme of(long seed, @Nullable VisualStyle wanted, @Nullable Brand brand) {
        var style = wanted == null && brand != null ? brand.style() : wanted;
        var design = Design.of(new SplittableRandom(seed), style == null ? null : Look.valueOf(style.name()));
        return new CardTheme(brand == null ? design : branded(design, brand), seed);
    }

    private static Design branded(Design design, Brand brand) {
        var colors = brand.opaque();
        return (colors.isEmpty() ? design : design.with(Palette.ofBrand(colors)))
                .with(FontFamily.named(brand.headingFont()), FontFamily.named(brand.textFont()));
    }

    Palette palette() {
        return design.palette();
    }

    SplittableRandom random() {
        return new SplittableRandom(seed ^ 0x6361726473L);
    }
}

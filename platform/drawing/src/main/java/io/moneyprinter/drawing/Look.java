package io.moneyprinter.drawing;

import java.util.Arrays;
import java.util.List;

/** Colours and letters that go together: what a video may look like as a whole. */
public enum Look {
    /** Loud and flat: tall capitals on strong colours. */
    POSTER(FontFamily.CONDENSED, FontFamily.GROTESQUE, true, "cobalt", "ember", "forest", "lemon"),
    /** A magazine: letters with serifs on paper. */
    EDITORIAL(FontFamily.SERIF, FontFamily.GROTESQUE, false, "paper", "blush", "sage", "espresso"),
    /** Soft lights in the dark, very heavy letters. */
    AURORA(FontFamily.GROTESQUE, FontFamily.GROTESQUE, false, "midnight", "aurora", "plum"),
    /** Friendly: round letters on light colours. */
    PLAYFUL(FontFamily.ROUNDED, FontFamily.ROUNDED, false, "mint", "sky", "lilac"),
    /** A control room: a grid, and points that float by. */
    SIGNAL(FontFamily.GROTESQUE, FontFamily.CONDENSED, true, "graphite", "deep sea");

    private final FontFamily display;
    private final FontFamily text;
    private final boolean capitals;
    private final List<Palette> palettes;

    Look(FontFamily display, FontFamily text, boolean capitals, String... palettes) {
        this.display = display;
        this.text = text;
        this.capitals = capitals;
        this.palettes = Arrays.stream(palettes).map(Palette::named).toList();
    }

    FontFamily display() {
        return display;
    }

    FontFamily text() {
        return text;
    }

    boolean capitals() {
        return capitals;
    }

    List<Palette> palettes() {
        return palettes;
    }
}

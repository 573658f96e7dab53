package io.moneyprinter.drawing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The families that Latin, Greek and Cyrillic text can be set in. Other scripts have one family each. */
public enum FontFamily {
    /** Neutral, up to a very heavy weight. */
    GROTESQUE("Roboto"),
    /** Friendly, with soft corners. */
    ROUNDED("Rubik"),
    /** Tall and narrow, like a poster. */
    CONDENSED("Roboto Condensed"),
    /** With serifs, like a magazine. */
    SERIF("Noto Serif");

    private final String alias;

    FontFamily(String alias) {
        this.alias = alias;
    }

    /** The one of this name, such as {@code serif}; null for null. */
    public static @Nullable FontFamily named(@Nullable String name) {
        return name == null ? null : valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The name that the family has elsewhere. */
    public String typeface() {
        return alias;
    }

    String alias() {
        return alias;
    }
}

package io.moneyprinter.drawing;

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

    /** The name that the family has elsewhere. */
    public String typeface() {
        return alias;
    }

    String alias() {
        return alias;
    }
}

package io.moneyprinter.materials.picture;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a picture of another shape fills what is asked for, as in CSS. */
public enum Fit {
    /** All of the picture within it. */
    @JsonProperty("contain")
    CONTAIN,
    /** All of it, with the middle of the picture. */
    @JsonProperty("cover")
    COVER,
    /** All of it, with all of the picture, whose shape may change. */
    @JsonProperty("fill")
    FILL;

    /** As it is written in links. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

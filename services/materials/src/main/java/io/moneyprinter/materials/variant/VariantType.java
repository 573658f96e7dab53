package io.moneyprinter.materials.variant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a variant is for. */
public enum VariantType {
    /** A small picture. */
    @JsonProperty("thumbnail")
    THUMBNAIL,
    /** A larger picture, a loop without sound, or the start of a sound. */
    @JsonProperty("preview")
    PREVIEW,
    /** What films that are not larger read instead of the original; only of videos that cost more than they need. */
    @JsonProperty("optimized")
    OPTIMIZED,
    /** The same of the middle alone, for films of another shape. Not shown to people. */
    @JsonProperty("middle")
    MIDDLE;

    /** As rows and addresses call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

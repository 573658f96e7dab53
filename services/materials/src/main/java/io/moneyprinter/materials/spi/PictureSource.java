package io.moneyprinter.materials.spi;

import org.jspecify.annotations.Nullable;

/** Somebody whom pictures are asked of, whether they are there already or are made. */
public interface PictureSource {

    /** Short, stable and lower case: it appears in shots, configuration and metrics. */
    String provider();

    /** Whether it answers only those who have a key. */
    boolean needsKey();

    /** How many keys it has been given. */
    int keys();

    /** How many of them are left alone, because they were refused or are asked too often. */
    default int keysResting() {
        return 0;
    }

    /** What it said last of the key that was used; null when it has not said anything. */
    default @Nullable RateLimit rateLimit() {
        return null;
    }
}

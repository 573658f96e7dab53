package io.moneyprinter.service.store;

import io.moneyprinter.contracts.common.ObjectKey;

/** What becomes of an object in the end; its namespace decides. */
public enum Lifecycle {
    /** Came from somebody: stays as long as a row points to it, and goes soon after. */
    ORIGINAL,
    /**
     * Was made here. Stays as long as a row points to it; after that for as long as somebody asks for it, since the
     * same work finds it again.
     */
    RENDITION,
    /** Is made again by whoever misses it: goes when there are too many, whatever points to it. */
    CACHE;

    private static final String MATERIALS = "materials/";
    /** As they came in. */
    private static final String ORIGINALS = "originals/";

    static final String CHUNKS = "chunks/";

    public static Lifecycle of(ObjectKey key) {
        if (key.value().startsWith(MATERIALS) || key.value().startsWith(ORIGINALS)) {
            return ORIGINAL;
        }
        return key.value().startsWith(CHUNKS) ? CACHE : RENDITION;
    }
}

package io.moneyprinter.materials.variant;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Instant;

/**
 * A file that was made of an asset.
 *
 * @param width pixels; 0 for sound
 * @param height pixels; 0 for sound
 * @param fileSize in bytes
 * @param media what it was made of: the asset may have become something else since
 */
public record Variant(
        VariantType type,
        String mimeType,
        int width,
        int height,
        long fileSize,
        ObjectKey key,
        ObjectKey media,
        Instant createdAt) {

    /** Whether it is a single picture. */
    public boolean picture() {
        return mimeType.startsWith("image/");
    }

    /** Whether one may see through parts of it. */
    public boolean transparent() {
        return mimeType.equals("image/png");
    }
}

package io.moneyprinter.contracts.materials;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The file as it came in, kept for its owner alone. What is shown and served is made anew of it; documents are their own
 * original.
 *
 * @param filename that it is handed out with
 * @param mimeType as found in the bytes; it is handed out as bytes of no type
 * @param fileSize in bytes
 * @param createdAt when it came in
 * @param expiresAt when it is deleted; null when it stays as long as the file
 */
public record AssetOriginal(
        String filename,
        String mimeType,
        long fileSize,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    /** The same with another end. */
    public AssetOriginal until(@Nullable Instant end) {
        return new AssetOriginal(filename, mimeType, fileSize, createdAt, end);
    }
}

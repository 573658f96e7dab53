package io.moneyprinter.materials.asset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.AssetOriginal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an asset is or was.
 *
 * @param version from 1; the highest is what it is now
 * @param isCurrent whether it is what the asset is now
 * @param media where it is, which is nobody's business
 * @param fileSize in bytes
 * @param width pixels, null for what is not seen
 * @param height pixels, null for what is not seen
 * @param duration seconds, null for images and documents
 * @param createdAt when it came in
 * @param original what it was made of, as it came in; null where that is not kept
 */
record AssetVersion(
        int version,
        @JsonProperty("is_current") boolean isCurrent,
        @JsonIgnore ObjectKey media,
        String mimeType,
        long fileSize,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double duration,
        Instant createdAt,
        @Nullable AssetOriginal original) {

    AssetVersion with(@Nullable AssetOriginal original) {
        return new AssetVersion(
                version, isCurrent, media, mimeType, fileSize, width, height, duration, createdAt, original);
    }
}

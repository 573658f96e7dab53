package io.moneyprinter.contracts.materials;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moneyprinter.contracts.common.AssetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that a user gave us.
 *
 * @param filename as the user called it, for people only
 * @param mimeType as found in the bytes, whatever the name says
 * @param fileSize in bytes
 * @param width pixels as displayed, null for what is not seen
 * @param height pixels as displayed, null for what is not seen
 * @param duration seconds, null for images and documents
 */
public record Asset(
        AssetId assetId,
        String filename,
        Type fileType,
        String mimeType,
        long fileSize,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double duration,
        Instant createdAt) {

    /** What an asset is. */
    public enum Type {
        @JsonProperty("image")
        IMAGE,
        @JsonProperty("video")
        VIDEO,
        @JsonProperty("audio")
        AUDIO,
        /** Words to make a video of; shown in none. */
        @JsonProperty("document")
        DOCUMENT
    }
}

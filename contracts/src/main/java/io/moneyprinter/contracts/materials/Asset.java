package io.moneyprinter.contracts.materials;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moneyprinter.contracts.common.AssetId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param category the owner's, one of few
 * @param tags the owner's
 * @param isPublic whether others may see it; nobody may, yet
 * @param isDeleted whether it is in the bin, from where it can be restored for a while
 * @param isFavourite whether its owner marked it
 * @param licence under which its owner has it, such as {@code CC BY 4.0}; null when not said
 * @param attribution the credit that is due wherever it is shown; null when none
 * @param sourceUrl where it is from; null when not said
 * @param traits what was measured; null as long as it was not
 * @param cdnUrl a link to the content that needs no login and expires; null where there is none
 * @param thumbnailUrl such a link to a small picture of it; null as long as there is none
 * @param original what it was made of, as it came in; null where that is not kept
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
        @Nullable String category,
        List<String> tags,
        @Nullable String description,
        ProcessingStatus processingStatus,
        @JsonProperty("is_public") boolean isPublic,
        @JsonProperty("is_deleted") boolean isDeleted,
        @JsonProperty("is_favourite") boolean isFavourite,
        @Nullable String licence,
        @Nullable String attribution,
        @Nullable String sourceUrl,
        @Nullable AssetTraits traits,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String cdnUrl,
        @Nullable String thumbnailUrl,
        @Nullable AssetOriginal original) {

    // A service of an earlier version does not send all of it.
    @SuppressWarnings("NullAway")
    public Asset {
        tags = tags == null ? List.of() : List.copyOf(tags);
        processingStatus = processingStatus == null ? ProcessingStatus.READY : processingStatus;
        updatedAt = updatedAt == null ? createdAt : updatedAt;
    }

    /** As it comes in: ready, and nothing said of it. */
    public Asset(
            AssetId assetId,
            String filename,
            Type fileType,
            String mimeType,
            long fileSize,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double duration,
            Instant createdAt) {
        this(
                assetId,
                filename,
                fileType,
                mimeType,
                fileSize,
                width,
                height,
                duration,
                null,
                List.of(),
                null,
                ProcessingStatus.READY,
                false,
                false,
                false,
                null,
                null,
                null,
                null,
                createdAt,
                createdAt,
                null,
                null,
                null);
    }

    /** The same with other links. */
    public Asset withLinks(@Nullable String content, @Nullable String thumbnail) {
        return new Asset(
                assetId,
                filename,
                fileType,
                mimeType,
                fileSize,
                width,
                height,
                duration,
                category,
                tags,
                description,
                processingStatus,
                isPublic,
                isDeleted,
                isFavourite,
                licence,
                attribution,
                sourceUrl,
                traits,
                createdAt,
                updatedAt,
                content,
                thumbnail,
                original);
    }

    /** The line that is due in the credits of what shows it; null when none is. */
    public @Nullable String credit() {
        if (attribution == null && licence == null) {
            return null;
        }
        var named = attribution == null ? filename : attribution;
        return Stream.of(named, licence, sourceUrl)
                .filter(part -> part != null && (part.equals(named) || !named.contains(part)))
                .distinct()
                .collect(Collectors.joining(", "));
    }

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

    /** How far we are with it. */
    public enum ProcessingStatus {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("processing")
        PROCESSING,
        /** It can be used. */
        @JsonProperty("ready")
        READY,
        @JsonProperty("failed")
        FAILED
    }
}

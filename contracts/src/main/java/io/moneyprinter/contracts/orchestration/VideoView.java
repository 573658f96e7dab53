package io.moneyprinter.contracts.orchestration;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.tts.Charge;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A video with what it was made from and where its files are.
 *
 * @param rootId the first version of it, which may be deleted
 * @param version 1 for the first one
 * @param parentId the version that was edited to get this one, null for the first one
 * @param translatedFrom the version of another video that this is a translation of, null when it is none
 * @param translations the same video in other languages
 * @param citations the texts of others that its script was made of; none before it is written
 * @param duration seconds, null before it is known
 * @param width in pixels, null before it is known and where nothing is seen
 * @param height as the width
 * @param charge what providers were asked to speak for this version, and what they take for it; null before the video
 *     is completed, and for videos that were made before it was kept
 * @param links where the files are, null before the video is completed
 */
public record VideoView(
        VideoId videoId,
        VideoId rootId,
        int version,
        @Nullable VideoId parentId,
        @Nullable VideoId translatedFrom,
        List<VideoTranslation> translations,
        JobStatus status,
        int progress,
        String title,
        @Nullable String description,
        List<String> keywords,
        List<Citation> citations,
        @Nullable String language,
        @Nullable Double duration,
        @Nullable Integer width,
        @Nullable Integer height,
        VideoRequest request,
        @Nullable Charge charge,
        @Nullable Links links,
        @Nullable JobError error,
        Instant createdAt,
        Instant updatedAt) {

    // Servers of an earlier version know of no translations.
    @SuppressWarnings("NullAway")
    public VideoView {
        translations = translations == null ? List.of() : List.copyOf(translations);
        keywords = List.copyOf(keywords);
        citations = citations == null ? List.of() : List.copyOf(citations);
    }

    /**
     * Paths below the server's address.
     *
     * @param content the film, or the sound where nothing else was asked for; null where only captions were
     * @param preview null where nothing is seen
     * @param thumbnail null where nothing is seen
     * @param captionsAss null for videos that were made before there was one
     * @param words the times of the words; null for videos that were made before they were kept
     * @param credits whose pictures are seen; null where nothing is seen
     */
    public record Links(
            @Nullable String content,
            @Nullable String preview,
            @Nullable String thumbnail,
            String captionsVtt,
            String captionsSrt,
            @Nullable String captionsAss,
            @Nullable String words,
            @Nullable String credits) {}
}

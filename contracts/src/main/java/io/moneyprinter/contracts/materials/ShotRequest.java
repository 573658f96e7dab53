package io.moneyprinter.contracts.materials;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that needs a picture.
 *
 * @param index of the sentence in the script, from 0
 * @param count sentences in the script
 * @param text the sentence
 * @param heading of the section the sentence stands in, null without one
 * @param keywords most telling first
 * @param title of the video
 * @param language BCP 47
 * @param duration about how long it is spoken; the film may ask a little more or less of the shot
 * @param width of the canvas in pixels
 * @param height of the canvas in pixels
 * @param seed the same for all sentences of a video: gives one palette and type scale per video
 * @param searchTerms what whoever wrote the script would look for, most exact first; before the keywords
 * @param exclude sources of pictures, as scores name them, that are not to be shown
 * @param style what drawn pictures look like; null to let the brand or the seed decide
 * @param brand whose colours and letters drawn pictures have, with nothing left to look up; null for none
 * @param film the first version of the video; null where this is the first one
 * @param visual of the pictures of the sentence the one whose place the shot takes, from 0; null for all of them
 */
public record ShotRequest(
        UserId userId,
        VideoId videoId,
        int index,
        int count,
        String text,
        @Nullable String heading,
        List<String> keywords,
        String title,
        String language,
        Duration duration,
        int width,
        int height,
        long seed,
        MaterialSettings materials,
        List<String> searchTerms,
        List<String> exclude,
        @Nullable VisualStyle style,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Brand brand,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable VideoId film,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer visual) {

    // A caller of an earlier version does not say what to look for, or what not.
    @SuppressWarnings("NullAway")
    public ShotRequest {
        keywords = List.copyOf(keywords);
        searchTerms = searchTerms == null ? List.of() : List.copyOf(searchTerms);
        exclude = exclude == null ? List.of() : List.copyOf(exclude);
    }

    /** Of a sentence of a video without a brand. */
    public ShotRequest(
            UserId userId,
            VideoId videoId,
            int index,
            int count,
            String text,
            @Nullable String heading,
            List<String> keywords,
            String title,
            String language,
            Duration duration,
            int width,
            int height,
            long seed,
            MaterialSettings materials,
            List<String> searchTerms,
            List<String> exclude,
            @Nullable VisualStyle style) {
        this(
                userId,
                videoId,
                index,
                count,
                text,
                heading,
                keywords,
                title,
                language,
                duration,
                width,
                height,
                seed,
                materials,
                searchTerms,
                exclude,
                style,
                null,
                null,
                null);
    }

    /** Of a sentence that may show anything. */
    public ShotRequest(
            UserId userId,
            VideoId videoId,
            int index,
            int count,
            String text,
            @Nullable String heading,
            List<String> keywords,
            String title,
            String language,
            Duration duration,
            int width,
            int height,
            long seed,
            MaterialSettings materials,
            List<String> searchTerms) {
        this(
                userId,
                videoId,
                index,
                count,
                text,
                heading,
                keywords,
                title,
                language,
                duration,
                width,
                height,
                seed,
                materials,
                searchTerms,
                List.of(),
                null);
    }

    /** Of a sentence of which nobody has said what to look for, or how to draw it. */
    public ShotRequest(
            UserId userId,
            VideoId videoId,
            int index,
            int count,
            String text,
            @Nullable String heading,
            List<String> keywords,
            String title,
            String language,
            Duration duration,
            int width,
            int height,
            long seed,
            MaterialSettings materials) {
        this(
                userId, videoId, index, count, text, heading, keywords, title, language, duration, width, height, seed,
                materials, List.of());
    }

    public ShotRequest withBrand(@Nullable Brand brand) {
        return new ShotRequest(
                userId,
                videoId,
                index,
                count,
                text,
                heading,
                keywords,
                title,
                language,
                duration,
                width,
                height,
                seed,
                materials,
                searchTerms,
                exclude,
                style,
                brand,
                film,
                visual);
    }

    /** The same for one picture of the sentence. */
    public ShotRequest withVisual(int visual) {
        return new ShotRequest(
                userId,
                videoId,
                index,
                count,
                text,
                heading,
                keywords,
                title,
                language,
                duration,
                width,
                height,
                seed,
                materials,
                searchTerms,
                exclude,
                style,
                brand,
                film,
                visual);
    }

    /** What all versions of the video have in common. */
    public VideoId root() {
        return film == null ? videoId : film;
    }
}

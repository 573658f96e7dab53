package io.moneyprinter.materials.provider.pixabay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search answers, as far as we need it.
 *
 * @param totalHits that can be paged through
 */
record PixabayPage(
        @JsonProperty("totalHits") int totalHits, @Nullable List<Hit> hits) {

    /**
     * A video or a photo.
     *
     * @param tags with commas between them
     * @param duration whole seconds, of videos
     * @param videos by size: large, medium, small, tiny; a size that does not exist has an empty address
     * @param imageWidth of the original, of photos
     * @param imageUrl the original, for accounts that may have it
     * @param fullHdUrl at most 1920 pixels in either direction, for the same accounts
     * @param largeImageUrl at most 1280 pixels in either direction
     */
    record Hit(
            long id,
            @JsonProperty("pageURL") @Nullable String pageUrl,
            @Nullable String user,
            @Nullable String tags,
            int duration,
            @Nullable Map<String, File> videos,
            @JsonProperty("imageWidth") int imageWidth,
            @JsonProperty("imageHeight") int imageHeight,
            @JsonProperty("imageURL") @Nullable String imageUrl,
            @JsonProperty("fullHDURL") @Nullable String fullHdUrl,
            @JsonProperty("largeImageURL") @Nullable String largeImageUrl) {}

    record File(@Nullable String url, int width, int height) {}
}

package io.moneyprinter.materials.pexels;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a search answers, as far as we need it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PexelsPage(@Nullable List<Video> videos) {

    /** @param duration whole seconds */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Video(
            long id,
            int duration,
            @Nullable String url,
            @Nullable User user,
            @JsonProperty("video_files") @Nullable List<VideoFile> videoFiles) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(@Nullable String name) {}

    /** One rendition; the size is 0 where Pexels says null, as for playlists. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record VideoFile(
            long id,
            @JsonProperty("file_type") @Nullable String fileType,
            int width,
            int height,
            @Nullable String link) {

        boolean covers(int canvasWidth, int canvasHeight) {
            return width >= canvasWidth && height >= canvasHeight;
        }

        long pixels() {
            return (long) width * height;
        }

        Optional<URI> address() {
            try {
                return Optional.ofNullable(link).map(URI::create);
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }
    }
}

package io.moneyprinter.materials.provider.pexels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search answers, as far as we need it.
 *
 * @param videos null in a search for photos
 * @param photos null in a search for videos
 */
record PexelsPage(
        @Nullable List<Video> videos,
        @Nullable List<Photo> photos,
        @Nullable String nextPage) {

    /** @param duration whole seconds */
    record Video(
            long id,
            int duration,
            @Nullable String url,
            @Nullable User user,
            @Nullable List<VideoFile> videoFiles) {}

    record User(@Nullable String name) {}

    /** One rendition; the size is 0 where Pexels says null, as for playlists. */
    record VideoFile(
            long id,
            @Nullable String fileType,
            int width,
            int height,
            @Nullable String link) {}

    /** @param width of the original */
    record Photo(
            long id,
            int width,
            int height,
            @Nullable String url,
            @Nullable String photographer,
            @Nullable String alt,
            @Nullable Sources src) {}

    /** @param large2x within twice 940 by 650 pixels */
    record Sources(@Nullable String original, @Nullable String large2x) {}
}

package io.moneyprinter.materials.provider.coverr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search answers, as far as we need it.
 *
 * @param page from 0
 */
record CoverrPage(int page, int pages, @Nullable List<Hit> hits) {

    /** @param duration seconds */
    record Hit(
            @Nullable String id,
            @Nullable String title,
            @Nullable String description,
            @Nullable List<String> tags,
            double duration,
            int maxWidth,
            int maxHeight,
            @Nullable String canonicalUrl,
            @Nullable Creator creator,
            @Nullable Urls urls) {}

    record Creator(@Nullable String name) {}

    /** @param mp4Download the largest file; asking for it counts as a download */
    record Urls(@Nullable String mp4Download) {}
}

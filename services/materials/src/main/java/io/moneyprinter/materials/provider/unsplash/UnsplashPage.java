package io.moneyprinter.materials.provider.unsplash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search answers, as far as we need it. */
record UnsplashPage(int totalPages, @Nullable List<Photo> results) {

    /** @param width of the original */
    record Photo(
            @Nullable String id,
            int width,
            int height,
            @Nullable String description,
            @Nullable String altDescription,
            @Nullable Urls urls,
            @Nullable Links links,
            @Nullable User user) {}

    /**
     * Addresses of the picture.
     *
     * @param raw the original, which is made smaller on the way when the address says so
     */
    record Urls(@Nullable String raw) {}

    /** @param downloadLocation wants to be asked when the photo is taken */
    record Links(@Nullable String html, @Nullable String downloadLocation) {}

    record User(@Nullable String name) {}
}

package io.moneyprinter.materials.provider.openverse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search answers, as far as we need it. */
record OpenversePage(int pageCount, @Nullable List<Image> results) {

    /**
     * A photo of some collection.
     *
     * @param url of the original, at the collection
     * @param foreignLandingUrl its page there
     * @param attribution with title, creator and licence, as the licence asks for it
     */
    record Image(
            @Nullable String id,
            @Nullable String url,
            int width,
            int height,
            @Nullable String title,
            @Nullable String creator,
            @Nullable String license,
            @Nullable String licenseUrl,
            @Nullable String foreignLandingUrl,
            @Nullable String attribution,
            @Nullable List<Tag> tags) {}

    record Tag(@Nullable String name) {}
}

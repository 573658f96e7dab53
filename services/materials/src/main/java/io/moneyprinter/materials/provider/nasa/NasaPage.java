package io.moneyprinter.materials.provider.nasa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search answers, as far as we need it. */
record NasaPage(@Nullable Collection collection) {

    /** @param links one of them with {@code rel} {@code next} when there is another page */
    record Collection(@Nullable List<Item> items, @Nullable List<Link> links) {}

    /** @param data one element */
    record Item(@Nullable List<Data> data, @Nullable List<Link> links) {}

    record Data(
            @Nullable String nasaId,
            @Nullable String title,
            @Nullable String description,
            @Nullable List<String> keywords,
            @Nullable String center,
            @Nullable String photographer,
            @Nullable String secondaryCreator) {}

    /** @param rel {@code canonical} for the original, {@code alternate} and {@code preview} for smaller ones */
    record Link(@Nullable String href, @Nullable String rel, int width, int height) {}
}

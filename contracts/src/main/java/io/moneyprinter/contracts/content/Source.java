package io.moneyprinter.contracts.content;

import io.moneyprinter.contracts.common.AssetId;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a text to summarise is. Exactly one of {@code url}, {@code feed}, {@code assetId} and {@code text} is given.
 *
 * @param url of a page of the web, or of a PDF, DOCX, ODT or EPUB document
 * @param feed URL of an RSS or Atom feed, one item of which is read
 * @param item which one: its id, link or title; null for the newest
 * @param assetId of a document that was uploaded
 * @param text Markdown, HTML or plain
 * @param title to cite it by; null for its own
 */
public record Source(
        @Nullable @Size(min = 1, max = 2_000) String url,
        @Nullable @Size(min = 1, max = 2_000) String feed,
        @Nullable @Size(min = 1, max = 2_000) String item,
        @Nullable AssetId assetId,
        @Nullable @Size(min = 1, max = 500_000) String text,
        @Nullable @Size(min = 1, max = 300) String title) {

    /** How many are given of those of which one is. */
    public long given() {
        return Stream.of(url, feed, assetId, text).filter(Objects::nonNull).count();
    }

    public static Source ofUrl(String url) {
        return new Source(url, null, null, null, null, null);
    }

    public static Source ofFeed(String feed, @Nullable String item) {
        return new Source(null, feed, item, null, null, null);
    }

    public static Source ofAsset(AssetId assetId) {
        return new Source(null, null, null, assetId, null, null);
    }

    public static Source ofText(String text, @Nullable String title) {
        return new Source(null, null, null, null, text, title);
    }
}

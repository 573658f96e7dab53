package io.moneyprinter.materials.spi;

/**
 * What a clip should show.
 *
 * @param words a few, in the language of the video
 * @param language BCP 47
 * @param width pixels that the clip has to cover
 * @param height pixels that the clip has to cover
 * @param page of the results, from 1
 */
public record StockQuery(String words, String language, StockKind kind, int width, int height, int page) {

    public StockQuery {
        if (words.isBlank()) {
            throw new IllegalArgumentException("words: blank (expected: something to look for)");
        }
        if (page < 1) {
            throw new IllegalArgumentException("page: %d (expected: from 1)".formatted(page));
        }
    }

    /** The first page. */
    public StockQuery(String words, String language, StockKind kind, int width, int height) {
        this(words, language, kind, width, height, 1);
    }

    public StockQuery nextPage() {
        return new StockQuery(words, language, kind, width, height, page + 1);
    }

    public Orientation orientation() {
        return width > height ? Orientation.LANDSCAPE : width < height ? Orientation.PORTRAIT : Orientation.SQUARE;
    }

    /** Without region or script, such as {@code pt} for {@code pt-BR}. */
    public String baseLanguage() {
        return language.split("[-_]", 2)[0];
    }

    /** How a picture stands. */
    public enum Orientation {
        LANDSCAPE,
        PORTRAIT,
        SQUARE
    }
}

package io.moneyprinter.materials.spi;

/**
 * What a clip should show.
 *
 * @param words a few, in the language of the video
 * @param language BCP 47
 * @param width of the canvas that the clip has to cover
 * @param height of the canvas that the clip has to cover
 */
public record StockQuery(String words, String language, int width, int height) {

    public StockQuery {
        if (words.isBlank()) {
            throw new IllegalArgumentException("words: blank (expected: something to look for)");
        }
    }
}

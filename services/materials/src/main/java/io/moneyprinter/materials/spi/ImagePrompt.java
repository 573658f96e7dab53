package io.moneyprinter.materials.spi;

/**
 * What a picture should show.
 *
 * @param text in words
 * @param avoid what should not be in it, for providers that can be told; empty for nothing
 * @param width pixels of the canvas that it is for; providers have sizes of their own and take the nearest
 * @param height pixels of the canvas that it is for
 * @param seed the same words with the same seed give the same picture where the provider knows seeds; 0 to 2^31-1
 */
public record ImagePrompt(String text, String avoid, int width, int height, int seed) {

    public ImagePrompt {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text: blank (expected: what to show)");
        }
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("canvas: %dx%d (expected: at least 1x1)".formatted(width, height));
        }
        if (seed < 0) {
            throw new IllegalArgumentException("seed: %d (expected: >= 0)".formatted(seed));
        }
    }

    /** Width by height. */
    public double aspect() {
        return (double) width / height;
    }
}

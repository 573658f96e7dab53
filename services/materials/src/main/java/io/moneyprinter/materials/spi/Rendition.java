package io.moneyprinter.materials.spi;

import java.net.URI;

/**
 * One of the files that a provider has of a clip.
 *
 * @param id among those of the clip
 * @param width pixels, as the provider says it; a file that is here is measured
 * @param height pixels, likewise
 */
public record Rendition(String id, URI file, int width, int height) {

    boolean covers(int canvasWidth, int canvasHeight) {
        return width >= canvasWidth && height >= canvasHeight;
    }

    long pixels() {
        return (long) width * height;
    }
}

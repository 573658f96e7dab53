package io.moneyprinter.materials.spi;

import java.net.URI;
import java.time.Duration;

/**
 * A clip that a provider offers.
 *
 * @param id of this file at the provider, the same whenever the clip is found
 * @param file the rendition that fits the canvas best
 * @param width pixels of the rendition
 * @param height pixels of the rendition
 * @param attribution credit as the provider asks for it, with a link
 */
public record StockClip(String id, URI file, int width, int height, Duration duration, String attribution) {}

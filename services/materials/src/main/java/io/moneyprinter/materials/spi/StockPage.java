package io.moneyprinter.materials.spi;

import java.util.List;

/**
 * Some of what a provider has.
 *
 * @param clips best first
 * @param more whether there is another page
 */
public record StockPage(List<StockClip> clips, boolean more) {

    public StockPage {
        clips = List.copyOf(clips);
    }
}

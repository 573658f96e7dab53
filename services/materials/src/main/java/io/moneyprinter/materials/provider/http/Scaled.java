package io.moneyprinter.materials.provider.http;

import io.moneyprinter.materials.spi.Rendition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renditions whose size follows from that of the original. */
public final class Scaled {

    private Scaled() {}

    /** Empty without an address or a size. */
    public static Optional<Rendition> rendition(String id, @Nullable String address, int width, int height) {
        return width <= 0 || height <= 0
                ? Optional.empty()
                : Credit.address(address).map(file -> new Rendition(id, file, width, height));
    }

    /** Of an original that is made to fit into a box, and never enlarged. */
    public static Optional<Rendition> within(
            String id, @Nullable String address, int width, int height, int boxWidth, int boxHeight) {
        var scale = Math.min(1, Math.min(boxWidth / (double) width, boxHeight / (double) height));
        return rendition(id, address, (int) Math.round(width * scale), (int) Math.round(height * scale));
    }
}

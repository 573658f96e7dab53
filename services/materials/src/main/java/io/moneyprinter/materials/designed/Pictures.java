package io.moneyprinter.materials.designed;

import io.github.humbleui.skija.Canvas;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.drawing.Raster;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.util.List;
import java.util.function.Consumer;

/** Pictures by the digest of what they show: drawn once, however many sentences and videos use them. */
final class Pictures {

    /** Bumped when the same inputs look different. */
    private static final String VERSION = "2";

    private final ObjectStore store;

    Pictures(ObjectStore store) {
        this.store = store;
    }

    /** @param identity everything that the drawing depends on */
    ObjectKey picture(int width, int height, List<?> identity, Consumer<Canvas> drawing) {
        return picture("designed", width, height, identity, drawing);
    }

    /** A picture of words that are to be read. */
    ObjectKey words(int width, int height, List<?> identity, Consumer<Canvas> drawing) {
        return picture("designed/words", width, height, identity, drawing);
    }

    private ObjectKey picture(String folder, int width, int height, List<?> identity, Consumer<Canvas> drawing) {
        var digest = Digests.of("designed", VERSION, width, height, identity);
        var key = new ObjectKey("%s/%s.png".formatted(folder, digest));
        if (!store.exists(key)) {
            try (var raster = Raster.draw(width, height, drawing)) {
                store.put(key, raster.png());
            }
        }
        return key;
    }
}

package io.moneyprinter.materials.designed;

import static java.util.Objects.requireNonNull;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.SamplingMode;
import io.github.humbleui.types.Rect;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Layer;
import io.moneyprinter.drawing.Raster;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;

/** What is seen of a composition when everything in it has come in. */
record Frame(ObjectStore store, int width, int height) {

    /** @param at how much of the drift is over, 0 to 1 */
    Raster of(Visual.Composition composition, double at, Predicate<Layer> shown) {
        return Raster.draw(
                width,
                height,
                canvas -> composition.layers().stream().filter(shown).forEach(layer -> paint(canvas, layer, at)));
    }

    static boolean words(Layer layer) {
        return layer.image().value().startsWith("designed/words/");
    }

    private void paint(Canvas canvas, Layer layer, double at) {
        try (var image =
                requireNonNull(Image.makeDeferredFromEncodedBytes(Files.readAllBytes(store.file(layer.image()))))) {
            var left = layer.entrance().style() == Visual.Entrance.Style.WIPE ? layer.width() : 0;
            var top = layer.entrance().style() == Visual.Entrance.Style.ROLL ? image.getHeight() - layer.height() : 0;
            canvas.drawImageRect(
                    image,
                    Rect.makeXYWH(left, top, layer.width(), layer.height()),
                    Rect.makeXYWH(
                            Math.round(layer.x() + at * layer.driftX()),
                            Math.round(layer.y() + at * layer.driftY()),
                            layer.width(),
                            layer.height()),
                    SamplingMode.DEFAULT,
                    null,
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Layer> layers(Visual visual) {
        return ((Visual.Composition) visual).layers();
    }
}

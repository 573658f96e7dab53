package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Footage;
import io.moneyprinter.contracts.materials.Visual.Proxy;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Fit;
import java.util.Comparator;

/**
 * The smallest file of footage that a film can be made of without being seen to be: none of its pixels is enlarged, and
 * nothing that is shown is missing. Pure, so that a plan reads the same files whenever it is made.
 */
final class Sufficient {

    /** Sizes are rounded to even numbers. */
    private static final double ROUNDING = 1.005;

    private static final double MIDDLE = 0.5;

    private Sufficient() {}

    static Visual of(Visual visual, Framing framing, Canvas canvas) {
        if (!(visual instanceof Footage footage) || footage.proxies().isEmpty()) {
            return visual;
        }
        return footage.proxies().stream()
                .filter(proxy -> framing instanceof Framing.Filmed filmed && suffices(proxy, filmed, canvas))
                .min(Comparator.comparingLong(proxy -> (long) proxy.width() * proxy.height()))
                .map(proxy ->
                        new Footage(proxy.media(), proxy.width(), proxy.height(), footage.duration(), footage.start()))
                // How many there are must not make other chunks.
                .orElseGet(() -> new Footage(
                        footage.media(), footage.width(), footage.height(), footage.duration(), footage.start()));
    }

    private static boolean suffices(Proxy proxy, Framing.Filmed framing, Canvas canvas) {
        var across = (double) canvas.width() / proxy.width();
        var down = (double) canvas.height() / proxy.height();
        if (framing.fit() != Fit.COVER) {
            return proxy.whole() && Math.min(across, down) <= ROUNDING;
        }
        return Math.max(across, down) <= ROUNDING && (proxy.whole() || withinMiddle(proxy, framing, canvas));
    }

    /** What is missing at the sides is cut off anyway. */
    private static boolean withinMiddle(Proxy proxy, Framing.Filmed framing, Canvas canvas) {
        var shown = (double) canvas.width() / canvas.height();
        var there = (double) proxy.width() / proxy.height();
        return proxy.width() < proxy.height()
                ? framing.focusX() == MIDDLE && shown <= there * ROUNDING
                : framing.focusY() == MIDDLE && shown * ROUNDING >= there;
    }
}

package io.moneyprinter.materials.spi;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A video or a photo that a provider offers.
 *
 * @param id at the provider, the same whenever the clip is found
 * @param duration zero for photos, and for videos of which nobody says it
 * @param attribution credit as the provider or the licence asks for it, with a link
 * @param use an address that wants to be asked when the clip is taken, null when nobody counts
 * @param about what it shows, as the provider says it: title, tags, description; empty when it does not
 */
public record StockClip(
        String id,
        StockKind kind,
        List<Rendition> renditions,
        Duration duration,
        String attribution,
        @Nullable URI use,
        String about) {

    /** Half of what is needed in either direction looks soft; less looks broken. */
    private static final int SOFTEST = 2;

    public StockClip {
        renditions = List.copyOf(renditions);
    }

    public StockClip(String id, StockKind kind, List<Rendition> renditions, Duration duration, String attribution) {
        this(id, kind, renditions, duration, attribution, null);
    }

    public StockClip(
            String id,
            StockKind kind,
            List<Rendition> renditions,
            Duration duration,
            String attribution,
            @Nullable URI use) {
        this(id, kind, renditions, duration, attribution, use, "");
    }

    /** The same, of which is said what it shows. */
    public StockClip withAbout(String words) {
        return new StockClip(id, kind, renditions, duration, attribution, use, words);
    }

    /** Whether it is known how long it lasts before it is here. */
    public boolean saysItsLength() {
        return kind == StockKind.PHOTO || duration.isPositive();
    }

    /** Whether a rendition of it need not be enlarged. */
    public boolean covers(int width, int height) {
        return renditions.stream().anyMatch(rendition -> rendition.covers(width, height));
    }

    /**
     * The renditions that are worth a try, best first: the smallest that need not be enlarged, then the others from the
     * largest down to half the size.
     */
    public List<Rendition> best(int width, int height) {
        var smallest = renditions.stream()
                .filter(rendition -> rendition.covers(width, height))
                .min(Comparator.comparingLong(Rendition::pixels));
        var enlarged = renditions.stream()
                .filter(rendition -> !rendition.covers(width, height)
                        && rendition.covers((width + 1) / SOFTEST, (height + 1) / SOFTEST))
                .sorted(Comparator.comparingLong(Rendition::pixels).reversed());
        return Stream.concat(smallest.stream(), enlarged).toList();
    }

    /** Those that are said to be larger than one of them, the next first. */
    public List<Rendition> largerThan(Rendition one) {
        return renditions.stream()
                .filter(rendition -> rendition.pixels() > one.pixels())
                .sorted(Comparator.comparingLong(Rendition::pixels))
                .toList();
    }

    /** Whether a picture is large enough to be shown at all. */
    public static boolean isWorthShowing(int ofWidth, int ofHeight, int width, int height) {
        return ofWidth >= (width + 1) / SOFTEST && ofHeight >= (height + 1) / SOFTEST;
    }
}

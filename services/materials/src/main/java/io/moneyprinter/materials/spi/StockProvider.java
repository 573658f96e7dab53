package io.moneyprinter.materials.spi;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has footage or photos for everybody. One implementation per provider; instances are shared between
 * threads.
 *
 * <p>Every method that asks the provider throws {@link io.moneyprinter.problem.CodedException}, and no other exception.
 */
public interface StockProvider {

    /** Short, stable and lower case: it appears in shots, configuration and metrics. */
    String provider();

    Set<StockKind> kinds();

    /** Whether it answers only those who have a key. */
    boolean needsKey();

    /** How many keys it has been given. */
    int keys();

    /** How many of them are left alone, because they were refused or are asked too often. */
    int keysResting();

    /** What it said last of the key that was used; null when it has not said anything. */
    @Nullable
    RateLimit rateLimit();

    /** Clips for a query, the best first; none when the provider knows nothing about it. */
    StockPage search(StockQuery query);

    /**
     * Fetches a clip that a search found; {@code target} is there only if all of it came.
     *
     * @throws io.moneyprinter.problem.CodedException also {@code DOWNLOAD_TOO_LARGE}, when a smaller rendition may do
     */
    void download(StockClip clip, Rendition rendition, Path target);
}

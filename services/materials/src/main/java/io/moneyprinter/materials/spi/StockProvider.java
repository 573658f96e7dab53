package io.moneyprinter.materials.spi;

import java.nio.file.Path;
import java.util.List;

/**
 * Somebody who has footage for everybody. One implementation per provider; instances are shared between threads.
 *
 * <p>Every method that asks the provider throws {@link io.moneyprinter.problem.CodedException}, and no other exception.
 */
public interface StockProvider {

    /** Short, stable and lower case: it appears in shots, configuration and metrics. */
    String provider();

    /** Whether everything is configured that the provider needs, such as a key. */
    boolean configured();

    /** Clips for a query, the best first; none when the provider knows nothing about it. */
    List<StockClip> search(StockQuery query);

    /** Fetches a clip that a search found; {@code target} is there only if all of it came. */
    void download(StockClip clip, Path target);
}

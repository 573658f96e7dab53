package io.moneyprinter.materials.spi;

import java.nio.file.Path;
import java.util.Set;

/**
 * Somebody who has footage or photos for everybody. One implementation per provider; instances are shared between
 * threads.
 *
 * <p>Every method that asks the provider throws {@link io.moneyprinter.problem.CodedException}, and no other exception.
 */
public interface StockProvider extends PictureSource {

    Set<StockKind> kinds();

    /** Clips for a query, the best first; none when the provider knows nothing about it. */
    StockPage search(StockQuery query);

    /**
     * Fetches a clip that a search found; {@code target} is there only if all of it came.
     *
     * @throws io.moneyprinter.problem.CodedException also {@code DOWNLOAD_TOO_LARGE}, when a smaller rendition may do
     */
    void download(StockClip clip, Rendition rendition, Path target);
}

package io.moneyprinter.materials.provider.http;

import io.moneyprinter.materials.spi.RateLimit;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockPage;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.service.fetch.Fetcher;
import io.moneyprinter.service.provider.ApiKey;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of a provider: what it is asked, and what its answers mean.
 *
 * @param <P> a page of results as it comes
 */
public interface StockApi<P> {

    /** As in {@link io.moneyprinter.materials.spi.StockProvider}. */
    String provider();

    /** What people call it. */
    String name();

    Set<StockKind> kinds();

    boolean needsKey();

    /** @param key empty where none is needed */
    Request search(StockQuery query, ApiKey key);

    Class<P> answer();

    /** Leaves out what cannot be shown. */
    StockPage read(P answer, StockQuery query, Asker asker);

    /** Null where the answer says nothing about it. */
    default @Nullable RateLimit rateLimit(Fetcher.Answer answer, Instant now) {
        return null;
    }

    /** @param limit what the answer said about it */
    default Refusal refusal(Fetcher.Answer answer, @Nullable RateLimit limit) {
        return Refusal.of(answer.status());
    }

    /** What to ask when a clip is taken; null when nobody counts. */
    default @Nullable Request use(StockClip clip, ApiKey key) {
        return null;
    }

    default Failures failures() {
        var setting = needsKey() ? "api-key" : "base-url";
        return new Failures(name(), "moneyprinter.materials.%s.%s".formatted(provider(), setting));
    }
}

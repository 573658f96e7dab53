package io.moneyprinter.materials.provider.http;

import io.moneyprinter.materials.download.Downloads;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.service.provider.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes providers of protocols. */
@Component
public final class StockHttp {

    private final Downloads downloads;
    private final Clock clock;

    public StockHttp(Downloads downloads, Clock clock) {
        this.downloads = downloads;
        this.clock = clock;
    }

    /**
     * A provider that is asked over HTTP.
     *
     * @param keys used in turn; empty ones are none
     * @param rest how long the provider, or a key, is left alone that is asked too often, when it does not say itself
     */
    public StockProvider provider(StockApi<?> api, List<ApiKey> keys, Duration rest) {
        return new HttpStockProvider<>(api, keys, rest, downloads, clock);
    }
}

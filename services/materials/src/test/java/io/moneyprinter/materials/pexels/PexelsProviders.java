package io.moneyprinter.materials.pexels;

import io.moneyprinter.materials.download.TestDownloads;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.service.json.Json;
import java.time.Clock;
import java.time.Duration;

/** The provider as it asks a stand-in, for tests of what uses it. */
public final class PexelsProviders {

    private PexelsProviders() {}

    public static StockProvider asking(PexelsStandIn server, Clock clock) {
        var properties = new PexelsProperties(PexelsStandIn.KEY, server.baseUrl(), 30, Duration.ofMinutes(10));
        return new PexelsStockProvider(properties, TestDownloads.local(), Json.strict(), clock);
    }

    public static StockProvider withoutKey(PexelsStandIn server) {
        var properties = new PexelsProperties(" ", server.baseUrl(), 30, Duration.ofMinutes(10));
        return new PexelsStockProvider(properties, TestDownloads.local(), Json.strict(), Clock.systemUTC());
    }
}

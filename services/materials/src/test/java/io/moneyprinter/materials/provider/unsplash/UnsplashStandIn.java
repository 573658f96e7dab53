package io.moneyprinter.materials.provider.unsplash;

import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.Providers;
import io.moneyprinter.materials.spi.StockProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Unsplash as a stand-in plays it. */
public final class UnsplashStandIn {

    private UnsplashStandIn() {}

    public static StockProvider asking(ProviderStandIn server, Clock clock, String... keys) {
        return Providers.asking(
                new UnsplashApi(new UnsplashProperties(List.of(), server.url(""), 30, Duration.ofMinutes(10))),
                clock,
                keys);
    }
}

package io.moneyprinter.materials.provider.pixabay;

import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.Providers;
import io.moneyprinter.materials.spi.StockProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Pixabay as a stand-in plays it. */
public final class PixabayStandIn {

    private PixabayStandIn() {}

    public static StockProvider asking(ProviderStandIn server, Clock clock, String... keys) {
        return Providers.asking(
                new PixabayApi(new PixabayProperties(List.of(), server.url("/api"), 50, Duration.ofMinutes(10))),
                clock,
                keys);
    }
}

package io.moneyprinter.materials.provider.nasa;

import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.Providers;
import io.moneyprinter.materials.spi.StockProvider;
import java.time.Clock;
import java.time.Duration;

/** NASA as a stand-in plays it. */
public final class NasaStandIn {

    private NasaStandIn() {}

    public static StockProvider asking(ProviderStandIn server, Clock clock, String... keys) {
        return Providers.asking(
                new NasaApi(new NasaProperties(server.url(""), 30, Duration.ofMinutes(10))), clock, keys);
    }
}

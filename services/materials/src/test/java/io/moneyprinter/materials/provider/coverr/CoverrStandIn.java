package io.moneyprinter.materials.provider.coverr;

import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.Providers;
import io.moneyprinter.materials.spi.StockProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Coverr as a stand-in plays it. */
public final class CoverrStandIn {

    private CoverrStandIn() {}

    public static StockProvider asking(ProviderStandIn server, Clock clock, String... keys) {
        return Providers.asking(
                new CoverrApi(new CoverrProperties(List.of(), server.url(""), 20, Duration.ofMinutes(10))),
                clock,
                keys);
    }
}

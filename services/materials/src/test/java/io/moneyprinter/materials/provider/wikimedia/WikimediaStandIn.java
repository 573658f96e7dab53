package io.moneyprinter.materials.provider.wikimedia;

import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.Providers;
import io.moneyprinter.materials.spi.StockProvider;
import java.time.Clock;
import java.time.Duration;

/** Wikimedia Commons as a stand-in plays it. */
public final class WikimediaStandIn {

    private WikimediaStandIn() {}

    public static StockProvider asking(ProviderStandIn server, Clock clock, String... keys) {
        return Providers.asking(
                new WikimediaApi(new WikimediaProperties(server.url("/w/api.php"), 20, Duration.ofMinutes(10))),
                clock,
                keys);
    }
}

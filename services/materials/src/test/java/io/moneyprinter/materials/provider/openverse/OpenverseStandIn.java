package io.moneyprinter.materials.provider.openverse;

import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.Providers;
import io.moneyprinter.materials.spi.StockProvider;
import java.time.Clock;
import java.time.Duration;

/** Openverse as a stand-in plays it. */
public final class OpenverseStandIn {

    private OpenverseStandIn() {}

    public static StockProvider asking(ProviderStandIn server, Clock clock, String... keys) {
        return Providers.asking(
                new OpenverseApi(new OpenverseProperties(server.url("/v1"), 20, Duration.ofMinutes(10))), clock, keys);
    }
}

package io.moneyprinter.materials.provider.archive;

import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.Providers;
import io.moneyprinter.materials.spi.StockProvider;
import java.time.Clock;
import java.time.Duration;

/** The Internet Archive as a stand-in plays it. */
public final class ArchiveStandIn {

    private ArchiveStandIn() {}

    public static StockProvider asking(ProviderStandIn server, Clock clock, String... keys) {
        return Providers.asking(
                new ArchiveApi(new ArchiveProperties(server.url(""), 8, Duration.ofMinutes(10))), clock, keys);
    }
}

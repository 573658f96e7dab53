package io.moneyprinter.materials.provider.http;

import io.moneyprinter.materials.download.TestDownloads;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.service.provider.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

/** Providers as they ask a stand-in. */
public final class Providers {

    private Providers() {}

    public static StockProvider asking(StockApi<?> api, Clock clock, String... keys) {
        return new StockHttp(TestDownloads.local(), clock)
                .provider(api, Stream.of(keys).map(ApiKey::new).toList(), Duration.ofMinutes(10));
    }
}

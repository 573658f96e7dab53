package io.moneyprinter.materials.download;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.fetch.FetchLimits;
import io.moneyprinter.service.fetch.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Fetches what stock providers have, at addresses that they name. */
@Component
public final class Downloads implements AutoCloseable {

    private final Fetcher fetcher;

    Downloads(DownloadProperties properties) {
        fetcher = new Fetcher(
                new FetchLimits(
                        properties.allowLoopback() ? FetchLimits.LOOPBACK : Set.of(),
                        properties.maxSize(),
                        properties.connectTimeout(),
                        properties.idleTimeout(),
                        properties.totalTimeout()),
                properties.userAgent());
    }

    /**
     * Asks a service; redirects are not followed.
     *
     * @throws CodedException with a {@code DOWNLOAD_…} code
     */
    public Fetcher.Answer ask(URI address, Map<String, String> headers) {
        return fetcher.ask(address, headers);
    }

    /**
     * Fetches a file; {@code target} is there only if all of it came.
     *
     * @throws CodedException with a {@code DOWNLOAD_…} code
     */
    public void fetch(URI address, Path target) {
        fetcher.fetch(address, target);
    }

    @Override
    public void close() throws IOException {
        fetcher.close();
    }
}

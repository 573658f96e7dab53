package io.moneyprinter.service.fetch;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;

/**
 * Who may be asked, and what an answer may cost.
 *
 * @param allowedHosts names or addresses of hosts that may be asked wherever they are and on any port, in lower case
 * @param maxSize of what comes, once it is unpacked
 * @param connectTimeout until a server accepts the connection
 * @param idleTimeout how long a server may say nothing
 * @param totalTimeout how long it may take in all, redirects included
 */
public record FetchLimits(
        Set<String> allowedHosts,
        DataSize maxSize,
        Duration connectTimeout,
        Duration idleTimeout,
        Duration totalTimeout) {

    /** The names under which this machine asks itself. */
    public static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    public FetchLimits {
        allowedHosts = allowedHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}

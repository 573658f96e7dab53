package io.moneyprinter.materials.link;

import io.moneyprinter.service.provider.ApiKey;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Links to files that are good without a login, for browsers, mails and content delivery networks.
 *
 * @param baseUrl put before the path of each link, such as {@code https://cdn.example.org}; links are relative to the
 *     gateway when it is empty
 * @param lifetime how long the links in descriptions of files are good at least; they are rounded up, so that they
 *     stay the same for a while
 * @param maxLifetime the longest that may be asked for
 * @param keys secrets that links are signed with, at least 32 characters each: the first one signs, and links that the
 *     others signed are good until they expire. Where there is none, one is made in the data directory and changed
 *     from time to time
 * @param rotateAfter how old the key in the data directory becomes
 */
@ConfigurationProperties("moneyprinter.cdn")
public record LinkProperties(
        @DefaultValue("") String baseUrl,
        @DefaultValue("7d") Duration lifetime,
        @DefaultValue("30d") Duration maxLifetime,
        @DefaultValue List<ApiKey> keys,
        @DefaultValue("90d") Duration rotateAfter) {

    /** Links are rounded up by less than this. */
    private static final Duration ROUNDING = Duration.ofDays(1);

    private static final int SHORTEST_KEY = 32;

    public LinkProperties {
        keys = List.copyOf(keys);
        if (!baseUrl.isEmpty() && !baseUrl.matches("https?://[^\\s?#]+[^/\\s?#]")) {
            throw new IllegalArgumentException(
                    "base-url: '%s' (expected: an address such as https://cdn.example.org, without a slash at its end)"
                            .formatted(baseUrl));
        }
        if (lifetime.compareTo(Duration.ofMinutes(1)) < 0 || lifetime.compareTo(maxLifetime) > 0) {
            throw new IllegalArgumentException(
                    "lifetime: %s (expected: 1m to max-lifetime, which is %s)".formatted(lifetime, maxLifetime));
        }
        // A key is known until the one after it has become old: no link lives longer than that.
        if (rotateAfter.compareTo(maxLifetime.plus(ROUNDING)) < 0) {
            throw new IllegalArgumentException("rotate-after: %s (expected: at least a day more than max-lifetime, %s)"
                    .formatted(rotateAfter, maxLifetime));
        }
        for (var key : keys) {
            if (key.value().length() < SHORTEST_KEY) {
                throw new IllegalArgumentException("keys: one of %d characters (expected: at least %d)"
                        .formatted(key.value().length(), SHORTEST_KEY));
            }
        }
    }
}

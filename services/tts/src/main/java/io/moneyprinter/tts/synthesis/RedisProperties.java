package io.moneyprinter.tts.synthesis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What processes share to know what was spoken, beside the object store.
 *
 * @param url such as {@code redis://:password@localhost:6379/0}, or {@code rediss://} for TLS; empty for none, when every
 *     process knows only for itself
 * @param timeout after which it is left alone for a few seconds
 */
@ConfigurationProperties("moneyprinter.redis")
record RedisProperties(
        @DefaultValue("") String url, @DefaultValue("500ms") Duration timeout) {

    RedisProperties {
        url = url.strip();
        if (!url.isEmpty() && !url.matches("rediss?://.+")) {
            // Not printed: it may hold a password.
            throw new IllegalArgumentException(
                    "moneyprinter.redis.url: something else (expected: redis:// or rediss:// and a host)");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("moneyprinter.redis.timeout: %s (expected: > 0)".formatted(timeout));
        }
    }

    boolean isPresent() {
        return !url.isEmpty();
    }

    /** Without the address, which may hold a password. */
    @Override
    public String toString() {
        return "RedisProperties[%s, timeout=%s]".formatted(isPresent() ? "present" : "absent", timeout);
    }
}

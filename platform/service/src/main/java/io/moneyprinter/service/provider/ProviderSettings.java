package io.moneyprinter.service.provider;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Refuses settings that cannot be meant, by their names. */
public final class ProviderSettings {

    private final String prefix;

    /** @param prefix of the properties, such as {@code moneyprinter.tts.openai} */
    public ProviderSettings(String prefix) {
        this.prefix = prefix;
    }

    public String name(String property) {
        return "%s.%s".formatted(prefix, property);
    }

    /** A key goes into a header, and its value into no message. */
    public void key(String property, ApiKey key) {
        if (!key.isSendable()) {
            throw new IllegalArgumentException(
                    "%s: characters that no key has (expected: visible ASCII)".formatted(name(property)));
        }
    }

    /** @param address null where none is set */
    public void address(String property, @Nullable URI address) {
        if (address != null
                && (address.getHost() == null
                        || !String.valueOf(address.getScheme()).matches("https?"))) {
            throw wrong(property, address, "http:// or https:// and a host");
        }
    }

    public void time(String property, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw wrong(property, duration, "more than nothing");
        }
    }

    public void price(String property, BigDecimal price) {
        if (price.signum() < 0) {
            throw wrong(property, price, ">= 0");
        }
    }

    public void within(String property, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw wrong(property, value, "%s to %s".formatted(least, most));
        }
    }

    public void atLeast(int least, String property, int value) {
        if (value < least) {
            throw wrong(property, value, ">= " + least);
        }
    }

    public void some(String property, Collection<?> values) {
        if (values.isEmpty()) {
            throw wrong(property, "none", "at least one");
        }
    }

    public IllegalArgumentException wrong(String property, Object found, String expected) {
        return new IllegalArgumentException("%s: %s (expected: %s)".formatted(name(property), found, expected));
    }
}

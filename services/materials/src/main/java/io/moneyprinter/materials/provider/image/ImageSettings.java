package io.moneyprinter.materials.provider.image;

import io.moneyprinter.service.provider.ApiKey;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refuses settings that cannot be meant, by their names. */
public final class ImageSettings {

    private final String prefix;

    /** @param prefix of the properties, such as {@code moneyprinter.materials.openai} */
    public ImageSettings(String prefix) {
        this.prefix = prefix;
    }

    public String name(String property) {
        return "%s.%s".formatted(prefix, property);
    }

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
        if (!duration.isPositive()) {
            throw wrong(property, duration, "more than nothing");
        }
    }

    public void within(String property, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw wrong(property, value, "%s to %s".formatted(least, most));
        }
    }

    public IllegalArgumentException wrong(String property, Object found, String expected) {
        return new IllegalArgumentException("%s: %s (expected: %s)".formatted(name(property), found, expected));
    }
}

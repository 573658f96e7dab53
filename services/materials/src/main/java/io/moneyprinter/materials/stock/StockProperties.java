package io.moneyprinter.materials.stock;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which providers of stock footage are asked.
 *
 * @param chain names of providers in the order in which they are asked; those that need a key and have none, or need
 *     none and are not switched on, are passed over
 * @param keyless names of providers that need no key and are asked: {@code openverse}, {@code wikimedia}, {@code nasa},
 *     {@code internet-archive}, or {@code all}; none by default, since words of the video leave the machine
 */
@ConfigurationProperties("moneyprinter.materials.stock")
record StockProperties(
        @DefaultValue({"pexels", "pixabay", "coverr", "unsplash", "openverse", "wikimedia", "nasa", "internet-archive"})
        List<String> chain,

        @DefaultValue List<String> keyless) {

    static final String ALL = "all";

    StockProperties {
        chain = List.copyOf(chain);
        keyless = List.copyOf(keyless);
    }
}

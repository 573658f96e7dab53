package io.moneyprinter.content.article;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Lists of words beside the code that uses them. */
final class Lists {

    private Lists() {}

    static Properties read(String name) {
        try (var in = Objects.requireNonNull(Lists.class.getResourceAsStream(name), name)) {
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}

package io.moneyprinter.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Lists of words that lie beside the code that uses them. */
public final class Lists {

    private Lists() {}

    /** The properties of that name beside {@code user}. */
    public static Properties read(Class<?> user, String name) {
        try (var in = Objects.requireNonNull(user.getResourceAsStream(name), name)) {
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}

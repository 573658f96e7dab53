package io.moneyprinter.materials.provider.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An address with a query, put together name by name. */
public final class Address {

    private final StringBuilder text;
    private char separator;

    private Address(String text) {
        this.text = new StringBuilder(text);
        this.separator = text.indexOf('?') < 0 ? '?' : '&';
    }

    public static Address of(URI base, String path) {
        return new Address(base.toString().replaceFirst("/+$", "") + path);
    }

    /** An address that a provider has given, which may have a query. */
    public static Address of(String given) {
        return new Address(given);
    }

    public Address with(String name, String value) {
        text.append(separator).append(encoded(name)).append('=').append(encoded(value));
        separator = '&';
        return this;
    }

    public Address with(String name, int value) {
        return with(name, Integer.toString(value));
    }

    public URI toUri() {
        return URI.create(text.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** As a part of a query or a path. */
    public static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

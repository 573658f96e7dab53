package io.moneyprinter.materials.provider.http;

import java.net.URI;
import java.util.Map;

/** What a provider is asked. */
public record Request(URI address, Map<String, String> headers) {

    public Request {
        headers = Map.copyOf(headers);
    }

    public static Request of(Address address) {
        return new Request(address.toUri(), Map.of());
    }

    public static Request of(Address address, String header, String value) {
        return new Request(address.toUri(), Map.of(header, value));
    }
}

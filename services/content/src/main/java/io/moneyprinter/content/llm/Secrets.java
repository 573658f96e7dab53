package io.moneyprinter.content.llm;

import io.moneyprinter.service.provider.ApiKey;
import java.util.List;

/** The keys of all providers, which stand in nothing that is kept: servers repeat them, and people paste them. */
record Secrets(List<ApiKey> keys) {

    /** Shorter ones would be found in ordinary words, and are no secret. */
    private static final int SHORTEST = 8;

    Secrets {
        keys = List.copyOf(keys);
    }

    static Secrets of(Catalog catalog) {
        return new Secrets(catalog.providers().values().stream()
                .flatMap(provider -> provider.keys().stream())
                .filter(key -> key.value().length() >= SHORTEST)
                .distinct()
                .toList());
    }

    String hidden(String text) {
        var hidden = text;
        for (var key : keys) {
            hidden = hidden.replace(key.value(), key.toString());
        }
        return hidden;
    }
}

package io.moneyprinter.content.llm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider that is configured, with all that is known of it.
 *
 * @param name in lower case, as in configuration and metrics
 * @param property below which it is configured, for messages
 * @param preset null when it is like none
 * @param keys used in turn; empty when the server asks for none
 * @param timeout for one whole answer
 * @param temperature null to leave it to the server
 * @param maxOutputTokens null to leave it to the server
 */
record ProviderSettings(
        String name,
        String property,
        @Nullable Preset preset,
        Protocol protocol,
        URI baseUrl,
        List<ApiKey> keys,
        String model,
        JsonMode json,
        Duration timeout,
        @Nullable Double temperature,
        @Nullable Integer maxOutputTokens,
        Price price) {

    ProviderSettings {
        keys = List.copyOf(keys);
    }

    /** Where its keys are configured, for messages. */
    String keyProperty() {
        return property.contains(".providers.") ? property + ".api-keys" : property + ".api-key";
    }

    /** Where the length of its answers is configured, for messages. */
    String limitProperty() {
        return property.contains(".providers.")
                ? property + ".max-output-tokens"
                : property + ".providers.NAME.max-output-tokens";
    }

    /** Host and port, for messages: an address may have a password in it. */
    String server() {
        return baseUrl.getPort() < 0 ? baseUrl.getHost() : baseUrl.getHost() + ":" + baseUrl.getPort();
    }
}

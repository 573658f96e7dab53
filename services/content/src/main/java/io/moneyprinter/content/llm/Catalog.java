package io.moneyprinter.content.llm;

import io.moneyprinter.content.llm.LlmProperties.Server;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The providers that are configured.
 *
 * @param providers by name, in the order in which they are asked where no chain is configured
 * @param chain names of those that are asked unless a request names others
 */
record Catalog(Map<String, ProviderSettings> providers, List<String> chain) {

    private static final String PREFIX = "moneyprinter.content.llm";

    /** The one that the simplest settings make. */
    private static final String SIMPLE = "custom";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** What may stand in an address, where one protocol puts it. */
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9@][A-Za-z0-9._:/@-]{0,199}");

    /** Of Anthropic's, which asks for a limit; about twice what a script of ten minutes takes. */
    private static final int MAX_OUTPUT_TOKENS = 8192;

    /** @throws IllegalArgumentException about the first setting that cannot be meant, by its name */
    static Catalog of(LlmProperties properties) {
        var providers = new LinkedHashMap<String, ProviderSettings>();
        var simple = simple(properties);
        if (simple != null) {
            providers.put(SIMPLE, settings(SIMPLE, PREFIX, simple, properties));
        }
        for (var name : ordered(properties.providers())) {
            var server = Objects.requireNonNull(properties.providers().get(name));
            var property = "%s.providers.%s".formatted(PREFIX, name);
            if (server.isMeant()) {
                check(!providers.containsKey(name), property, "already set by %s.base-url".formatted(PREFIX));
                providers.put(name, settings(name, property, server, properties));
            }
        }
        var chain = properties.chain().isEmpty() ? List.copyOf(providers.keySet()) : properties.chain();
        for (var name : chain) {
            check(
                    providers.containsKey(name),
                    PREFIX + ".chain",
                    "'%s' (expected: some of %s)".formatted(name, providers.keySet()));
        }
        return new Catalog(providers, List.copyOf(chain));
    }

    private static @Nullable Server simple(LlmProperties properties) {
        var key = properties.apiKey();
        var server = new Server(
                null,
                null,
                properties.baseUrl(),
                key == null ? List.of() : List.of(key),
                properties.model(),
                null,
                null,
                null,
                null,
                null,
                null);
        check(
                server.baseUrl() != null || server.apiKeys().isEmpty(),
                PREFIX + ".base-url",
                "missing (expected: the address of the server that api-key is for)");
        return server.baseUrl() == null ? null : server;
    }

    /** Presets first, in their order, then the others by name. */
    private static List<String> ordered(Map<String, Server> servers) {
        var names = new ArrayList<>(servers.keySet());
        names.sort(Comparator.<String>comparingInt(
                        name -> Preset.of(name).map(Preset::ordinal).orElse(Integer.MAX_VALUE))
                .thenComparing(Comparator.naturalOrder()));
        return names;
    }

    private static ProviderSettings settings(String name, String property, Server server, LlmProperties properties) {
        check(NAME.matcher(name).matches(), property, "a name (expected: %s)".formatted(NAME));
        var preset = Preset.of(server.preset() == null ? name : server.preset()).orElse(null);
        check(
                server.preset() == null || preset != null,
                property + ".preset",
                "'%s' (expected: one of %s)".formatted(server.preset(), Preset.ids()));
        var protocol =
                server.protocol() != null ? server.protocol() : preset != null ? preset.protocol() : Protocol.OPENAI;
        var needsKey = protocol.needsKey() || (preset != null && preset.needsKey());
        check(
                !needsKey || !server.apiKeys().isEmpty(),
                property + ".api-keys",
                "missing (expected: at least one, from the provider)");
        check(
                server.apiKeys().stream().allMatch(ApiKey::isSendable),
                property + (property.equals(PREFIX) ? ".api-key" : ".api-keys"),
                "not a key (expected: visible ASCII characters)");
        var timeout = server.timeout() == null ? properties.timeout() : server.timeout();
        check(timeout.isPositive(), property + ".timeout", "%s (expected: more than nothing)".formatted(timeout));
        var limit = server.maxOutputTokens();
        check(limit == null || limit > 0, property + ".max-output-tokens", "%s (expected: > 0)".formatted(limit));
        return new ProviderSettings(
                name,
                property,
                preset,
                protocol,
                address(property, server, preset),
                server.apiKeys(),
                model(property, server),
                json(server, preset),
                timeout,
                server.temperature() == null ? properties.temperature() : server.temperature(),
                limit == null && protocol == Protocol.ANTHROPIC ? Integer.valueOf(MAX_OUTPUT_TOKENS) : limit,
                price(property, server));
    }

    private static URI address(String property, Server server, @Nullable Preset preset) {
        var address = server.baseUrl() != null ? server.baseUrl() : preset == null ? null : preset.baseUrl();
        if (address == null) {
            throw wrong(property + ".base-url", "missing (expected: the address of its server)");
        }
        check(
                address.getHost() != null && String.valueOf(address.getScheme()).matches("https?"),
                property + ".base-url",
                "'%s' (expected: http:// or https:// and a host)".formatted(address));
        return URI.create(address.toString().replaceFirst("/+$", ""));
    }

    private static String model(String property, Server server) {
        var model = server.model();
        if (model == null) {
            throw wrong(property + ".model", "missing (expected: a model of the server)");
        }
        check(MODEL.matcher(model).matches(), property + ".model", "'%s' (expected: %s)".formatted(model, MODEL));
        return model;
    }

    private static JsonMode json(Server server, @Nullable Preset preset) {
        if (server.json() != null) {
            return server.json();
        }
        return preset == null ? JsonMode.SCHEMA : preset.json();
    }

    private static Price price(String property, Server server) {
        var input = server.inputPrice();
        var output = server.outputPrice();
        check(input == null || input.signum() >= 0, property + ".input-price", "%s (expected: >= 0)".formatted(input));
        check(
                output == null || output.signum() >= 0,
                property + ".output-price",
                "%s (expected: >= 0)".formatted(output));
        return new Price(input, output);
    }

    private static void check(boolean fine, String property, String detail) {
        if (!fine) {
            throw wrong(property, detail);
        }
    }

    private static IllegalArgumentException wrong(String property, String detail) {
        return new IllegalArgumentException("%s: %s".formatted(property, detail));
    }
}

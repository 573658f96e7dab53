package io.moneyprinter.materials.embedding;

import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Who says what texts mean, so that files are found that have none of the words: OpenAI, or any server that has
 * {@code POST /embeddings}. It is asked when it has a key or another address; a model in a directory takes its place.
 *
 * @param apiKey from platform.openai.com; other servers may need none
 * @param baseUrl up to {@code /v1}; empty for OpenAI's own
 * @param model as the server knows it; with another name all files are embedded anew
 * @param queryPrefix what the model wants to stand before what is looked for, such as {@code "query: "} for E5
 * @param textPrefix what the model wants to stand before what is found, such as {@code "passage: "} for E5
 * @param weight what meaning is worth where words are worth 1, from 0 to 1
 * @param batch texts in one request, and files taken at a time
 * @param parallelism requests at a time
 * @param connectTimeout for a connection
 * @param timeout for one request in the background
 * @param queryTimeout for one request that somebody waits for; then words alone decide
 * @param rest how long the server is left alone after half of its calls failed
 * @param memory for vectors, of those owners whose files were looked for last
 * @param pgvector who compares where the database has pgvector: {@code auto} memory, and the database for owners whose
 *     files have no room there; {@code always} the database; {@code never} memory, and nothing is kept for pgvector
 */
@ConfigurationProperties("moneyprinter.materials.embeddings")
record EmbeddingProperties(
        @DefaultValue("") ApiKey apiKey,
        @Nullable URI baseUrl,
        @DefaultValue("text-embedding-3-small") String model,
        @DefaultValue("") String queryPrefix,
        @DefaultValue("") String textPrefix,
        @DefaultValue("0.9") double weight,
        @DefaultValue("64") int batch,
        @DefaultValue("2") int parallelism,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("4s") Duration queryTimeout,
        @DefaultValue("30s") Duration rest,
        @DefaultValue("256MB") DataSize memory,
        @DefaultValue("auto") Pgvector pgvector) {

    static final ProviderSettings SETTINGS = new ProviderSettings("moneyprinter.materials.embeddings");

    private static final URI OPENAI = URI.create("https://api.openai.com/v1");

    EmbeddingProperties {
        baseUrl = baseUrl == null || baseUrl.toString().isBlank() ? null : baseUrl;
        SETTINGS.key("api-key", apiKey);
        SETTINGS.address("base-url", baseUrl);
        SETTINGS.time("connect-timeout", connectTimeout);
        SETTINGS.time("timeout", timeout);
        SETTINGS.time("query-timeout", queryTimeout);
        SETTINGS.time("rest", rest);
        SETTINGS.within("weight", weight, 0, 1);
        SETTINGS.within("batch", batch, 1, 2_048);
        SETTINGS.within("parallelism", parallelism, 1, 100);
        SETTINGS.within("memory", memory.toMegabytes(), 1, 65_536);
        if (model.isBlank()) {
            throw SETTINGS.wrong("model", "none", "the name of a model");
        }
    }

    /** Who compares vectors. */
    enum Pgvector {
        AUTO,
        ALWAYS,
        NEVER
    }

    boolean isConfigured() {
        return apiKey.isPresent() || baseUrl != null;
    }

    URI address() {
        return baseUrl == null ? OPENAI : baseUrl;
    }

    /** What vectors of a model are kept under: those of another name are never compared with these. */
    String vectors(String model) {
        return textPrefix.isBlank() ? model : "%s (%s)".formatted(model, textPrefix.strip());
    }
}

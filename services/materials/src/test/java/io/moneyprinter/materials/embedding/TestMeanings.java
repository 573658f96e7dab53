package io.moneyprinter.materials.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.testing.database.TestDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.unit.DataSize;

/** What texts mean, for tests; files are embedded when a test says so. */
public final class TestMeanings {

    private final Meanings meanings;
    private final EmbeddingUpkeep upkeep;

    private TestMeanings(TestDatabase database, EmbeddingProperties properties) {
        this(database, properties, new StaticListableBeanFactory());
    }

    private TestMeanings(TestDatabase database, EmbeddingProperties properties, StaticListableBeanFactory models) {
        var rows = rows(database);
        var embedder = embedder(properties, models);
        this.meanings = new Meanings(properties, embedder, rows, Duration.ZERO);
        this.upkeep = new EmbeddingUpkeep(properties, embedder, rows);
    }

    static JdbcEmbeddings rows(TestDatabase database) {
        return new JdbcEmbeddings(database.dataSource(), Json.strict());
    }

    static Embedder embedder(EmbeddingProperties properties) {
        return embedder(properties, new StaticListableBeanFactory());
    }

    private static Embedder embedder(EmbeddingProperties properties, StaticListableBeanFactory models) {
        return new Embedder(
                properties,
                models.getBeanProvider(EmbeddingModel.class),
                Clock.systemUTC(),
                models.getBeanProvider(MeterRegistry.class));
    }

    /** Nobody is set up. */
    public static Meanings none(TestDatabase database) {
        return new TestMeanings(database, properties(null, "", "")).meanings;
    }

    /** A model that is no server. */
    public static TestMeanings of(TestDatabase database, EmbeddingModel model) {
        return new TestMeanings(
                database, properties(null, "", ""), new StaticListableBeanFactory(Map.of("model", model)));
    }

    public static TestMeanings asking(TestDatabase database, ConceptServer server) {
        return asking(database, server, "concepts");
    }

    static TestMeanings asking(TestDatabase database, ConceptServer server, String model) {
        return new TestMeanings(database, properties(server.server().url("/v1/"), ProviderStandIn.KEY, model));
    }

    static EmbeddingProperties properties(@Nullable URI address, String key, String model) {
        return new EmbeddingProperties(
                new ApiKey(key),
                address,
                model.isEmpty() ? "none" : model,
                "",
                "",
                0.9,
                16,
                2,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(3),
                Duration.ofMinutes(1),
                DataSize.ofMegabytes(64));
    }

    public Meanings meanings() {
        return meanings;
    }

    /** What is done in the background, until nothing is left. */
    public void embedAll() {
        upkeep.embedAll();
    }
}

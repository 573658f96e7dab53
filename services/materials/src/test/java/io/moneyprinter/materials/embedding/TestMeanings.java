package io.moneyprinter.materials.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.materials.embedding.EmbeddingProperties.Pgvector;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.testing.database.TestDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.unit.DataSize;

/** What texts mean, for tests; files are embedded when a test says so. */
public final class TestMeanings {

    private final Meanings meanings;
    private final Embedder embedder;
    private final EmbeddingUpkeep upkeep;
    private final JdbcEmbeddings rows;
    private final PgvectorDirections directions;

    private TestMeanings(DataSource database, EmbeddingProperties properties, StaticListableBeanFactory models) {
        this.embedder = embedder(properties, models);
        this.directions = new PgvectorDirections(properties, database, Duration.ZERO);
        this.rows = new JdbcEmbeddings(database, Json.strict(), directions);
        this.meanings = new Meanings(properties, embedder, rows, directions, Duration.ZERO);
        this.upkeep = new EmbeddingUpkeep(properties, embedder, rows, directions);
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
        return new TestMeanings(database.dataSource(), properties(null, "", ""), new StaticListableBeanFactory())
                .meanings;
    }

    /** A model that is no server. */
    public static TestMeanings of(TestDatabase database, EmbeddingModel model) {
        return of(database.dataSource(), model, Pgvector.AUTO);
    }

    static TestMeanings of(DataSource database, EmbeddingModel model, Pgvector pgvector) {
        return new TestMeanings(
                database, properties(null, "", "", pgvector), new StaticListableBeanFactory(Map.of("model", model)));
    }

    public static TestMeanings asking(TestDatabase database, ConceptServer server) {
        return asking(database.dataSource(), server, "concepts", Pgvector.AUTO);
    }

    static TestMeanings asking(DataSource database, ConceptServer server, String model, Pgvector pgvector) {
        return new TestMeanings(
                database,
                properties(server.server().url("/v1/"), ProviderStandIn.KEY, model, pgvector),
                new StaticListableBeanFactory());
    }

    static EmbeddingProperties properties(@Nullable URI address, String key, String model) {
        return properties(address, key, model, Pgvector.AUTO);
    }

    private static EmbeddingProperties properties(@Nullable URI address, String key, String model, Pgvector pgvector) {
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
                DataSize.ofMegabytes(64),
                pgvector);
    }

    public Meanings meanings() {
        return meanings;
    }

    JdbcEmbeddings rows() {
        return rows;
    }

    /** With room for so many bytes, and looked at again after that time. */
    OwnerVectors owners(long memory, Duration trusted) {
        return new OwnerVectors(rows, directions, embedder::vectors, memory, trusted);
    }

    /** What is done in the background, until nothing is left. */
    public void embedAll() {
        upkeep.embedAll();
    }

    /** The part of it that keeps pgvector up. */
    TestMeanings keepUp() {
        directions.keepUp(embedder.vectors());
        return this;
    }
}

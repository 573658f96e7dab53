package io.moneyprinter.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.retention.Findings;
import io.moneyprinter.service.retention.Pointing;
import io.moneyprinter.service.retention.Retention;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.KeyColumn;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoreProperties;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.s3.S3Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Two installations with one bucket, where all that one of them has lies below the prefix of the other. */
class NestedPrefixTests {

    private static final Duration LATER = Duration.ofDays(400);
    private static final Pointing POINTING =
            new Pointing(List.of(KeyColumn.of("shop.film", "path")), Set.of("chunks", "films", "materials"), Set.of());

    @TempDir
    Path work;

    private S3Server server;
    private final TestDatabase outerRows = database();
    private final TestDatabase innerRows = database();

    @BeforeEach
    void start() {
        server = S3Server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"'',studio/", "a/,a/b/", "a/,a/owner/"})
    void leavesAloneWhatLiesBelowItsPrefix(String outerPrefix, String innerPrefix) {
        var outer = store(outerPrefix);
        var inner = store(innerPrefix);
        var film = stored(inner, innerRows, "films");
        var original = stored(inner, innerRows, "materials");
        var chunk = stored(inner, innerRows, "chunks");
        collect(inner, innerRows, Duration.ZERO);
        try (var client = Clients.client(Stores.properties(server.endpoint()))) {
            client.createMultipartUpload(
                    request -> request.bucket(S3Server.BUCKET).key(innerPrefix + key("films", "half of it")));
        }
        var orphan = key("films", "orphan");
        outer.put(orphan, new byte[] {1});

        var found = collect(outer, outerRows, LATER);

        assertThat(found.unreadable()).isEmpty();
        assertThat(found.collected().count()).isEqualTo(1);
        assertThat(found.foreign().count()).as("with the mark").isEqualTo(4);
        assertThat(outer.exists(orphan)).isFalse();
        assertThat(List.of(film, original, chunk)).allMatch(inner::exists);
        assertThat(server.objects().listMultipartUploads(S3Server.BUCKET)).hasSize(1);
        // The inner one knows by its mark that it is still the only one there.
        assertThat(collect(inner, innerRows, LATER).agree()).isTrue();
    }

    /** Nothing tells the one's films from the other's then. */
    @Test
    void deletesNothingWhereThePrefixIsANamespaceOfOurs() {
        var outer = store("");
        var inner = store("films/");
        var film = stored(inner, innerRows, "films");
        collect(inner, innerRows, Duration.ZERO);
        outer.put(key("films", "orphan"), new byte[] {1});

        var found = collect(outer, outerRows, LATER);

        assertThat(found.unreadable())
                .singleElement()
                .asString()
                .contains("another database has objects here, too", "films/owner/");
        assertThat(found.collected().count()).isZero();
        assertThat(inner.exists(film)).isTrue();
    }

    private Findings collect(ObjectStore store, TestDatabase rows, Duration later) {
        var properties = new StoreProperties(
                StoreProperties.Kind.S3,
                DataSize.ofBytes(0),
                Duration.ofHours(1),
                Duration.ofHours(24),
                Duration.ofDays(30),
                Duration.ofHours(24));
        return new Retention(store, rows.dataSource(), POINTING, properties, Clock.offset(Clock.systemUTC(), later))
                .collect(false);
    }

    private ObjectStore store(String prefix) {
        return Stores.in(server, work.resolve("copies of " + prefix.replace('/', '-')), "--prefix=" + prefix);
    }

    private static ObjectKey stored(ObjectStore store, TestDatabase rows, String namespace) {
        var key = key(namespace, "kept");
        store.put(key, namespace.getBytes(StandardCharsets.US_ASCII));
        rows.jdbc().sql("insert into shop.film values (?)").param(key.value()).update();
        return key;
    }

    private static ObjectKey key(String namespace, String name) {
        return new ObjectKey("%s/%s.bin".formatted(namespace, Digests.of(name)));
    }

    private static TestDatabase database() {
        var database = TestDatabase.withSchemas();
        database.jdbc()
                .sql("create schema shop; create table shop.film (path text not null)")
                .update();
        return database;
    }
}

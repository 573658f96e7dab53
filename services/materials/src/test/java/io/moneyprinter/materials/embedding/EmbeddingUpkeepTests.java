package io.moneyprinter.materials.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.embedding.EmbeddingProperties.Pgvector;
import io.moneyprinter.testing.database.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Compared in memory: the database of the tests has no pgvector. */
class EmbeddingUpkeepTests extends EmbeddingUpkeepContract {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    EmbeddingUpkeepTests() {
        super(DATABASE, Pgvector.AUTO);
    }

    @Test
    void keepsOnlySoManyInMemory() {
        var other = new UserId("user-" + UUID.randomUUID());
        add("IMG_1.jpg", "Cocktails");
        library.add(
                other, List.of(entry("IMG_2.jpg", null, "Cocktails"), entry("IMG_3.jpg", null, "Cocktails at dusk")));
        meanings.embedAll();
        var oneFile = 64 + Vectors.ID_BYTES;
        var owners = meanings.owners(2 * oneFile, Duration.ofMinutes(1));

        var first = owners.of(user, 64);
        assertThat(first.bytes()).isEqualTo(oneFile);
        assertThat(owners.of(user, 64)).isSameAs(first);
        assertThat(owners.of(other, 64).bytes()).isEqualTo(2 * oneFile);
        assertThat(owners.owners()).isEqualTo(1);
        assertThat(owners.of(user, 64)).isNotSameAs(first);
        // What has no room is left out.
        assertThat(meanings.owners(oneFile, Duration.ofMinutes(1)).of(other, 64).bytes())
                .isEqualTo(oneFile);
    }

    /** But for the questions whether it is there, which every database answers. */
    @Test
    void asksTheDatabaseNothingElseWhereItHasNoPgvector() {
        var without = statements(Pgvector.NEVER);

        for (var setting : List.of(Pgvector.AUTO, Pgvector.ALWAYS)) {
            var asked = statements(setting);

            assertThat(asked).containsAll(without);
            asked.removeAll(without);
            assertThat(asked)
                    .hasSize(2)
                    .anyMatch(sql -> sql.contains("from pg_extension"))
                    .anyMatch(sql -> sql.contains("from pg_available_extensions"));
        }
        assertThat(DATABASE.jdbc()
                        .sql("select to_regclass('materials.asset_direction') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** Of one who embeds a file and finds it. */
    private Set<String> statements(Pgvector setting) {
        var recording = new RecordingDataSource();
        var asking = TestMeanings.asking(recording, server, "concepts", setting);
        add("IMG_%d.jpg".formatted(recording.hashCode()), "Cocktails");
        asking.embedAll();
        asking.embedAll();

        assertThat(asking.meanings().nearest(user, sense(asking, "drinks"), 100))
                .containsKey(library.id(user, "IMG_%d.jpg".formatted(recording.hashCode())));
        assertThat(recording.failures).isEmpty();
        return recording.statements;
    }

    private static final class RecordingDataSource extends DelegatingDataSource {

        private final Set<String> statements = new LinkedHashSet<>();
        private final List<Throwable> failures = new ArrayList<>();

        private RecordingDataSource() {
            super(DATABASE.dataSource());
        }

        @Override
        public Connection getConnection() throws SQLException {
            return recording(Connection.class, super.getConnection());
        }

        /** Statements come from connections, and their failures from both. */
        private <T> T recording(Class<T> type, T target) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            statements.add((String) arguments[0]);
                        }
                        try {
                            var result = method.invoke(target, arguments);
                            return result instanceof PreparedStatement statement
                                    ? recording(PreparedStatement.class, statement)
                                    : result;
                        } catch (InvocationTargetException e) {
                            failures.add(e.getCause());
                            throw e.getCause();
                        }
                    }));
        }
    }
}

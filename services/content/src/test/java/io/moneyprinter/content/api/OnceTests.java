package io.moneyprinter.content.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.database.TestDatabase;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OnceTests {

    private static final DataSource DATABASE =
            TestDatabase.withSchemas("content").dataSource();
    private static final UserId ANNA = new UserId("anna");

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final Once once = once();

    private static Once once() {
        return new Once(DATABASE, new SettableClock(), Json.strict());
    }

    private record Kept(String by) {}

    /** What cannot be written down, as nothing can by a process that has died. */
    private record Unspeakable() {

        public String getWords() {
            throw new IllegalStateException("no words");
        }
    }

    @BeforeEach
    void empty() {
        jdbc.sql("DELETE FROM content.draft").update();
        jdbc.sql("DELETE FROM content.idempotency_key").update();
    }

    @Test
    void storesOnceForOneKey() {
        var first = once.store(ANNA, "key", "draft", "bees", Kept.class, () -> row("first"));
        var again = once.store(ANNA, "key", "draft", "bees", Kept.class, () -> row("again"));

        assertThat(first).isEqualTo(new Once.Answer<>(new Kept("first"), false));
        assertThat(again).isEqualTo(new Once.Answer<>(new Kept("first"), true));
        assertThat(rows()).containsExactly("first");
    }

    @Test
    void storesNothingWithoutItsKey() {
        assertThatThrownBy(() -> once.store(ANNA, "key", "draft", "bees", Unspeakable.class, () -> {
                    row("lost");
                    return new Unspeakable();
                }))
                .hasMessageContaining("no words");

        assertThat(rows()).isEmpty();
    }

    @Test
    void takesBackWhatAnotherProcessHasStoredMeanwhile() {
        var answer = once.store(ANNA, "key", "draft", "bees", Kept.class, () -> {
            var slow = row("slow");
            CompletableFuture.runAsync(() -> once().store(ANNA, "key", "draft", "bees", Kept.class, () -> row("fast")))
                    .join();
            return slow;
        });

        assertThat(answer).isEqualTo(new Once.Answer<>(new Kept("fast"), true));
        assertThat(rows()).containsExactly("fast");
    }

    private Kept row(String by) {
        jdbc.sql("""
                INSERT INTO content.draft (user_id, draft_id, version, title, language, body, created_at)
                VALUES (:user, :id, 1, :id, 'en', '{}', now())""").param("user", ANNA.value()).param("id", by).update();
        return new Kept(by);
    }

    private Iterable<String> rows() {
        return jdbc.sql("SELECT draft_id FROM content.draft")
                .query(String.class)
                .list();
    }
}

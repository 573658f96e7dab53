package io.moneyprinter.content.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ModelExchange;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.database.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class JdbcJournalTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("content");
    private static final UserId ANNA = new UserId("anna");
    private static final UserId BEN = new UserId("ben");
    private static final Duration KEEP = Duration.ofDays(30);

    private final SettableClock clock = new SettableClock();
    private final JdbcJournal journal = journal(KEEP);

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("DELETE FROM content.exchange").update();
    }

    @AfterEach
    void close() throws InterruptedException {
        journal.close();
    }

    private JdbcJournal journal(Duration keep) {
        return new JdbcJournal(DATABASE.dataSource(), new JournalProperties(keep, 1_000), clock);
    }

    @Test
    void keepsAllOfAnExchangeForItsOwnerAlone() {
        var exchange = new ModelExchange(
                "e1",
                "video/content/0",
                "script",
                "openai",
                "tiny",
                List.of(new ModelExchange.Turn("system", "You write."), new ModelExchange.Turn("user", "About bees.")),
                "{\"title\": \"Bees\"}",
                false,
                10,
                20,
                new BigDecimal("0.000123"),
                null,
                null,
                List.of(),
                clock.instant(),
                1.234);
        journal.enter(ANNA, exchange);

        assertThat(journal.page(ANNA, "video", 20, null).exchanges()).containsExactly(exchange);
        assertThat(journal.page(ANNA, null, 20, null).exchanges()).hasSize(1);
        assertThat(journal.page(BEN, "video", 20, null).exchanges()).isEmpty();
        assertThat(journal.page(BEN, null, 20, null).exchanges()).isEmpty();

        journal.forget(BEN, null);
        assertThat(journal.page(ANNA, null, 20, null).exchanges()).hasSize(1);
    }

    @Test
    void findsTheWorkAndItsPiecesAndNoOther() {
        List.of("video", "video/content/0", "video2", "vide_", "other/video")
                .forEach(work -> journal.enter(ANNA, exchange(work)));

        assertThat(works("video")).containsExactlyInAnyOrder("video", "video/content/0");
        assertThat(works("vide_")).containsExactly("vide_");

        journal.forget(ANNA, "video");
        assertThat(works(null)).containsExactlyInAnyOrder("video2", "vide_", "other/video");
    }

    private List<String> works(String work) {
        return journal.page(ANNA, work, 20, null).exchanges().stream()
                .map(ModelExchange::work)
                .toList();
    }

    @Test
    void isReadInPagesNewestFirstAlsoWhereTimesAreTheSame() {
        IntStream.range(0, 7).forEach(i -> {
            journal.enter(ANNA, exchange("work-" + i));
            clock.advance(Duration.ofSeconds(i % 2));
        });
        var whole = journal.page(ANNA, null, 20, null);

        var pieces = new ArrayList<ModelExchange>();
        String cursor = null;
        do {
            var page = journal.page(ANNA, null, 2, cursor == null ? null : Position.parse(cursor));
            pieces.addAll(page.exchanges());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(whole.exchanges()).hasSize(7);
        assertThat(whole.nextCursor()).isNull();
        assertThat(pieces).isEqualTo(whole.exchanges());
        assertThat(pieces.getFirst().askedAt()).isAfter(pieces.getLast().askedAt());
    }

    @Test
    void addsWhatIsWrongWithAnAnswer() {
        var exchange = exchange("work");
        journal.enter(ANNA, exchange);
        journal.judge(exchange.exchangeId(), List.of("it is too short"));

        assertThat(journal.page(ANNA, null, 1, null).exchanges().getFirst().faults())
                .containsExactly("it is too short");
    }

    @Test
    void cutsWhatIsTooLongAndNeverInsideOfACharacter() {
        journal.enter(ANNA, of("work", "a".repeat(400), "b".repeat(599) + "🐝 and bees", "c".repeat(2_000)));
        journal.enter(ANNA, of("nul", "a\0b", "c", "d\0"));

        var kept = journal.page(ANNA, "work", 1, null).exchanges().getFirst();
        assertThat(kept.truncated()).isTrue();
        assertThat(kept.question().get(0).text()).hasSize(400);
        assertThat(kept.question().get(1).text()).isEqualTo("b".repeat(599));
        assertThat(kept.answer()).hasSize(1_000);
        var nul = journal.page(ANNA, "nul", 1, null).exchanges().getFirst();
        assertThat(nul.question().get(0).text()).isEqualTo("ab");
        assertThat(nul.answer()).isEqualTo("d");
        assertThat(nul.truncated()).isFalse();
    }

    @Test
    void forgetsWhatIsOldAndShowsItNoMoreEvenBefore() {
        journal.enter(ANNA, exchange("old"));
        clock.advance(KEEP.minusSeconds(1));
        journal.enter(ANNA, exchange("young"));
        assertThat(works(null)).hasSize(2);
        clock.advance(Duration.ofSeconds(2));

        assertThat(works(null)).containsExactly("young");
        assertThat(rows()).isEqualTo(2);
        journal.forgetOld();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void forgetsMoreThanGoesAtOnce() {
        DATABASE.jdbc().sql("""
                        INSERT INTO content.exchange (exchange_id, user_id, purpose, provider, model, question, truncated,
                            input_tokens, output_tokens, estimated_cost, asked_at, took_millis)
                        SELECT i::text, 'anna', 'script', 'p', 'm', '[]', false, 0, 0, 0, '2000-01-01', 0
                        FROM generate_series(1, 2500) AS i""").update();

        journal.forgetOld();

        assertThat(rows()).isZero();
    }

    @Test
    void keepsNoneWhereItIsSwitchedOff() throws InterruptedException {
        journal.enter(ANNA, exchange("before"));
        try (var off = journal(Duration.ZERO)) {
            clock.advance(Duration.ofMillis(1));
            off.enter(ANNA, exchange("after"));

            assertThat(off.page(ANNA, null, 20, null).exchanges()).isEmpty();
            assertThat(works(null)).containsExactly("before");
            off.forgetOld();
            assertThat(rows()).isZero();
        }
    }

    @Test
    void losesNoAnswerAndNoTimeWhereItCannotKeep() throws Exception {
        var back = new CountDownLatch(1);
        var one = new SingleConnectionDataSource(DATABASE.dataSource().getConnection(), true);
        var stuck = new DelegatingDataSource(one) {

            @Override
            public Connection getConnection() throws SQLException {
                try {
                    back.await();
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
                return super.getConnection();
            }
        };
        try (var slow = new JdbcJournal(stuck, new JournalProperties(KEEP, 1_000), clock)) {
            var before = System.nanoTime();

            // More than are let wait.
            for (var i = 0; i < 300; i++) {
                slow.enter(ANNA, exchange("work"));
            }

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            back.countDown();
        }
        one.destroy();
        assertThat(rows()).isBetween(256, 258);

        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "nobody", "secret");
        try (var broken = new JdbcJournal(nowhere, new JournalProperties(KEEP, 1_000), clock)) {
            broken.enter(ANNA, exchange("work"));
            broken.judge("work", List.of("too short"));
        }
    }

    private int rows() {
        journal.page(ANNA, null, 1, null);
        return DATABASE.jdbc()
                .sql("SELECT count(*) FROM content.exchange")
                .query(Integer.class)
                .single();
    }

    private ModelExchange exchange(String work) {
        return of(work, "You write.", "About bees.", "{}");
    }

    private ModelExchange of(String work, String system, String user, String answer) {
        return new ModelExchange(
                work + System.nanoTime(),
                work,
                "script",
                "openai",
                "tiny",
                List.of(new ModelExchange.Turn("system", system), new ModelExchange.Turn("user", user)),
                answer,
                false,
                10,
                20,
                BigDecimal.ZERO,
                null,
                null,
                List.of(),
                clock.instant(),
                1);
    }
}

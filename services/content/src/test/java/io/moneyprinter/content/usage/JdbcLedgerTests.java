package io.moneyprinter.content.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import io.moneyprinter.content.usage.Ledger.Entry;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ModelUsage.UsageLine;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.database.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JdbcLedgerTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("content");
    private static final UserId ANNA = new UserId("anna");
    private static final UserId BEN = new UserId("ben");

    private final SettableClock clock = new SettableClock();
    private final JdbcLedger ledger = new JdbcLedger(DATABASE.dataSource(), clock);

    @Test
    void countsEveryAnswer() {
        ledger.enter(entry(ANNA, "script", 60));
        ledger.enter(entry(ANNA, "script", 60));
        ledger.enter(entry(ANNA, "seo", 3));
        ledger.enter(entry(BEN, "script", 5_000));
        clock.advance(Duration.ofDays(1));
        ledger.enter(entry(ANNA, "script", 7));

        var today = ledger.today();
        var both = ledger.usage(ANNA, today.minusDays(1), today);

        assertThat(both.inputTokens()).isEqualTo(130);
        assertThat(both.outputTokens()).isEqualTo(260);
        assertThat(both.estimatedCost()).isEqualByComparingTo("0.00013");
        assertThat(both.lines())
                .extracting(UsageLine::day, UsageLine::purpose, UsageLine::answers, UsageLine::inputTokens)
                .containsExactly(
                        tuple(today.minusDays(1), "script", 2L, 120L),
                        tuple(today.minusDays(1), "seo", 1L, 3L),
                        tuple(today, "script", 1L, 7L));
        assertThat(ledger.usage(BEN, today, today).lines()).isEmpty();
    }

    @Test
    void losesNoAnswerWhereItCannotCount() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "nobody", "secret");

        assertThatCode(() -> new JdbcLedger(nowhere, clock).enter(entry(ANNA, "script", 1)))
                .doesNotThrowAnyException();
    }

    private static Entry entry(UserId user, String purpose, long tokens) {
        return new Entry(
                user,
                "openai",
                "gpt",
                purpose,
                tokens,
                2 * tokens,
                new BigDecimal("0.000001").multiply(BigDecimal.valueOf(tokens)));
    }
}

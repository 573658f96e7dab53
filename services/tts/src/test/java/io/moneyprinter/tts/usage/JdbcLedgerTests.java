package io.moneyprinter.tts.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.SpeechUsage;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.tts.health.ProvidersTests;
import io.moneyprinter.tts.usage.Ledger.Entry;
import io.moneyprinter.tts.voice.VoicesTests;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JdbcLedgerTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("tts");
    private static final UserId ANNA = new UserId("anna");
    private static final UserId BEN = new UserId("ben");

    private final SettableClock clock = new SettableClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final JdbcLedger ledger = new JdbcLedger(DATABASE.dataSource(), ProvidersTests.meters(registry), clock);

    @Test
    void countsEachSentenceOfAPieceOfWorkOnce() {
        ledger.enter(entry(ANNA, "work", "first", 100));
        ledger.enter(entry(ANNA, "work", "first", 100));
        ledger.enter(entry(ANNA, "work", "second", 20));
        ledger.enter(entry(ANNA, "other-work", "first", 3));
        ledger.enter(entry(BEN, "work", "first", 5_000));
        clock.advance(Duration.ofDays(1));
        ledger.enter(entry(ANNA, "work", "first", 100));
        ledger.enter(entry(ANNA, "next-work", "first", 7));

        var today = ledger.today();
        var both = ledger.usage(ANNA, today.minusDays(1), today);

        assertThat(both.characters()).isEqualTo(130);
        assertThat(both.estimatedCost()).isEqualByComparingTo("0.00195");
        assertThat(both.lines())
                .extracting(
                        SpeechUsage.UsageLine::day, SpeechUsage.UsageLine::sentences, SpeechUsage.UsageLine::characters)
                .containsExactly(tuple(today.minusDays(1), 3L, 123L), tuple(today, 1L, 7L));
        assertThat(ledger.usage(ANNA, today, today).characters()).isEqualTo(7);
        assertThat(registry.get("moneyprinter.tts.characters")
                        .tag("provider", "azure")
                        .counter()
                        .count())
                .isEqualTo(5_130);
        assertThat(registry.get("moneyprinter.tts.cost")
                        .tag("provider", "azure")
                        .counter()
                        .count())
                .isCloseTo(0.07695, within(1e-9));
    }

    @Test
    void losesNoSpeechWhereItCannotCount() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "nobody", "secret");
        var broken = new JdbcLedger(nowhere, ProvidersTests.meters(registry), clock);

        assertThatCode(() -> broken.enter(entry(ANNA, "work", "first", 1))).doesNotThrowAnyException();
        assertThat(registry.find("moneyprinter.tts.characters").counter()).isNull();
    }

    private static Entry entry(UserId user, String key, String speech, long characters) {
        var cost = new BigDecimal("0.000015").multiply(BigDecimal.valueOf(characters));
        return new Entry(
                user,
                key,
                speech,
                VoicesTests.voice("azure", "en-US-AvaNeural", "en-US"),
                new Charge(characters, cost, Charge.CURRENCY));
    }
}

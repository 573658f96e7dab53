package io.moneyprinter.tts.usage;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.SpeechUsage;
import io.moneyprinter.tts.health.Meters;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In the database, and as metrics. */
@Repository
class JdbcLedger implements Ledger, Charges {

    private static final Logger log = LoggerFactory.getLogger(JdbcLedger.class);

    private final JdbcClient jdbc;
    private final Meters meters;
    private final Clock clock;

    JdbcLedger(DataSource dataSource, Meters meters, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void enter(Entry entry) {
        try {
            if (insert(entry)) {
                var charge = entry.charge();
                meters.charged(entry.voice().provider(), charge.characters(), charge.estimatedCost());
            }
        } catch (DataAccessException e) {
            log.error("not counted: {}", entry, e);
        }
    }

    private boolean insert(Entry entry) {
        return jdbc.sql("""
                        INSERT INTO tts.usage (user_id, idempotency_key, speech, day, provider, voice, characters, estimated_cost)
                        VALUES (:user, :key, :speech, :day, :provider, :voice, :characters, :cost) ON CONFLICT DO NOTHING
                        """)
                        .param("user", entry.userId().value())
                        .param("key", entry.idempotencyKey())
                        .param("speech", entry.speech())
                        .param("day", today())
                        .param("provider", entry.voice().provider())
                        .param("voice", entry.voice().id())
                        .param("characters", entry.charge().characters())
                        .param("cost", entry.charge().estimatedCost())
                        .update()
                == 1;
    }

    @Override
    public Charge of(UserId user, String work) {
        return jdbc.sql("""
                        SELECT coalesce(sum(characters), 0) AS characters, coalesce(sum(estimated_cost), 0) AS estimated_cost
                        FROM tts.usage WHERE user_id = :user AND starts_with(idempotency_key, :prefix)
                        """)
                .param("user", user.value())
                .param("prefix", work + "/")
                .query((row, number) ->
                        new Charge(row.getLong("characters"), row.getBigDecimal("estimated_cost"), Charge.CURRENCY))
                .single();
    }

    /** @param to inclusive */
    SpeechUsage usage(UserId user, LocalDate from, LocalDate to) {
        var lines = jdbc.sql("""
                        SELECT day, provider, voice, count(*) AS sentences, sum(characters) AS characters,
                            sum(estimated_cost) AS estimated_cost
                        FROM tts.usage WHERE user_id = :user AND day BETWEEN :from AND :to
                        GROUP BY day, provider, voice ORDER BY day, provider, voice
                        """)
                .param("user", user.value())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new SpeechUsage.UsageLine(
                        row.getObject("day", LocalDate.class),
                        row.getString("provider"),
                        row.getString("voice"),
                        row.getLong("sentences"),
                        row.getLong("characters"),
                        row.getBigDecimal("estimated_cost")))
                .list();
        return new SpeechUsage(
                from,
                to,
                lines.stream().mapToLong(SpeechUsage.UsageLine::characters).sum(),
                lines.stream().map(SpeechUsage.UsageLine::estimatedCost).reduce(BigDecimal.ZERO, BigDecimal::add),
                Charge.CURRENCY,
                lines);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

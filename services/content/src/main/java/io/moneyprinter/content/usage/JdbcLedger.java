package io.moneyprinter.content.usage;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ModelUsage;
import io.moneyprinter.contracts.content.ModelUsage.UsageLine;
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

/** In the database. */
@Repository
class JdbcLedger implements Ledger {

    private static final Logger log = LoggerFactory.getLogger(JdbcLedger.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcLedger(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    @Override
    public void enter(Entry entry) {
        try {
            jdbc.sql("""
                INSERT INTO content.usage (user_id, day, provider, model, purpose, input_tokens, output_tokens,
                    estimated_cost)
                VALUES (:user, :day, :provider, :model, :purpose, :input, :output, :cost)
                """)
                    .param("user", entry.userId().value())
                    .param("day", today())
                    .param("provider", entry.provider())
                    .param("model", entry.model())
                    .param("purpose", entry.purpose())
                    .param("input", entry.inputTokens())
                    .param("output", entry.outputTokens())
                    .param("cost", entry.estimatedCost())
                    .update();
        } catch (DataAccessException e) {
            log.error("not counted: {}", entry, e);
        }
    }

    /** @param to inclusive */
    ModelUsage usage(UserId user, LocalDate from, LocalDate to) {
        var lines = jdbc.sql("""
            SELECT day, provider, model, purpose, count(*) AS answers, sum(input_tokens) AS input_tokens,
                sum(output_tokens) AS output_tokens, sum(estimated_cost) AS estimated_cost
            FROM content.usage WHERE user_id = :user AND day BETWEEN :from AND :to
            GROUP BY day, provider, model, purpose ORDER BY day, provider, model, purpose
            """)
                .param("user", user.value())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new UsageLine(
                        row.getObject("day", LocalDate.class),
                        row.getString("provider"),
                        row.getString("model"),
                        row.getString("purpose"),
                        row.getLong("answers"),
                        row.getLong("input_tokens"),
                        row.getLong("output_tokens"),
                        row.getBigDecimal("estimated_cost")))
                .list();
        return new ModelUsage(
                from,
                to,
                lines.stream().mapToLong(UsageLine::inputTokens).sum(),
                lines.stream().mapToLong(UsageLine::outputTokens).sum(),
                lines.stream().map(UsageLine::estimatedCost).reduce(BigDecimal.ZERO, BigDecimal::add),
                ModelUsage.CURRENCY,
                lines);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

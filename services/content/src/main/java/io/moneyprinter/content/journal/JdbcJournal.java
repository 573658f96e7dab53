package io.moneyprinter.content.journal;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ExchangePage;
import io.moneyprinter.contracts.content.ModelExchange;
import io.moneyprinter.service.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** In the database, written by a thread of its own. Every look-up is by owner. */
@Repository
class JdbcJournal implements Journal, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(JdbcJournal.class);

    /** How many entries wait for a slow database before further ones are lost. */
    private static final int WAITING = 256;

    private static final long READER_PATIENCE_SECONDS = 2;
    private static final long FAREWELL_SECONDS = 5;

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final int BATCH = 1_000;
    private static final int MOST_BATCHES = 50;

    /** Of the name of a work, which others choose. */
    private static final int LONGEST_NAME = 300;

    private static final String OF_WORK =
            "user_id = :user AND (:work::text IS NULL OR work = :work OR starts_with(work, :work || '/'))";

    private final JdbcClient jdbc;
    private final JournalProperties properties;
    private final Clock clock;
    private final JsonMapper json = Json.lenient();
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("journal").factory());

    JdbcJournal(DataSource dataSource, JournalProperties properties, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void enter(UserId user, ModelExchange exchange) {
        if (!properties.keep().isZero()) {
            write(exchange.exchangeId(), () -> insert(user, exchange));
        }
    }

    @Override
    public void judge(String exchangeId, List<String> faults) {
        if (!properties.keep().isZero()) {
            write(
                    exchangeId,
                    () -> jdbc.sql("UPDATE content.exchange SET faults = :faults WHERE exchange_id = :id")
                            .param("faults", storable(json.writeValueAsString(faults)))
                            .param("id", exchangeId)
                            .update());
        }
    }

    private void write(String exchangeId, Runnable task) {
        try {
            writer.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    log.error(
                            "exchange {} with a language model is not kept: {}",
                            exchangeId,
                            NestedExceptionUtils.getMostSpecificCause(e).toString());
                }
            });
        } catch (RejectedExecutionException e) {
            log.error(
                    "exchange {} with a language model is not kept: too many others wait for the database", exchangeId);
        }
    }

    private void insert(UserId user, ModelExchange exchange) {
        var room = properties.maxCharacters();
        var question = new ArrayList<ModelExchange.Turn>();
        var truncated = false;
        for (var turn : exchange.question()) {
            var kept = cut(turn.text(), room);
            truncated |= kept.length() < turn.text().length();
            room -= kept.length();
            question.add(new ModelExchange.Turn(turn.speaker(), storable(kept)));
        }
        var said = exchange.answer();
        var answer = said == null ? null : cut(said, properties.maxCharacters());
        truncated |= answer != null && said != null && answer.length() < said.length();
        jdbc.sql("""
                        INSERT INTO content.exchange (exchange_id, user_id, work, purpose, provider, model, question,
                            answer, truncated, input_tokens, output_tokens, estimated_cost, code, reason, asked_at,
                            took_millis)
                        VALUES (:id, :user, :work, :purpose, :provider, :model, :question, :answer, :truncated,
                            :input, :output, :cost, :code, :reason, :asked, :took)""")
                .param("id", exchange.exchangeId())
                .param("user", user.value())
                .param("work", name(exchange.work()), Types.VARCHAR)
                .param("purpose", exchange.purpose())
                .param("provider", exchange.provider())
                .param("model", storable(exchange.model()))
                .param("question", json.writeValueAsString(question))
                .param("answer", answer == null ? null : storable(answer), Types.VARCHAR)
                .param("truncated", truncated)
                .param("input", exchange.inputTokens())
                .param("output", exchange.outputTokens())
                .param("cost", exchange.estimatedCost())
                .param("code", exchange.code(), Types.VARCHAR)
                .param("reason", exchange.reason() == null ? null : storable(exchange.reason()), Types.VARCHAR)
                .param("asked", Timestamp.from(exchange.askedAt()))
                .param("took", Math.round(exchange.seconds() * 1_000))
                .update();
    }

    /**
     * Newest first.
     *
     * @param work null for all
     * @param after null for the first page
     */
    ExchangePage page(UserId user, @Nullable String work, int limit, @Nullable Position after) {
        settle();
        var found = jdbc.sql("SELECT * FROM content.exchange WHERE " + OF_WORK + """
                         AND asked_at >= :oldest
                        AND (asked_at, exchange_id) < (:after, :after_id)
                        ORDER BY asked_at DESC, exchange_id DESC LIMIT :limit""")
                .param("user", user.value())
                .param("work", name(work), Types.VARCHAR)
                .param("oldest", Timestamp.from(oldest()))
                .param("after", Timestamp.from(after == null ? NEVER : after.askedAt()))
                .param("after_id", after == null ? "" : after.exchangeId())
                .param("limit", limit + 1)
                .query((row, number) -> exchange(row))
                .list();
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new ExchangePage(
                shown,
                found.size() > limit
                        ? new Position(
                                        shown.getLast().askedAt(),
                                        shown.getLast().exchangeId())
                                .toCursor()
                        : null);
    }

    /** @param work null for all */
    void forget(UserId user, @Nullable String work) {
        settle();
        jdbc.sql("DELETE FROM content.exchange WHERE " + OF_WORK)
                .param("user", user.value())
                .param("work", name(work), Types.VARCHAR)
                .update();
    }

    /** Removes what is kept no longer, not all of it at once. */
    void forgetOld() {
        for (var batch = 0; batch < MOST_BATCHES; batch++) {
            var gone = jdbc.sql("""
                            DELETE FROM content.exchange WHERE exchange_id IN
                                (SELECT exchange_id FROM content.exchange WHERE asked_at < :oldest LIMIT :batch)""")
                    .param("oldest", Timestamp.from(oldest()))
                    .param("batch", BATCH)
                    .update();
            if (gone < BATCH) {
                return;
            }
        }
    }

    private Instant oldest() {
        return clock.instant().minus(properties.keep());
    }

    /** Lets what was entered before be written, so that who has just asked finds it. */
    private void settle() {
        try {
            writer.submit(() -> {}).get(READER_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException | ExecutionException | TimeoutException slow) {
            log.debug("what was asked last is not written yet", slow);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ModelExchange exchange(ResultSet row) throws SQLException {
        return new ModelExchange(
                row.getString("exchange_id"),
                row.getString("work"),
                row.getString("purpose"),
                row.getString("provider"),
                row.getString("model"),
                json.readValue(row.getString("question"), new TypeReference<List<ModelExchange.Turn>>() {}),
                row.getString("answer"),
                row.getBoolean("truncated"),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                row.getBigDecimal("estimated_cost"),
                row.getString("code"),
                row.getString("reason"),
                json.readValue(row.getString("faults"), new TypeReference<List<String>>() {}),
                row.getTimestamp("asked_at").toInstant(),
                row.getLong("took_millis") / 1e3);
    }

    private static @Nullable String name(@Nullable String work) {
        return work == null ? null : storable(cut(work, LONGEST_NAME));
    }

    /** Never inside of a character. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        var end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    /** PostgreSQL stores every character but this one. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }

    @Override
    public void close() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
            log.error(
                    "{} exchanges with language models are not kept",
                    writer.shutdownNow().size());
        }
    }
}

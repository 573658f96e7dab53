package io.moneyprinter.orchestration.progress;

import io.moneyprinter.orchestration.job.Stage;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How fast earlier videos were made here. A new video counts as much as all before it. */
@Component
class Pace {

    private final JdbcClient jdbc;
    private final Clock clock;

    Pace(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Seconds per weight, of the stages that were ever measured. */
    Map<Stage, Double> rates() {
        var rates = new EnumMap<Stage, Double>(Stage.class);
        jdbc.sql("SELECT stage, seconds / weight AS rate FROM orchestration.pace WHERE weight > 0")
                .query(row -> {
                    rates.put(Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)), row.getDouble("rate"));
                });
        return rates;
    }

    void learn(StageWork work) {
        // What was there already took no time, and says nothing of how long it takes.
        if (!work.complete() || work.total() <= 0 || !work.busy().isPositive()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO orchestration.pace AS old (stage, weight, seconds, updated_at)
                VALUES (:stage, :weight, :seconds, :now)
                ON CONFLICT (stage) DO UPDATE SET weight = old.weight / 2 + excluded.weight,
                    seconds = old.seconds / 2 + excluded.seconds, updated_at = excluded.updated_at
                """)
                .param("stage", work.stage().id())
                .param("weight", work.total())
                .param("seconds", work.busy().toMillis() / 1e3)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}

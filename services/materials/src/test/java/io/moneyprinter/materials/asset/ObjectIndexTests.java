package io.moneyprinter.materials.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testing.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Who has a file is asked while others wait, so no table is read through for it, however many files there are. */
class ObjectIndexTests {

    private static final DataSource DATABASE =
            TestDatabase.withSchemas("materials").dataSource();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not is_deleted",
                "(not is_deleted or deleted_at is not null)",
                "is_deleted and deleted_at is null",
                "true"
            })
    void findsWhoHasAFile(String condition) {
        var plan = plan("select 1 from materials.asset where storage_path = $1 and " + condition);

        assertThat(plan).anyMatch(step -> step.contains("asset_by_object"));
        assertThat(plan).noneMatch(step -> step.contains("Seq Scan"));
    }

    @Test
    void findsWhatElseHasAFile() {
        for (var table : List.of("asset_version", "stock_clip", "generated_image", "asset_variant")) {
            var plan = plan("select 1 from materials.%s where storage_path = $1".formatted(table));

            assertThat(plan).as(table).noneMatch(step -> step.contains("Seq Scan"));
        }
    }

    /** For any value; small tables would be read through otherwise. */
    private static List<String> plan(String sql) {
        try (var connection = DATABASE.getConnection()) {
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            jdbc.execute("set enable_seqscan = off");
            jdbc.execute("set plan_cache_mode = force_generic_plan");
            jdbc.execute("prepare who(text) as " + sql);
            var plan = jdbc.queryForList("explain execute who('any')", String.class);
            jdbc.execute("discard all");
            return plan;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

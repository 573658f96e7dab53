package io.moneyprinter.testing.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTests {

    @Test
    void keepsTestsApart() {
        var first = TestDatabase.withSchemas();
        var second = TestDatabase.withSchemas();

        first.jdbc().sql("CREATE TABLE mine (id int)").update();

        assertThat(second.jdbc()
                        .sql("SELECT count(*) FROM pg_tables WHERE tablename = 'mine'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}

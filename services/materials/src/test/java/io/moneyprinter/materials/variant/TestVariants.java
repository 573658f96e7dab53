package io.moneyprinter.materials.variant;

import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import java.time.Clock;
import javax.sql.DataSource;

/** Real variants for tests of what uses them. */
public final class TestVariants {

    private TestVariants() {}

    public static Variants of(TestDatabase database, ObjectStore store) {
        return of(database.dataSource(), store);
    }

    public static Variants of(DataSource database, ObjectStore store) {
        return new Variants(rows(database), store, Clock.systemUTC());
    }

    static JdbcVariants rows(TestDatabase database) {
        return rows(database.dataSource());
    }

    private static JdbcVariants rows(DataSource database) {
        return new JdbcVariants(database, Json.strict());
    }

    static VariantMaker maker(ObjectStore store) {
        return new VariantMaker(SharedFfmpeg.ffmpeg(), store, Clock.systemUTC());
    }

    /** Does nothing by itself. */
    public static VariantWorker worker(TestDatabase database, ObjectStore store, Clock clock) {
        return worker(database.dataSource(), store, clock);
    }

    /** Does nothing by itself. */
    public static VariantWorker worker(DataSource database, ObjectStore store, Clock clock) {
        return new VariantWorker(rows(database), maker(store), store, clock);
    }

    /** Makes all that is to be made. */
    public static void makeAll(VariantWorker worker) {
        worker.makeAll();
    }
}

package io.moneyprinter.materials.picture;

import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.util.unit.DataSize;

/** Real pictures for tests of what uses them. */
public final class TestPictures {

    private TestPictures() {}

    public static Pictures of(TestDatabase database, ObjectStore store, Clock clock) {
        return of(database.dataSource(), store, clock);
    }

    public static Pictures of(DataSource database, ObjectStore store, Clock clock) {
        return of(database, store, clock, new PictureProperties(60, DataSize.ofGigabytes(1), 2));
    }

    static Pictures of(DataSource database, ObjectStore store, Clock clock, PictureProperties limits) {
        return new Pictures(SharedFfmpeg.ffmpeg(), store, new JdbcPictures(database), limits, clock);
    }
}

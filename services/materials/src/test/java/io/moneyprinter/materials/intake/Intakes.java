package io.moneyprinter.materials.intake;

import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.util.unit.DataSize;

/** Real intakes for tests of what uses one. */
public final class Intakes {

    private static final IntakeProperties LIMITS =
            new IntakeProperties(DataSize.ofMegabytes(16), DataSize.ofMegabytes(512), DataSize.ofMegabytes(100), 0);

    private Intakes() {}

    public static ObjectStore store(Path directory) {
        return new LocalObjectStore(directory, Clock.systemUTC());
    }

    public static Intake into(ObjectStore store) {
        return new Intake(SharedFfmpeg.ffmpeg(), store, LIMITS);
    }

    public static DocumentIntake documentsInto(ObjectStore store) {
        return new DocumentIntake(store);
    }
}

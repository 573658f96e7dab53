package io.moneyprinter.materials.intake;

import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import java.nio.file.Path;
import java.time.Clock;

/** Real intakes for tests of what uses one. */
public final class Intakes {

    private Intakes() {}

    public static ObjectStore store(Path directory) {
        return new LocalObjectStore(directory, Clock.systemUTC());
    }

    public static Intake into(ObjectStore store) {
        return new Intake(SharedFfmpeg.ffmpeg(), store);
    }

    public static DocumentIntake documentsInto(ObjectStore store) {
        return new DocumentIntake(store);
    }
}

package io.moneyprinter.orchestration.progress;

import io.moneyprinter.orchestration.job.Stage;
import java.time.Duration;

/**
 * How much of a stage there is and how much of it is done.
 *
 * @param total weight of all its pieces, expected or known
 * @param done weight of the finished ones
 * @param complete whether all pieces are known and finished
 * @param busy since its first piece began; until now, or until the last one ended
 */
record StageWork(Stage stage, double total, double done, boolean complete, Duration busy) {

    double remaining() {
        return complete ? 0 : Math.max(0, total - done);
    }

    int percent() {
        return complete ? 100 : (int) Math.min(99, Math.floor(100 * done / total));
    }
}

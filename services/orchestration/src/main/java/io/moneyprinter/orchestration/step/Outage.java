package io.moneyprinter.orchestration.step;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Outlasts a database that is away: what is to be recorded is recorded when it is back. */
@Component
class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RunningWork running;

    Outage(RunningWork running) {
        this.running = running;
    }

    <T> T outlast(Supplier<T> access) {
        while (true) {
            try {
                return access.get();
            } catch (TransientDataAccessException
                    | RecoverableDataAccessException
                    | DataAccessResourceFailureException
                    | TransactionException e) {
                if (running.stopping()) {
                    return RunningWork.halt();
                }
                log.warn("the database does not answer, waiting for it: {}", e.getMessage());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            // Called off or shut down: whoever is asked next will say so; the record comes first.
            Thread.interrupted();
        }
    }
}

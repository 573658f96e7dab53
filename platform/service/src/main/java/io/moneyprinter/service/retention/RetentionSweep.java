package io.moneyprinter.service.retention;

import io.moneyprinter.service.schedule.Sweep;
import io.moneyprinter.service.store.StoreProperties;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes from time to time what nobody needs. Says so when rows point to nothing, which nobody else would notice. */
final class RetentionSweep extends Sweep {

    private static final Logger log = LoggerFactory.getLogger(RetentionSweep.class);

    /** Short-lived processes are gone by then. */
    private static final Duration FIRST = Duration.ofHours(1);

    private final Retention retention;

    RetentionSweep(Retention retention, StoreProperties properties) {
        super("retention", FIRST, properties.sweep(), "objects that nobody needs stay");
        this.retention = retention;
    }

    @Override
    protected void sweep() {
        var found = retention.collect(false);
        if (!found.unreadable().isEmpty()) {
            log.info("nothing was deleted: {}", found.unreadable());
        }
        if (found.collected().count() > 0) {
            log.info("deleted because nobody needs it: {}", found.collected());
        }
        found.missing()
                .forEach(missing -> log.error("{} points to {}, which is not there", missing.column(), missing.key()));
    }
}

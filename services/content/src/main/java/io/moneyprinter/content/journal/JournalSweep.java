package io.moneyprinter.content.journal;

import io.moneyprinter.service.schedule.Sweep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes from time to time what is kept no longer. */
@Component
class JournalSweep extends Sweep {

    private final JdbcJournal journal;

    JournalSweep(JdbcJournal journal) {
        super(
                "journal-sweep",
                Duration.ofMinutes(1),
                Duration.ofMinutes(30),
                "old exchanges with language models are not removed");
        this.journal = journal;
    }

    @Override
    protected void sweep() {
        journal.forgetOld();
    }
}

package io.moneyprinter.content.journal;

import io.moneyprinter.service.schedule.Sweep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes from time to time what is kept no longer. */
@Component
class JournalSweep extends Sweep {

    JournalSweep(JdbcJournal journal) {
        super(
                "journal-sweep",
                Duration.ofMinutes(1),
                Duration.ofMinutes(30),
                journal::forgetOld,
                "old exchanges with language models are not removed");
    }
}

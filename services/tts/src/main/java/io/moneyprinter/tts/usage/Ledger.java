package io.moneyprinter.tts.usage;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.Voice;

/** Keeps what providers were asked to speak. */
@FunctionalInterface
public interface Ledger {

    /**
     * Durable on return. What is entered again, because the work was tried again, is counted once. Never fails: what
     * was spoken is not lost because it could not be counted.
     */
    void enter(Entry entry);

    /**
     * One sentence that a provider spoke.
     *
     * @param idempotencyKey of the work it belongs to
     * @param speech digest of what was asked
     */
    record Entry(UserId userId, String idempotencyKey, String speech, Voice voice, Charge charge) {}
}

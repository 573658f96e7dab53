package io.moneyprinter.tts.usage;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Charge;

/** Adds up what the {@link Ledger} holds. */
public interface Charges {

    /** Of everything whose idempotency key is {@code work}, a slash and more. */
    Charge of(UserId user, String work);
}

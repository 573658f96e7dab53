package io.moneyprinter.content.journal;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ModelExchange;
import java.util.List;

/** Keeps what language models were asked and what they said. No answer is late or lost because it could not be kept. */
public interface Journal {

    /** Returns at once and never fails. */
    void enter(UserId user, ModelExchange exchange);

    /** Adds what is wrong with an answer that was entered. Returns at once and never fails. */
    void judge(String exchangeId, List<String> faults);
}

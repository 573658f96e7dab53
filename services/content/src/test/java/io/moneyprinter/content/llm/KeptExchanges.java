package io.moneyprinter.content.llm;

import io.moneyprinter.content.journal.Journal;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ModelExchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A journal that a test can read. */
final class KeptExchanges implements Journal {

    final List<ModelExchange> entries = new ArrayList<>();
    final List<UserId> owners = new ArrayList<>();
    final Map<String, List<String>> faults = new HashMap<>();

    @Override
    public void enter(UserId user, ModelExchange exchange) {
        owners.add(user);
        entries.add(exchange);
    }

    @Override
    public void judge(String exchangeId, List<String> found) {
        faults.put(exchangeId, found);
    }
}

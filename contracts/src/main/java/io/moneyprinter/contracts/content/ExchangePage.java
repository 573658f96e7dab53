package io.moneyprinter.contracts.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of what language models were asked for a user, newest first.
 *
 * @param nextCursor give it back to get the next ones, null at the end
 */
public record ExchangePage(
        List<ModelExchange> exchanges, @Nullable String nextCursor) {

    public ExchangePage {
        exchanges = List.copyOf(exchanges);
    }
}

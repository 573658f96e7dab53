package io.moneyprinter.contracts.content;

import io.moneyprinter.contracts.common.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What language models were asked for pieces of work of one user. It is kept for some time. */
@HttpExchange
public interface ModelExchanges {

    /**
     * Those of one work, and of all whose names begin with its name and a slash; none for anybody else's.
     *
     * @param limit 1 to 100
     * @param cursor of an earlier page, null for the first one
     */
    @GetExchange("/internal/content/exchanges")
    ExchangePage exchanges(
            @RequestParam("user_id") UserId userId,
            @RequestParam("work") String work,
            @RequestParam("limit") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    /** Forgets them. */
    @DeleteExchange("/internal/content/exchanges")
    void forget(@RequestParam("user_id") UserId userId, @RequestParam("work") String work);
}

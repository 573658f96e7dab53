package io.moneyprinter.content.usage;

import io.moneyprinter.contracts.content.ModelUsage;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.web.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller has had written. */
@RestController
class UsageController {

    private final JdbcLedger ledger;

    UsageController(JdbcLedger ledger) {
        this.ledger = ledger;
    }

    /** Both days are included, in UTC; without any it is the month so far. */
    @GetMapping("/api/v1/content/usage")
    ModelUsage usage(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var days = Days.parse(from, to, ledger.today());
        return ledger.usage(caller.userId(), days.first(), days.last());
    }
}

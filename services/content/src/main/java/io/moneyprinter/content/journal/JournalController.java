package io.moneyprinter.content.journal;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ExchangePage;
import io.moneyprinter.contracts.content.ModelExchanges;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What language models were asked for the caller, and what they said. */
@RestController
class JournalController implements ModelExchanges {

    private static final String PATH = "/api/v1/content/exchanges";
    private static final int LARGEST_PAGE = 100;

    private final JdbcJournal journal;

    JournalController(JdbcJournal journal) {
        this.journal = journal;
    }

    /** Newest first; of one work, such as the id of a video, or of all. */
    @GetMapping(PATH)
    ExchangePage all(
            Caller caller,
            @RequestParam(required = false) @Nullable String work,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var page = page(caller.userId(), work, limit, cursor);
        if (work != null && cursor == null && page.exchanges().isEmpty()) {
            throw new CodedException(
                    ContentErrorCode.EXCHANGES_NOT_FOUND,
                    "No language model was asked for such a work of yours, or it is kept no longer.");
        }
        return page;
    }

    /** Forgets those of one work, or all. */
    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @RequestParam(required = false) @Nullable String work) {
        journal.forget(caller.userId(), work);
    }

    @Override
    public ExchangePage exchanges(UserId userId, String work, int limit, @Nullable String cursor) {
        return page(userId, work, limit, cursor);
    }

    @Override
    public void forget(UserId userId, String work) {
        journal.forget(userId, work);
    }

    private ExchangePage page(UserId user, @Nullable String work, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/limit", "%d (expected: 1 to %d)".formatted(limit, LARGEST_PAGE));
        }
        return journal.page(user, work, limit, cursor == null ? null : Position.parse(cursor));
    }
}

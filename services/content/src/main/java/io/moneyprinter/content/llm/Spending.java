package io.moneyprinter.content.llm;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.usage.Ledger;
import io.moneyprinter.problem.CodedException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one question has taken so far, of time, tokens and money. Of one thread. */
final class Spending implements Bill {

    /** Few texts have more characters in a token: what is estimated by it is not too much. */
    private static final int CHARACTERS_PER_TOKEN = 6;

    private final Question question;
    private final BudgetProperties budget;
    private final Duration totalTimeout;
    private final Ledger ledger;
    private final Meters meters;
    private final Transcript transcript;
    private final long end;
    private Tokens tokens = Tokens.NONE;
    private BigDecimal cost = BigDecimal.ZERO;
    private @Nullable ProviderSettings asked;

    Spending(
            Question question,
            BudgetProperties budget,
            Duration totalTimeout,
            Ledger ledger,
            Meters meters,
            Transcript transcript) {
        this.question = question;
        this.budget = budget;
        this.totalTimeout = totalTimeout;
        this.ledger = ledger;
        this.meters = meters;
        this.transcript = transcript;
        this.end = System.nanoTime() + totalTimeout.toNanos();
    }

    Tokens tokens() {
        return tokens;
    }

    BigDecimal cost() {
        return cost;
    }

    /** @throws CodedException {@code LLM_TIMED_OUT} when nothing is left */
    Duration left() {
        checkTime();
        return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }

    /** @throws CodedException {@code LLM_TIMED_OUT} when no time is left */
    void checkTime() {
        if (end - System.nanoTime() <= 0) {
            throw new CodedException(
                    ContentErrorCode.LLM_TIMED_OUT, "no language model answered within %s".formatted(totalTimeout));
        }
    }

    /**
     * Whether that provider may be asked.
     *
     * @throws CodedException {@code LLM_BUDGET_SPENT} when the question alone would take more than is left
     */
    void check(ProviderSettings provider) {
        var characters = question.conversation().stream()
                .mapToLong(turn -> turn.text().length())
                .sum();
        var asking = new Tokens(characters / CHARACTERS_PER_TOKEN, 0);
        if (tokens.plus(asking).total() >= budget.tokens()) {
            throw spent(
                    "%d tokens, and to ask takes %d more".formatted(tokens.total(), asking.total()),
                    "%d: moneyprinter.content.llm.budget.tokens".formatted(budget.tokens()));
        }
        var price = provider.price().of(asking);
        if (cost.add(price).compareTo(budget.cost()) > 0) {
            throw spent(
                    "%s USD, and to ask %s costs %s more".formatted(cost, provider.name(), price),
                    "%s: moneyprinter.content.llm.budget.cost".formatted(budget.cost()));
        }
    }

    private static CodedException spent(String so, String limit) {
        return new CodedException(
                ContentErrorCode.LLM_BUDGET_SPENT,
                "the question has taken %s (expected: less than %s)".formatted(so, limit));
    }

    Transcript transcript() {
        return transcript;
    }

    @Override
    public void begin(ProviderSettings provider, List<Turn> conversation) {
        asked = provider;
        transcript.begin(provider, conversation);
    }

    @Override
    public void end(String said, @Nullable CodedException failure) {
        transcript.end(said, failure);
    }

    @Override
    public void add(String model, Tokens more) {
        var provider = Objects.requireNonNull(asked);
        var price = provider.price().of(more);
        tokens = tokens.plus(more);
        cost = cost.add(price);
        transcript.add(model, more, price);
        meters.charged(provider.name(), more, price);
        var owner = question.owner();
        if (owner != null) {
            ledger.enter(new Ledger.Entry(
                    owner, provider.name(), model, question.purposeOrOther(), more.input(), more.output(), price));
        }
    }
}

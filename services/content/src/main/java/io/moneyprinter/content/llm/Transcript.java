package io.moneyprinter.content.llm;

import io.moneyprinter.content.journal.Journal;
import io.moneyprinter.content.journal.Work;
import io.moneyprinter.contracts.content.ModelExchange;
import io.moneyprinter.problem.CodedException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has the calls that one question takes written down for its owner. Of one thread. */
final class Transcript {

    private final Question question;
    private final Journal journal;
    private final Secrets secrets;
    private final Clock clock;
    private final @Nullable String work = Work.current();
    private @Nullable Call call;
    private @Nullable String latest;

    Transcript(Question question, Journal journal, Secrets secrets, Clock clock) {
        this.question = question;
        this.journal = journal;
        this.secrets = secrets;
        this.clock = clock;
    }

    private static final class Call {

        private final ProviderSettings provider;
        private final List<Turn> conversation;
        private final Instant askedAt;
        private final long start = System.nanoTime();
        private String model;
        private Tokens tokens = Tokens.NONE;
        private BigDecimal cost = BigDecimal.ZERO;

        Call(ProviderSettings provider, List<Turn> conversation, Instant askedAt) {
            this.provider = provider;
            this.conversation = conversation;
            this.askedAt = askedAt;
            this.model = provider.model();
        }
    }

    void begin(ProviderSettings provider, List<Turn> conversation) {
        call = new Call(provider, conversation, clock.instant());
    }

    void add(String model, Tokens tokens, BigDecimal cost) {
        var paid = Objects.requireNonNull(call);
        paid.model = model;
        paid.tokens = tokens;
        paid.cost = cost;
    }

    void end(String said, @Nullable CodedException failure) {
        var ended = Objects.requireNonNull(call);
        var owner = question.owner();
        if (owner != null) {
            var entry = entry(ended, said, failure);
            journal.enter(owner, entry);
            latest = entry.exchangeId();
        }
    }

    /** The call that ended last; null where nothing is written down. */
    @Nullable
    String latest() {
        return latest;
    }

    private ModelExchange entry(Call ended, String said, @Nullable CodedException failure) {
        return new ModelExchange(
                UUID.randomUUID().toString().replace("-", ""),
                work,
                question.purposeOrOther(),
                ended.provider.name(),
                ended.model,
                ended.conversation.stream()
                        .map(turn -> new ModelExchange.Turn(
                                turn.speaker().name().toLowerCase(Locale.ROOT), secrets.hidden(turn.text())))
                        .toList(),
                said.isEmpty() ? null : secrets.hidden(said),
                false,
                ended.tokens.input(),
                ended.tokens.output(),
                ended.cost,
                failure == null ? null : failure.code().name(),
                failure == null ? null : secrets.hidden(String.valueOf(failure.getMessage())),
                List.of(),
                ended.askedAt,
                (System.nanoTime() - ended.start) / 1e9);
    }
}

package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.orchestration.JobError;
import io.moneyprinter.orchestration.OrchestrationErrorCode;
import io.moneyprinter.orchestration.OrchestrationProperties;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Ledger;
import io.moneyprinter.orchestration.job.Ledger.Outcome;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.Unit;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.job.Units;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out pieces of work, each at most once to its end: it is looked up before it begins, and its result, its
 * consequences and its line in the ledger are recorded in one transaction. Failures are verdicts, never exceptions.
 */
@Component
public class Steps {

    private static final Logger log = LoggerFactory.getLogger(Steps.class);
    private static final int LONGEST_DETAIL = 1_000;

    private final Jobs jobs;
    private final Units units;
    private final Results results;
    private final Ledger ledger;
    private final UnitWork work;
    private final Narrators narrators;
    private final Consequences consequences;
    private final RetryPolicy policy;
    private final RunningWork running;
    private final Outage outage;
    private final Aftermath aftermath;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int interruptions;

    Steps(
            Jobs jobs,
            Units units,
            Results results,
            Ledger ledger,
            UnitWork work,
            Narrators narrators,
            Consequences consequences,
            RetryPolicy policy,
            RunningWork running,
            Outage outage,
            Aftermath aftermath,
            DataSource dataSource,
            Clock clock,
            OrchestrationProperties properties) {
        this.jobs = jobs;
        this.units = units;
        this.results = results;
        this.ledger = ledger;
        this.work = work;
        this.narrators = narrators;
        this.consequences = consequences;
        this.policy = policy;
        this.running = running;
        this.outage = outage;
        this.aftermath = aftermath;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.clock = clock;
        this.interruptions = properties.interruptions();
    }

    /**
     * One attempt at a piece of work; the same attempt again gives the same verdict without doing anything.
     *
     * @param attempt from 1
     * @param executor the process that asks
     */
    public Verdict attempt(UnitKey key, int attempt, String executor) {
        var opening = inTransaction(() -> open(key, attempt, executor));
        aftermath.of(key);
        return switch (opening) {
            case Settled settled -> settled.verdict();
            case Begun begun -> carryOut(begun);
        };
    }

    private Opening open(UnitKey key, int attempt, String executor) {
        var job = jobs.find(key.videoId()).orElse(null);
        var unit = units.find(key).orElse(null);
        if (job == null || unit == null || !job.wants(key.kind())) {
            return new Settled(settled(unit, Verdict.STOPPED));
        }
        if (unit.state() == Unit.State.DONE || unit.state() == Unit.State.FAILED) {
            return new Settled(settled(unit, Verdict.STOPPED));
        }
        if (unit.state() == Unit.State.RETRYING && unit.attempt() >= attempt) {
            return new Settled(Verdict.RETRY);
        }
        var died = ledger.interrupted(key);
        if (died >= interruptions) {
            units.failed(
                    key,
                    new JobError(
                            OrchestrationErrorCode.WORK_INTERRUPTED_TOO_OFTEN.name(),
                            "%s died with its process %d times"
                                    .formatted(key.kind().id(), died)));
            return new Settled(Verdict.FAILED);
        }
        units.running(key, attempt);
        return new Begun(job, unit, ledger.open(key, attempt, executor));
    }

    private static Verdict settled(@Nullable Unit unit, Verdict otherwise) {
        return switch (unit == null ? Unit.State.WAITING : unit.state()) {
            case DONE -> Verdict.DONE;
            case FAILED -> Verdict.FAILED;
            case WAITING, RUNNING, RETRYING -> otherwise;
        };
    }

    private Verdict carryOut(Begun begun) {
        var key = begun.unit().key();
        running.opened();
        Verdict verdict;
        try {
            var done = running.call(key, () -> work.carryOut(begun.job(), key));
            verdict = succeed(begun, done);
        } catch (Throwable failure) {
            verdict = fail(begun, failure);
        }
        running.closed();
        aftermath.of(key);
        if (verdict == Verdict.DONE && key.kind() == StepKind.FINISH) {
            aftermath.learn(key.videoId());
        }
        return verdict;
    }

    private Verdict succeed(Begun begun, UnitWork.Done made) {
        var key = begun.unit().key();
        return inTransaction(() -> {
            var done = narrators.settle(begun.job(), key, made).orElse(null);
            if (done == null) {
                ledger.close(begun.execution(), Outcome.REPLACED, made.provider(), null);
                return Verdict.RETRY;
            }
            if (!units.done(key, done.provider(), done.note())) {
                ledger.close(begun.execution(), Outcome.STOPPED, null, null);
                return Verdict.DONE;
            }
            if (!consequences.draw(begun.job(), done.result())) {
                throw new TooLateException();
            }
            results.store(key, done.kept());
            ledger.close(begun.execution(), Outcome.SUCCEEDED, done.provider(), null);
            return Verdict.DONE;
        });
    }

    private Verdict fail(Begun begun, Throwable failure) {
        var key = begun.unit().key();
        if (running.stopping()) {
            release(begun);
            return RunningWork.halt();
        }
        return inTransaction(() -> {
            if (failure instanceof TooLateException || !units.wanted(key)) {
                ledger.close(begun.execution(), Outcome.STOPPED, null, null);
                return Verdict.STOPPED;
            }
            var coded = coded(key, failure);
            var error = new JobError(coded.code().name(), detail(coded));
            ledger.close(begun.execution(), Outcome.FAILED, null, error);
            var pause = policy.pause(begun.unit(), coded);
            if (pause == null) {
                units.failed(key, error);
                log.warn("{} failed: {} {}", key, error.code(), error.detail());
                return Verdict.FAILED;
            }
            units.retrying(key, error, pause.unreachable(), clock.instant().plus(pause.duration()));
            log.info("{} failed, trying again in {}: {} {}", key, pause.duration(), error.code(), error.detail());
            return Verdict.RETRY;
        });
    }

    private void release(Begun begun) {
        try {
            ledger.close(begun.execution(), Outcome.RELEASED, null, null);
        } catch (RuntimeException e) {
            log.debug("{} stays open in the ledger: {}", begun.unit().key(), e.toString());
        }
        running.closed();
    }

    private static CodedException coded(UnitKey key, Throwable failure) {
        if (failure instanceof CodedException coded) {
            return coded;
        }
        log.error("{} failed unexpectedly", key, failure);
        return new CodedException(
                CommonErrorCode.INTERNAL_ERROR,
                "unexpected failure while making %s".formatted(key.kind().id()),
                failure);
    }

    private static String detail(CodedException failure) {
        var message = Objects.requireNonNullElse(
                        failure.getMessage(), failure.code().meaning())
                .replace("\0", "");
        return message.length() <= LONGEST_DETAIL ? message : message.substring(0, LONGEST_DETAIL) + "…";
    }

    private <T> T inTransaction(Supplier<T> body) {
        return outage.outlast(() -> Objects.requireNonNull(transaction.execute(_ -> body.get())));
    }

    private sealed interface Opening {}

    private record Settled(Verdict verdict) implements Opening {}

    private record Begun(Job job, Unit unit, long execution) implements Opening {}

    /** The video ended before its last piece was recorded; takes the transaction back. */
    private static final class TooLateException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}

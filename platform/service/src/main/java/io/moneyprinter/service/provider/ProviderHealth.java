package io.moneyprinter.service.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.moneyprinter.contracts.common.CircuitState;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How one provider has been doing. It is not asked while it is left alone. */
public final class ProviderHealth {

    private static final Logger log = LoggerFactory.getLogger(ProviderHealth.class);

    /** When to ask again while another call tries the provider. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final String provider;
    private final Clock clock;
    private final Duration rest;
    private final Duration probe;
    private final RecentCalls calls;
    private final CircuitBreaker circuit;
    private final FailureCodes codes;
    private final CallMeter meter;

    /** Told whenever a call has ended. */
    private final Object ended = new Object();

    private volatile Instant restsUntil = Instant.EPOCH;
    private volatile @Nullable Failure last;

    public ProviderHealth(String provider, HealthSettings settings, FailureCodes codes, Clock clock, CallMeter meter) {
        this.provider = provider;
        this.clock = clock;
        this.rest = settings.rest();
        this.probe = settings.probe();
        this.calls = new RecentCalls(settings.window(), clock);
        this.codes = codes;
        this.meter = meter;
        this.circuit = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(settings.calls())
                        .minimumNumberOfCalls(settings.minimumCalls())
                        .failureRateThreshold((float) (100 * settings.errorRate()))
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        circuit.getEventPublisher()
                .onStateTransition(event -> changed(event.getStateTransition().getToState()));
    }

    private void changed(CircuitBreaker.State state) {
        if (state == CircuitBreaker.State.OPEN) {
            restsUntil = clock.instant().plus(rest);
        }
        log.info("the circuit of {} is {}", provider, state);
    }

    private record Failure(CodedException cause, Instant at) {}

    /**
     * What the call gives.
     *
     * @throws CodedException as the call does, or without it while the provider is left alone, with the time until it is
     *     not, where time can help
     */
    public <T> T ask(Supplier<T> call) {
        return ask(() -> {}, call);
    }

    /**
     * What a call gives that has to wait for its turn. The provider may have failed others meanwhile, and is left alone
     * then, too.
     *
     * @param turn returns when it has come, and fails as calls do
     * @throws CodedException as {@link #ask(Supplier)}
     */
    public <T> T ask(Runnable turn, Supplier<T> call) {
        if (!circuit.tryAcquirePermission() && !admittedAfterProbe()) {
            throw leftAlone();
        }
        var admitted = circuit.getState();
        try {
            attempt(
                    () -> {
                        turn.run();
                        return true;
                    },
                    System.nanoTime());
            if (circuit.getState() != admitted && !circuit.tryAcquirePermission()) {
                throw leftAlone();
            }
            var start = System.nanoTime();
            var answer = attempt(call, start);
            answered(Duration.ofNanos(System.nanoTime() - start));
            return answer;
        } finally {
            synchronized (ended) {
                ended.notifyAll();
            }
        }
    }

    /** @param start of {@link System#nanoTime} */
    private <T> T attempt(Supplier<T> work, long start) {
        try {
            return work.get();
        } catch (CodedException e) {
            failed(e, Duration.ofNanos(System.nanoTime() - start));
            throw e;
        } catch (UncheckedIOException | Error e) {
            // Our own disk, or worse: no fault of the provider.
            circuit.releasePermission();
            throw e;
        } catch (RuntimeException e) {
            log.error("{} failed unexpectedly", provider, e);
            var failure = new CodedException(codes.unavailable(), "%s failed unexpectedly".formatted(provider), e);
            failed(failure, Duration.ofNanos(System.nanoTime() - start));
            throw failure;
        }
    }

    /**
     * While one call tries a provider that was left alone, the others wait for how it goes: they would settle for
     * somebody else just when it is back.
     */
    private boolean admittedAfterProbe() {
        var deadline = System.nanoTime() + probe.toNanos();
        synchronized (ended) {
            while (circuit.getState() == CircuitBreaker.State.HALF_OPEN) {
                if (circuit.tryAcquirePermission()) {
                    return true;
                }
                var left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return false;
                }
                try {
                    ended.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
                }
            }
        }
        return circuit.tryAcquirePermission();
    }

    private void answered(Duration latency) {
        circuit.onSuccess(latency.toNanos(), TimeUnit.NANOSECONDS);
        calls.answered(latency);
        meter.asked(provider, "OK", latency);
    }

    private void failed(CodedException failure, Duration latency) {
        if (codes.blameless().contains(failure.code())) {
            circuit.releasePermission();
            return;
        }
        last = new Failure(failure, clock.instant());
        calls.failed();
        meter.asked(provider, failure.code().name(), latency);
        var pause = failure.retryAfter();
        if (pause == null || !pause.isPositive()) {
            circuit.onError(latency.toNanos(), TimeUnit.NANOSECONDS, failure);
            return;
        }
        // It is well, and said when it wants to be asked again.
        var until = clock.instant().plus(pause);
        circuit.transitionToOpenStateUntil(until);
        restsUntil = until;
    }

    private CodedException leftAlone() {
        var wait = Duration.between(clock.instant(), restsUntil);
        var why = last;
        var cause = why == null ? null : why.cause();
        var code = cause == null ? codes.unavailable() : code(cause);
        return new CodedException(
                code,
                "%s is left alone %s%s"
                        .formatted(
                                provider,
                                wait.isPositive()
                                        ? "until " + restsUntil.truncatedTo(ChronoUnit.SECONDS)
                                        : "while another call tries it",
                                cause == null ? "" : ", since it failed: " + cause.getMessage()),
                List.of(),
                !code.kind().retryable() ? null : wait.isPositive() ? wait : SOON,
                null);
    }

    /** A wrong key stays wrong, however long it is left alone. */
    private ErrorCode code(CodedException cause) {
        return cause.code() == codes.throttled() || cause.code().kind() == ErrorKind.INVALID
                ? cause.code()
                : codes.unavailable();
    }

    /** When it is asked again; null when it may be asked now. */
    public @Nullable Instant restsUntil() {
        return clock.instant().isBefore(restsUntil) && state() == CircuitState.OPEN ? restsUntil : null;
    }

    public CircuitState state() {
        return switch (circuit.getState()) {
            case OPEN, FORCED_OPEN -> clock.instant().isBefore(restsUntil) ? CircuitState.OPEN : CircuitState.HALF_OPEN;
            case HALF_OPEN -> CircuitState.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> CircuitState.CLOSED;
        };
    }

    public RecentCalls.Summary recently() {
        return calls.summary();
    }

    public @Nullable String lastErrorCode() {
        var failure = last;
        return failure == null ? null : failure.cause().code().name();
    }

    public @Nullable Instant lastErrorAt() {
        var failure = last;
        return failure == null ? null : failure.at();
    }
}

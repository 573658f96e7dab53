package io.moneyprinter.tts.health;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.moneyprinter.contracts.tts.VoiceProvider.State;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.tts.TtsErrorCode;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How one provider has been doing. It is not asked while it is left alone. */
public final class ProviderHealth {

    private static final Logger log = LoggerFactory.getLogger(ProviderHealth.class);

    /** What was wrong with the request, or called off, says nothing about the provider. */
    private static final Set<ErrorCode> BLAMELESS = Set.of(
            CommonErrorCode.CANCELLED,
            TtsErrorCode.TEXT_NOT_SPEAKABLE,
            TtsErrorCode.TEXT_TOO_LONG,
            TtsErrorCode.VOICE_SETTING_UNSUPPORTED,
            TtsErrorCode.VOICE_TEXT_REFUSED,
            TtsErrorCode.VOICE_UNKNOWN);

    private static final Duration LONGEST_PROBE = Duration.ofSeconds(10);

    private final String provider;
    private final Clock clock;
    private final Duration rest;
    private final RecentCalls calls;
    private final CircuitBreaker circuit;
    private final Meters meters;

    /** Told whenever a call has ended. */
    private final Object ended = new Object();

    private volatile Instant restsUntil = Instant.EPOCH;
    private volatile @Nullable Failure last;

    ProviderHealth(String provider, HealthProperties properties, Clock clock, Meters meters) {
        this.provider = provider;
        this.clock = clock;
        this.rest = properties.rest();
        this.calls = new RecentCalls(properties.window(), clock);
        this.meters = meters;
        this.circuit = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(properties.calls())
                        .minimumNumberOfCalls(properties.minimumCalls())
                        .failureRateThreshold((float) (100 * properties.errorRate()))
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
     * @throws CodedException as the call does, or at once when the provider is left alone just now, with the time until
     *     it is not
     */
    public <T> T ask(Supplier<T> call) {
        if (!circuit.tryAcquirePermission() && !admittedAfterProbe()) {
            throw leftAlone();
        }
        var start = System.nanoTime();
        try {
            var answer = call.get();
            answered(Duration.ofNanos(System.nanoTime() - start));
            return answer;
        } catch (CodedException e) {
            failed(e, Duration.ofNanos(System.nanoTime() - start));
            throw e;
        } catch (UncheckedIOException | Error e) {
            // Our own disk, or worse: no fault of the provider.
            circuit.releasePermission();
            throw e;
        } catch (RuntimeException e) {
            log.error("{} failed unexpectedly", provider, e);
            var failure = new CodedException(
                    TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, "%s failed unexpectedly".formatted(provider), e);
            failed(failure, Duration.ofNanos(System.nanoTime() - start));
            throw failure;
        } finally {
            synchronized (ended) {
                ended.notifyAll();
            }
        }
    }

    /**
     * While one call tries a provider that was left alone, the others wait for how it goes: they would settle for
     * somebody else just when it is back.
     */
    private boolean admittedAfterProbe() {
        var deadline = System.nanoTime() + LONGEST_PROBE.toNanos();
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
        meters.asked(provider, "OK", latency);
    }

    private void failed(CodedException failure, Duration latency) {
        if (BLAMELESS.contains(failure.code())) {
            circuit.releasePermission();
            return;
        }
        last = new Failure(failure, clock.instant());
        calls.failed();
        meters.asked(provider, failure.code().name(), latency);
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
        var code = cause != null && cause.code() == TtsErrorCode.VOICE_PROVIDER_THROTTLED
                ? TtsErrorCode.VOICE_PROVIDER_THROTTLED
                : TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE;
        return new CodedException(
                code,
                "%s is left alone until %s%s"
                        .formatted(
                                provider,
                                restsUntil.truncatedTo(ChronoUnit.SECONDS),
                                cause == null ? "" : ", since it failed: " + cause.getMessage()),
                List.of(),
                wait.isPositive() ? wait : null,
                null);
    }

    /** When it is asked again; null when it may be asked now. */
    @Nullable
    Instant restsUntil() {
        return clock.instant().isBefore(restsUntil) && state() == State.OPEN ? restsUntil : null;
    }

    State state() {
        return switch (circuit.getState()) {
            case OPEN, FORCED_OPEN -> clock.instant().isBefore(restsUntil) ? State.OPEN : State.HALF_OPEN;
            case HALF_OPEN -> State.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> State.CLOSED;
        };
    }

    RecentCalls.Summary recently() {
        return calls.summary();
    }

    @Nullable
    String lastErrorCode() {
        var failure = last;
        return failure == null ? null : failure.cause().code().name();
    }

    @Nullable
    Instant lastErrorAt() {
        var failure = last;
        return failure == null ? null : failure.at();
    }
}

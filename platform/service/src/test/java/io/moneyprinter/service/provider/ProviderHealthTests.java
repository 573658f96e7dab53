package io.moneyprinter.service.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.moneyprinter.contracts.common.CircuitState;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderHealthTests {

    private enum Code implements ErrorCode {
        THROTTLED(ErrorKind.THROTTLED),
        UNAVAILABLE(ErrorKind.UPSTREAM),
        KEY_REFUSED(ErrorKind.INVALID),
        TEXT_REFUSED(ErrorKind.INVALID),
        FAILED(ErrorKind.INTERNAL);

        private final ErrorKind kind;

        Code(ErrorKind kind) {
            this.kind = kind;
        }

        @Override
        public ErrorKind kind() {
            return kind;
        }

        @Override
        public String meaning() {
            return name();
        }
    }

    private static final CodedException BROKEN = new CodedException(Code.UNAVAILABLE, "it answered 500");
    private static final CodedException THROTTLED =
            new CodedException(Code.THROTTLED, "it said 429", List.of(), Duration.ofSeconds(7), null);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T12:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final AtomicInteger asked = new AtomicInteger();
    private final ProviderHealth health = health(Duration.ofSeconds(10));

    private ProviderHealth health(Duration probe) {
        return new ProviderHealth(
                "tone",
                new HealthSettings(Duration.ofMinutes(10), 10, 4, 0.5, Duration.ofSeconds(30), probe),
                new FailureCodes(Code.THROTTLED, Code.UNAVAILABLE, Set.of(Code.TEXT_REFUSED)),
                clock,
                (provider, code, latency) -> {});
    }

    private void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Test
    void leavesAloneWhoeverFailsTooOftenUntilOneCallSucceeds() {
        speak();
        for (var i = 0; i < 3; i++) {
            fail(BROKEN);
        }
        assertThat(health.state()).isEqualTo(CircuitState.OPEN);

        assertLeftAlone(Code.UNAVAILABLE, Duration.ofSeconds(30));
        advance(Duration.ofSeconds(31));
        assertThat(health.state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(health.restsUntil()).isNull();
        fail(BROKEN);
        assertThat(health.state()).isEqualTo(CircuitState.OPEN);
        assertLeftAlone(Code.UNAVAILABLE, Duration.ofSeconds(30));
        advance(Duration.ofSeconds(31));
        speak();

        assertThat(health.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(asked).hasValue(6);
    }

    @Test
    void looksAgainWhenTheTurnHasCome() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> health.ask(() -> fail(THROTTLED), asked::incrementAndGet))
                .withMessageContaining("is left alone until");

        assertThat(asked).as("calls").hasValue(1);
        assertThat(health.recently().calls()).as("failures and answers").isEqualTo(1);
        assertLeftAlone(Code.THROTTLED, Duration.ofSeconds(7));
        advance(Duration.ofSeconds(8));
        assertThat(health.ask(() -> {}, () -> "tone")).isEqualTo("tone");
        assertThat(health.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void blamesTheProviderWhenTheTurnDoesNotCome() {
        for (var i = 0; i < 4; i++) {
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> health.ask(
                            () -> {
                                throw BROKEN;
                            },
                            asked::incrementAndGet))
                    .isSameAs(BROKEN);
        }

        assertThat(asked).hasValue(0);
        assertLeftAlone(Code.UNAVAILABLE, Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"KEY_REFUSED", "FAILED"})
    void saysOfWhomItLeavesAloneWhatIsWrongAndWhetherTimeHelps(Code code) {
        for (var i = 0; i < 4; i++) {
            fail(new CodedException(code, "it answered 401"));
        }
        assertThat(health.state()).isEqualTo(CircuitState.OPEN);

        // A fault of ours that one text has brought about is not that of the next one.
        assertLeftAlone(
                code == Code.FAILED ? Code.UNAVAILABLE : code, code == Code.FAILED ? Duration.ofSeconds(30) : null);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void letsOneCallTryWhileOthersWaitForHowItGoes(boolean well) throws Exception {
        fail(THROTTLED);
        advance(Duration.ofSeconds(8));
        var other = new CompletableFuture<Integer>();
        var waiting = new Thread(() -> {
            try {
                other.complete(health.ask(asked::incrementAndGet));
            } catch (CodedException e) {
                other.completeExceptionally(e);
            }
        });

        try {
            health.ask(() -> {
                waiting.start();
                while (waiting.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                assertThat(asked).hasValue(1);
                if (!well) {
                    throw BROKEN;
                }
                return "spoken";
            });
        } catch (CodedException e) {
            assertThat(e).isSameAs(BROKEN);
        }

        if (well) {
            assertThat(other.get()).isEqualTo(2);
            assertThat(health.state()).isEqualTo(CircuitState.CLOSED);
        } else {
            assertThat(other)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withMessageContaining("left alone");
            assertThat(health.state()).isEqualTo(CircuitState.OPEN);
        }
        waiting.join();
    }

    @Test
    void asksOthersToComeBackSoonWhereNobodyWaitsForTheCallThatTries() {
        var impatient = health(Duration.ZERO);
        catchThrowableOfType(
                CodedException.class,
                () -> impatient.ask(() -> {
                    throw THROTTLED;
                }));
        advance(Duration.ofSeconds(8));

        var refused = impatient.ask(
                () -> catchThrowableOfType(CodedException.class, () -> impatient.ask(asked::incrementAndGet)));

        assertThat(refused).hasMessageContaining("while another call tries it");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(asked).hasValue(0);
        assertThat(impatient.ask(asked::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void asksNobodyBeforeTheTimeItNamed() {
        fail(THROTTLED);

        advance(Duration.ofSeconds(3));
        assertThat(health.state()).isEqualTo(CircuitState.OPEN);
        assertLeftAlone(Code.THROTTLED, Duration.ofSeconds(4));
        advance(Duration.ofMillis(4_001));

        speak();
        assertThat(health.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void doesNotBlameAProviderForWhatItWasAsked() {
        for (var i = 0; i < 10; i++) {
            fail(new CodedException(Code.TEXT_REFUSED, "no words"));
        }

        assertThat(health.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(health.recently().calls()).isZero();
        assertThat(health.lastErrorCode()).isNull();
    }

    @Test
    void countsTheUnexpectedAsAFailureOfTheProvider() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> health.ask(() -> {
                    throw new IllegalStateException("a bug");
                }))
                .withMessage("tone failed unexpectedly")
                .extracting(CodedException::code)
                .isEqualTo(Code.UNAVAILABLE);

        assertThat(health.lastErrorCode()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void forgetsOldCalls() {
        speak();
        fail(BROKEN);
        assertThat(health.recently().errorRate()).isEqualTo(0.5);

        advance(Duration.ofMinutes(11));

        assertThat(health.recently().calls()).isZero();
        assertThat(health.recently().errorRate()).isNull();
        assertThat(health.recently().latency(0.5)).isNull();
    }

    @Test
    void knowsHowLongAnswersTake() {
        var calls = new RecentCalls(Duration.ofMinutes(10), clock);
        for (var i = 100; i > 0; i--) {
            calls.answered(Duration.ofMillis(10L * i));
        }
        calls.failed();

        var summary = calls.summary();

        assertThat(summary.latency(0.5)).isEqualTo(0.5);
        assertThat(summary.latency(0.95)).isEqualTo(0.95);
        assertThat(summary.errorRate()).isEqualTo(1 / 101.0);
    }

    @Test
    void isNeverWaitedForBackwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> health(Duration.ofSeconds(-1)))
                .withMessageStartingWith("probe: PT-1S");
    }

    private void speak() {
        assertThat(health.ask(asked::incrementAndGet)).isPositive();
    }

    private void fail(CodedException failure) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> health.ask(() -> {
                    asked.incrementAndGet();
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private void assertLeftAlone(Code code, Duration wait) {
        var before = asked.get();
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> health.ask(asked::incrementAndGet))
                .withMessageContaining("tone is left alone until 2026-11-27T12:0")
                .satisfies(refused -> assertThat(refused.retryAfter()).isEqualTo(wait))
                .extracting(CodedException::code)
                .isEqualTo(code);
        assertThat(asked).hasValue(before);
    }
}

package io.moneyprinter.tts.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.contracts.common.CircuitState;
import io.moneyprinter.contracts.tts.VoiceProvider;
import io.moneyprinter.contracts.tts.VoiceQuota;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.provider.ProviderHealth;
import io.moneyprinter.service.provider.RecentCalls;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.synthesis.ToneSynthesizer;
import io.moneyprinter.tts.voice.Voices;
import io.moneyprinter.tts.voice.VoicesTests;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

public class ProvidersTests {

    private static final CodedException BROKEN =
            new CodedException(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, "Tone answered 500");
    private static final CodedException THROTTLED = new CodedException(
            TtsErrorCode.VOICE_PROVIDER_THROTTLED, "Tone says 429", List.of(), Duration.ofSeconds(7), null);

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger asked = new AtomicInteger();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Providers providers = of(
            VoicesTests.of(new ToneSynthesizer(
                    "tone",
                    0.1,
                    VoicesTests.voice("tone", "a", "en-US"),
                    VoicesTests.voice("tone", "b", "en-GB"),
                    VoicesTests.voice("tone", "c", "de-DE"))),
            clock,
            registry);
    private final ProviderHealth tone = providers.health("tone");

    public static Providers of(Voices voices, Clock clock) {
        return of(voices, clock, new SimpleMeterRegistry());
    }

    private static Providers of(Voices voices, Clock clock, MeterRegistry registry) {
        var properties = new HealthProperties(Duration.ofMinutes(10), 10, 4, 0.5, Duration.ofSeconds(30));
        return new Providers(voices, properties, clock, meters(registry));
    }

    public static Meters meters(MeterRegistry registry) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("meters", registry);
        return new Meters(beans.getBeanProvider(MeterRegistry.class));
    }

    @Test
    void leavesAloneWhoeverFailsTooOftenUntilOneCallSucceeds() {
        speak();
        for (var i = 0; i < 3; i++) {
            fail(BROKEN);
        }
        assertThat(tone.state()).isEqualTo(CircuitState.OPEN);

        assertRefused(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(31));
        assertThat(tone.state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(tone.restsUntil()).isNull();
        fail(BROKEN);
        assertThat(tone.state()).isEqualTo(CircuitState.OPEN);
        assertRefused(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(31));
        speak();

        assertThat(tone.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(asked).hasValue(6);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void letsOneCallTryWhileOthersWaitForHowItGoes(boolean well) throws Exception {
        fail(THROTTLED);
        clock.advance(Duration.ofSeconds(8));
        var other = new CompletableFuture<Integer>();
        var waiting = new Thread(() -> {
            try {
                other.complete(tone.ask(asked::incrementAndGet));
            } catch (CodedException e) {
                other.completeExceptionally(e);
            }
        });

        try {
            tone.ask(() -> {
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
            assertThat(tone.state()).isEqualTo(CircuitState.CLOSED);
        } else {
            assertThat(other)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withMessageContaining("left alone");
            assertThat(tone.state()).isEqualTo(CircuitState.OPEN);
        }
        waiting.join();
    }

    @Test
    void asksNobodyBeforeTheTimeItNamed() {
        fail(THROTTLED);

        clock.advance(Duration.ofSeconds(3));
        assertThat(tone.state()).isEqualTo(CircuitState.OPEN);
        assertRefused(TtsErrorCode.VOICE_PROVIDER_THROTTLED, Duration.ofSeconds(4));
        clock.advance(Duration.ofMillis(4_001));

        speak();
        assertThat(tone.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void doesNotBlameAProviderForWhatItWasAsked() {
        for (var i = 0; i < 10; i++) {
            fail(new CodedException(TtsErrorCode.TEXT_NOT_SPEAKABLE, "no words"));
            fail(new CodedException(CommonErrorCode.CANCELLED, "called off"));
        }

        assertThat(tone.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(tone.recently().calls()).isZero();
        assertThat(tone.lastErrorCode()).isNull();
    }

    @Test
    void countsTheUnexpectedAsAFailureOfTheProvider() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> tone.ask(() -> {
                    throw new IllegalStateException("a bug");
                }))
                .withMessage("tone failed unexpectedly")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE);

        assertThat(tone.lastErrorCode()).isEqualTo("VOICE_PROVIDER_UNAVAILABLE");
    }

    @Test
    void forgetsOldCalls() {
        speak();
        fail(BROKEN);
        assertThat(tone.recently().errorRate()).isEqualTo(0.5);

        clock.advance(Duration.ofMinutes(11));

        assertThat(tone.recently().calls()).isZero();
        assertThat(tone.recently().errorRate()).isNull();
        assertThat(tone.recently().latency(0.5)).isNull();
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
    void listsEveryProviderAndHowItIsDoing() {
        speak();
        fail(THROTTLED);

        assertThat(providers.list())
                .extracting(
                        VoiceProvider::id,
                        VoiceProvider::state,
                        VoiceProvider::configured,
                        VoiceProvider::offline,
                        VoiceProvider::needsKey,
                        VoiceProvider::languages,
                        VoiceProvider::calls,
                        VoiceProvider::errorRate,
                        VoiceProvider::lastErrorCode,
                        VoiceProvider::lastErrorAt,
                        VoiceProvider::retryAfter)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "tone",
                                CircuitState.OPEN,
                                true,
                                true,
                                false,
                                2,
                                2,
                                0.5,
                                "VOICE_PROVIDER_THROTTLED",
                                clock.instant(),
                                clock.instant().plusSeconds(7)),
                        absent("marytts"),
                        absent("edge"));
        assertThat(providers.list().getFirst().latencyP95()).isNotNull();
        var http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new ProviderController(providers))
                .build());
        assertThat(http.get().uri("/api/v1/tts/providers"))
                .bodyJson()
                .extractingPath("$[*].state")
                .asArray()
                .containsExactly("open", null, null);
    }

    @Test
    void tellsWhatIsLeftAndWhoDoesNotListItsVoices() {
        var quota = new VoiceQuota(5, 10, null);
        var voices = VoicesTests.of(new ToneSynthesizer("tone", 0.1, VoicesTests.voice("tone", "hum", "en-US")) {
            @Override
            public VoiceQuota quota() {
                return quota;
            }

            @Override
            public CodedException listingFailure() {
                return BROKEN;
            }
        });

        var tone = of(voices, clock).list().getFirst();

        assertThat(tone.quota()).isEqualTo(quota);
        assertThat(tone.listingFailure()).isEqualTo(BROKEN.getMessage());
    }

    @Test
    void countsCalls() {
        speak();
        fail(BROKEN);

        assertThat(registry.get("moneyprinter.tts.provider.calls")
                        .tags("provider", "tone", "code", "OK")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("moneyprinter.tts.provider.calls")
                        .tags("provider", "tone", "code", "VOICE_PROVIDER_UNAVAILABLE")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private static org.assertj.core.groups.Tuple absent(String name) {
        return org.assertj.core.groups.Tuple.tuple(name, null, false, null, null, null, 0, null, null, null, null);
    }

    private void speak() {
        assertThat(tone.ask(asked::incrementAndGet)).isPositive();
    }

    private void fail(CodedException failure) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> tone.ask(() -> {
                    asked.incrementAndGet();
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private void assertRefused(TtsErrorCode code, Duration wait) {
        var before = asked.get();
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> tone.ask(asked::incrementAndGet))
                .withMessageContaining("tone is left alone until 2026-11-27T12:0")
                .satisfies(refused -> assertThat(refused.retryAfter()).isEqualTo(wait))
                .extracting(CodedException::code)
                .isEqualTo(code);
        assertThat(asked).hasValue(before);
    }
}

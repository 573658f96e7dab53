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
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.synthesis.ToneSynthesizer;
import io.moneyprinter.tts.voice.Voices;
import io.moneyprinter.tts.voice.VoicesTests;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
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

    @Test
    void refusesSettingsByName() {
        new ApplicationContextRunner()
                .withUserConfiguration(Configured.class)
                .withPropertyValues("moneyprinter.tts.health.minimum-calls=11")
                .run(context -> assertThat(Throwables.getStackTrace(context.getStartupFailure()))
                        .contains("moneyprinter.tts.health", "minimum-calls: 11 (expected: at most calls, 10)"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(HealthProperties.class)
    static class Configured {}

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
}

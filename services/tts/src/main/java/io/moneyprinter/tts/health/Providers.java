package io.moneyprinter.tts.health;

import io.moneyprinter.contracts.tts.VoiceProvider;
import io.moneyprinter.contracts.tts.VoiceQuota;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.provider.FailureCodes;
import io.moneyprinter.service.provider.HealthSettings;
import io.moneyprinter.service.provider.ProviderHealth;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.voice.Asked;
import io.moneyprinter.tts.voice.Voices;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All providers and how they are doing, as far as this process knows. */
@Component
public class Providers {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final FailureCodes CODES = new FailureCodes(
            TtsErrorCode.VOICE_PROVIDER_THROTTLED,
            TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE,
            Set.of(
                    CommonErrorCode.CANCELLED,
                    TtsErrorCode.TEXT_NOT_SPEAKABLE,
                    TtsErrorCode.TEXT_TOO_LONG,
                    TtsErrorCode.VOICE_SETTING_UNSUPPORTED,
                    TtsErrorCode.VOICE_TEXT_REFUSED,
                    TtsErrorCode.VOICE_UNKNOWN));

    private final Voices voices;
    private final HealthSettings settings;
    private final Clock clock;
    private final Meters meters;
    private final ConcurrentMap<String, ProviderHealth> all = new ConcurrentHashMap<>();

    Providers(Voices voices, HealthProperties properties, Clock clock, Meters meters) {
        this.voices = voices;
        this.settings = properties.settings();
        this.clock = clock;
        this.meters = meters;
    }

    public ProviderHealth health(String provider) {
        return all.computeIfAbsent(provider, name -> new ProviderHealth(name, settings, CODES, clock, meters::asked));
    }

    /** Preferred ones first, those that are not switched on last. */
    public List<VoiceProvider> list() {
        var askedForVoices = Asked.all(voices.synthesizers(), one -> Optional.of(VoiceCatalog.of(one.voices())));
        var askedForQuota = Asked.all(voices.synthesizers(), Providers::quota);
        var catalogs = askedForVoices.within(PATIENCE);
        var quotas = askedForQuota.within(PATIENCE);
        return Stream.concat(
                        voices.synthesizers().stream()
                                .map(one -> present(one, catalogs.get(one.provider()), quotas.get(one.provider()))),
                        voices.absent().stream().map(Providers::absent))
                .toList();
    }

    private static Optional<VoiceQuota> quota(SpeechSynthesizer synthesizer) {
        return Optional.ofNullable(synthesizer.quota());
    }

    private VoiceProvider present(
            SpeechSynthesizer synthesizer, @Nullable VoiceCatalog catalog, @Nullable VoiceQuota quota) {
        var provider = synthesizer.provider();
        var health = health(provider);
        var recently = health.recently();
        return new VoiceProvider(
                provider,
                health.state(),
                true,
                catalog == null ? null : catalog.offline(),
                catalog == null ? null : catalog.needsKey(),
                catalog == null ? null : catalog.languages(),
                recently.calls(),
                recently.latency(0.5),
                recently.latency(0.95),
                recently.errorRate(),
                health.lastErrorCode(),
                health.lastErrorAt(),
                health.restsUntil(),
                quota,
                reason(synthesizer.listingFailure()));
    }

    private static @Nullable String reason(@Nullable CodedException failure) {
        return failure == null ? null : failure.getMessage();
    }

    private static VoiceProvider absent(String name) {
        return new VoiceProvider(
                name, null, false, null, null, null, 0, null, null, null, null, null, null, null, null);
    }
}

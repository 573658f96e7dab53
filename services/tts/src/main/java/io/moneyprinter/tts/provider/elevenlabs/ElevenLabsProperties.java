package io.moneyprinter.tts.provider.elevenlabs;

import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.ProviderSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * ElevenLabs, there when it has a key.
 *
 * @param apiKey from elevenlabs.io; text leaves the machine with it
 * @param baseUrl without {@code /v1}
 * @param model as ElevenLabs calls it
 * @param outputFormat must be a PCM format; those above 24 kHz need a larger account
 * @param languages BCP 47, which the model speaks with every voice
 * @param stability 0 for lively, 1 for steady; empty leaves it to the voice, as do the three that follow
 * @param similarityBoost how near to the original voice, 0 to 1
 * @param style how much of the original's style, 0 to 1
 * @param speakerBoost whether likeness is worth waiting for
 * @param parallelism sentences at a time, which accounts limit: 2 for free ones
 * @param queuePause how long to wait for a place when all that the account has are taken
 * @param busyPause the first wait when ElevenLabs itself is busy; each further one in a row is twice as long
 * @param connectTimeout for a connection
 * @param timeout for one whole answer, with the wait for a place
 * @param voicesTtl how long a list of voices is believed
 * @param wellKnownVoices ids, names and genders of voices to choose from when the list cannot be had
 * @param pricePerMillionCharacters in US dollars, for estimates; what is paid depends on the account
 */
@ConfigurationProperties("moneyprinter.tts.elevenlabs")
record ElevenLabsProperties(
        @DefaultValue("") ApiKey apiKey,
        @DefaultValue("https://api.elevenlabs.io") URI baseUrl,
        @DefaultValue("eleven_multilingual_v2") String model,
        @DefaultValue("pcm_24000") String outputFormat,

        @DefaultValue({
            "en", "ja", "zh", "de", "hi", "fr", "ko", "pt", "it", "es", "id", "nl", "tr", "fil", "pl", "sv", "bg", "ro",
            "ar", "cs", "el", "fi", "hr", "ms", "sk", "da", "ta", "uk", "ru"
        })
        List<String> languages,

        @Nullable Double stability,
        @Nullable Double similarityBoost,
        @Nullable Double style,
        @Nullable Boolean speakerBoost,
        @DefaultValue("2") int parallelism,
        @DefaultValue("500ms") Duration queuePause,
        @DefaultValue("2s") Duration busyPause,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("1h") Duration voicesTtl,

        @DefaultValue({"JBFqnCBsd6RMkjVDRZzb:George:male", "EXAVITQu4vr4xnSDxMaL:Sarah:female"})
        List<String> wellKnownVoices,

        @DefaultValue("100") BigDecimal pricePerMillionCharacters) {

    static final ProviderSettings SETTINGS = new ProviderSettings("moneyprinter.tts.elevenlabs");

    ElevenLabsProperties {
        SETTINGS.key("api-key", apiKey);
        SETTINGS.address("base-url", baseUrl);
        if (!outputFormat.matches("pcm_[1-9]\\d{3,5}")) {
            throw SETTINGS.wrong("output-format", outputFormat, "a PCM format such as pcm_24000");
        }
        SETTINGS.some("languages", languages);
        SETTINGS.some("well-known-voices", wellKnownVoices);
        SETTINGS.atLeast(1, "parallelism", parallelism);
        SETTINGS.time("queue-pause", queuePause);
        SETTINGS.time("busy-pause", busyPause);
        SETTINGS.time("connect-timeout", connectTimeout);
        SETTINGS.time("timeout", timeout);
        SETTINGS.time("voices-ttl", voicesTtl);
        SETTINGS.price("price-per-million-characters", pricePerMillionCharacters);
    }

    int sampleRate() {
        return Integer.parseInt(outputFormat.substring("pcm_".length()));
    }
}

package io.moneyprinter.tts.provider.google;

import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.ProviderSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Google Cloud Text-to-Speech, there when it has a key.
 *
 * @param apiKey of a project in which Text-to-Speech is switched on; text leaves the machine with it
 * @param baseUrl without {@code /v1beta1}
 * @param maxBytes the longest text that is sent at once, with its marks
 * @param parallelism sentences at a time
 * @param connectTimeout for a connection
 * @param timeout for one whole answer
 * @param voicesTtl how long a list of voices is believed
 * @param wellKnownVoices names and genders of voices to choose from when the list cannot be had
 * @param pricesPerMillionCharacters in US dollars, for estimates, by a word in the name of the voice
 * @param pricePerMillionCharacters of voices that have none of those words
 */
@ConfigurationProperties("moneyprinter.tts.google")
record GoogleProperties(
        @DefaultValue("") ApiKey apiKey,
        @DefaultValue("https://texttospeech.googleapis.com") URI baseUrl,
        @DefaultValue("5000") int maxBytes,
        @DefaultValue("4") int parallelism,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("24h") Duration voicesTtl,

        @DefaultValue({
            "en-US-Neural2-F:FEMALE",
            "en-US-Neural2-D:MALE",
            "en-GB-Neural2-A:FEMALE",
            "de-DE-Neural2-F:FEMALE",
            "es-ES-Neural2-A:FEMALE",
            "fr-FR-Neural2-A:FEMALE",
            "hi-IN-Neural2-A:FEMALE",
            "ja-JP-Neural2-B:FEMALE",
            "pt-BR-Neural2-A:FEMALE"
        })
        List<String> wellKnownVoices,

        @DefaultValue({"Chirp3:30", "Chirp:30", "Neural2:16", "Polyglot:16", "Studio:160", "Wavenet:4", "Standard:4"})
        List<String> pricesPerMillionCharacters,

        @DefaultValue("30") BigDecimal pricePerMillionCharacters) {

    static final ProviderSettings SETTINGS = new ProviderSettings("moneyprinter.tts.google");

    GoogleProperties {
        SETTINGS.key("api-key", apiKey);
        SETTINGS.address("base-url", baseUrl);
        if (maxBytes < 500 || maxBytes > 5000) {
            throw SETTINGS.wrong("max-bytes", maxBytes, "500 to 5000");
        }
        SETTINGS.some("well-known-voices", wellKnownVoices);
        for (var price : pricesPerMillionCharacters) {
            if (!price.matches("\\w+:\\d{1,6}(\\.\\d{1,6})?")) {
                throw SETTINGS.wrong("prices-per-million-characters", price, "a word and a price, such as Neural2:16");
            }
        }
        SETTINGS.atLeast(1, "parallelism", parallelism);
        SETTINGS.time("connect-timeout", connectTimeout);
        SETTINGS.time("timeout", timeout);
        SETTINGS.time("voices-ttl", voicesTtl);
        SETTINGS.price("price-per-million-characters", pricePerMillionCharacters);
    }

    BigDecimal price(String voice) {
        return pricesPerMillionCharacters.stream()
                .filter(entry -> voice.contains(entry.replaceFirst(":.*", "")))
                .findFirst()
                .map(entry -> new BigDecimal(entry.replaceFirst(".*:", "")))
                .orElse(pricePerMillionCharacters);
    }
}

package io.moneyprinter.tts.provider.azure;

import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.ProviderSettings;
import io.moneyprinter.tts.provider.http.SpeechHttp;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Azure Speech, there when it has a key.
 *
 * @param apiKey of a Speech resource; text leaves the machine with it
 * @param region of that resource, such as {@code westeurope}
 * @param baseUrl instead of a region, for sovereign clouds and own gateways; without {@code /cognitiveservices}
 * @param outputFormat must be a RIFF format of PCM
 * @param parallelism sentences at a time
 * @param connectTimeout for a connection
 * @param timeout for one whole answer
 * @param voicesTtl how long a list of voices is believed
 * @param wellKnownVoices short names and genders of voices to choose from when the list cannot be had
 * @param pricePerMillionCharacters in US dollars, for estimates
 */
@ConfigurationProperties("moneyprinter.tts.azure")
record AzureProperties(
        @DefaultValue("") ApiKey apiKey,
        @DefaultValue("") String region,
        @Nullable URI baseUrl,
        @DefaultValue("riff-48khz-16bit-mono-pcm") String outputFormat,
        @DefaultValue("4") int parallelism,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("24h") Duration voicesTtl,

        @DefaultValue({
            "en-US-AvaMultilingualNeural:Female",
            "en-US-AndrewMultilingualNeural:Male",
            "en-GB-SoniaNeural:Female",
            "ar-EG-SalmaNeural:Female",
            "de-DE-KatjaNeural:Female",
            "es-ES-ElviraNeural:Female",
            "fr-FR-DeniseNeural:Female",
            "hi-IN-SwaraNeural:Female",
            "it-IT-ElsaNeural:Female",
            "ja-JP-NanamiNeural:Female",
            "pt-BR-FranciscaNeural:Female",
            "ru-RU-SvetlanaNeural:Female",
            "zh-CN-XiaoxiaoNeural:Female"
        })
        List<String> wellKnownVoices,

        @DefaultValue("15") BigDecimal pricePerMillionCharacters) {

    static final ProviderSettings SETTINGS = new ProviderSettings("moneyprinter.tts.azure");

    AzureProperties {
        SETTINGS.key("api-key", apiKey);
        baseUrl = baseUrl == null || baseUrl.toString().isBlank() ? null : baseUrl;
        region = region.strip();
        if (!region.matches("[a-z0-9]*")) {
            throw SETTINGS.wrong("region", region, "a name such as westeurope");
        }
        if (apiKey.isPresent() && region.isEmpty() && baseUrl == null) {
            throw SETTINGS.wrong("region", "missing", "the region of the resource that api-key is for");
        }
        if (baseUrl != null) {
            SETTINGS.address("base-url", baseUrl);
        }
        if (!outputFormat.matches("riff-\\d+khz-16bit-mono-pcm")) {
            throw SETTINGS.wrong("output-format", outputFormat, "a RIFF format such as riff-24khz-16bit-mono-pcm");
        }
        SETTINGS.some("well-known-voices", wellKnownVoices);
        SETTINGS.atLeast(1, "parallelism", parallelism);
        SETTINGS.time("connect-timeout", connectTimeout);
        SETTINGS.time("timeout", timeout);
        SETTINGS.time("voices-ttl", voicesTtl);
        SETTINGS.price("price-per-million-characters", pricePerMillionCharacters);
    }

    URI address(String path) {
        return SpeechHttp.address(
                baseUrl == null ? URI.create("https://%s.tts.speech.microsoft.com".formatted(region)) : baseUrl, path);
    }
}

package io.moneyprinter.tts.provider.gemini;

import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.ProviderSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Speech of Gemini models, there when it has a key.
 *
 * @param apiKey from aistudio.google.com; text leaves the machine with it
 * @param baseUrl without {@code /v1beta}
 * @param model one that answers in sound and reads texts word for word, which those before 3.8 do not
 * @param instruction how to read, told beside every text, such as {@code calm and friendly}; empty for nothing
 * @param voices names, each followed by {@code :female} or {@code :male} where that is known
 * @param languages BCP 47, in which the voices are offered
 * @param parallelism sentences at a time
 * @param connectTimeout for a connection
 * @param timeout for one whole answer
 * @param pricePerMillionCharacters in US dollars, for estimates; what is paid counts tokens of sound
 */
@ConfigurationProperties("moneyprinter.tts.gemini")
record GeminiProperties(
        @DefaultValue("") ApiKey apiKey,

        @DefaultValue("https://generativelanguage.googleapis.com")
        URI baseUrl,

        @DefaultValue("gemini-3.8-flash-tts") String model,
        @DefaultValue("") String instruction,

        @DefaultValue({
            "Kore:female",
            "Puck:male",
            "Achernar:female",
            "Achird:male",
            "Algenib:male",
            "Algieba:male",
            "Alnilam:male",
            "Aoede:female",
            "Autonoe:female",
            "Callirrhoe:female",
            "Charon:male",
            "Despina:female",
            "Enceladus:male",
            "Erinome:female",
            "Fenrir:male",
            "Gacrux:female",
            "Iapetus:male",
            "Laomedeia:female",
            "Leda:female",
            "Orus:male",
            "Pulcherrima:female",
            "Rasalgethi:male",
            "Sadachbia:male",
            "Sadaltager:male",
            "Schedar:male",
            "Sulafat:female",
            "Umbriel:male",
            "Vindemiatrix:female",
            "Zephyr:female",
            "Zubenelgenubi:male"
        })
        List<String> voices,

        @DefaultValue({
            "en-US", "ar-EG", "bn-BD", "de-DE", "en-IN", "es-US", "fr-FR", "hi-IN", "id-ID", "it-IT", "ja-JP", "ko-KR",
            "mr-IN", "nl-NL", "pl-PL", "pt-BR", "ro-RO", "ru-RU", "ta-IN", "te-IN", "th-TH", "tr-TR", "uk-UA", "vi-VN"
        })
        List<String> languages,

        @DefaultValue("2") int parallelism,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("120s") Duration timeout,
        @DefaultValue("17") BigDecimal pricePerMillionCharacters) {

    static final ProviderSettings SETTINGS = new ProviderSettings("moneyprinter.tts.gemini");

    GeminiProperties {
        SETTINGS.key("api-key", apiKey);
        SETTINGS.address("base-url", baseUrl);
        if (!model.matches("[A-Za-z0-9._-]+")) {
            throw SETTINGS.wrong("model", model, "a name such as gemini-3.8-flash-tts");
        }
        SETTINGS.some("voices", voices);
        SETTINGS.some("languages", languages);
        SETTINGS.atLeast(1, "parallelism", parallelism);
        SETTINGS.time("connect-timeout", connectTimeout);
        SETTINGS.time("timeout", timeout);
        SETTINGS.price("price-per-million-characters", pricePerMillionCharacters);
    }
}

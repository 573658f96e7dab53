package io.moneyprinter.tts.provider.characterbox;

import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.ProviderSettings;
import io.moneyprinter.tts.provider.openai.OpenAiServer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Character voices, there when a server is named.
 *
 * @param baseUrl of a server of yours, up to {@code /v1}: no public service of that name is known. Chatterbox, which is
 *     meant where the name is used, is at {@code http://127.0.0.1:4123/v1} when it runs on this machine
 * @param dialect {@code openai-speech}, which Chatterbox servers speak, or {@code characterbox}
 *     ({@code GET /characters}, {@code POST /synthesize})
 * @param apiKey sent along when it is given
 * @param model as the server knows it, in the first dialect; some Chatterbox servers take {@code tts-1} only
 * @param voices names of voices, each followed by {@code :female} or {@code :male} where that is known, or ids of
 *     characters; empty for those that the server lists
 * @param languages BCP 47, in which the voices are offered
 * @param rates whether the server follows speaking rates, in the first dialect: {@code travisvn/chatterbox-tts-api}
 *     documents that it does not
 * @param voiceLibrary whether voices may be cloned with {@code POST /voices}, in the first dialect, as
 *     {@code travisvn/chatterbox-tts-api} documents it
 * @param quality {@code low}, {@code medium} or {@code high}, in the second dialect
 * @param maxCharacters the longest text that is sent at once, in the first dialect
 * @param parallelism sentences at a time
 * @param connectTimeout for a connection
 * @param timeout for one whole answer
 * @param voicesTtl how long a list of voices is believed
 * @param pricePerMillionCharacters in US dollars, for estimates
 */
@ConfigurationProperties("moneyprinter.tts.characterbox")
record CharacterBoxProperties(
        @Nullable URI baseUrl,
        @DefaultValue("openai-speech") Dialect dialect,
        @DefaultValue("") ApiKey apiKey,
        @DefaultValue("chatterbox") String model,
        @DefaultValue List<String> voices,
        @DefaultValue("en") List<String> languages,
        @DefaultValue("false") boolean rates,
        @DefaultValue("false") boolean voiceLibrary,
        @DefaultValue("high") String quality,
        @DefaultValue("3000") int maxCharacters,
        @DefaultValue("1") int parallelism,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("120s") Duration timeout,
        @DefaultValue("1h") Duration voicesTtl,
        @DefaultValue("0") BigDecimal pricePerMillionCharacters) {

    /** What a server speaks. */
    enum Dialect {
        OPENAI_SPEECH,
        CHARACTERBOX
    }

    static final String PROVIDER = "characterbox";
    static final ProviderSettings SETTINGS = new ProviderSettings("moneyprinter.tts.characterbox");

    CharacterBoxProperties {
        baseUrl = baseUrl == null || baseUrl.toString().isBlank() ? null : baseUrl;
        if (baseUrl != null) {
            SETTINGS.address("base-url", baseUrl);
        }
        SETTINGS.key("api-key", apiKey);
        SETTINGS.some("languages", languages);
        if (!quality.matches("low|medium|high")) {
            throw SETTINGS.wrong("quality", quality, "low, medium or high");
        }
        SETTINGS.atLeast(100, "max-characters", maxCharacters);
        SETTINGS.atLeast(1, "parallelism", parallelism);
        SETTINGS.time("connect-timeout", connectTimeout);
        SETTINGS.time("timeout", timeout);
        SETTINGS.time("voices-ttl", voicesTtl);
        SETTINGS.price("price-per-million-characters", pricePerMillionCharacters);
        if (voiceLibrary && dialect != Dialect.OPENAI_SPEECH) {
            throw SETTINGS.wrong("voice-library", voiceLibrary, "false with the dialect characterbox");
        }
    }

    /** The server; only a provider that is switched on asks for it. */
    URI server() {
        if (baseUrl == null) {
            throw SETTINGS.wrong("base-url", "missing", "the address of a server");
        }
        return baseUrl;
    }

    OpenAiServer openAi() {
        return new OpenAiServer(
                PROVIDER,
                SETTINGS,
                apiKey,
                server(),
                model,
                voices,
                languages,
                "",
                rates,
                voiceLibrary,
                maxCharacters,
                parallelism,
                connectTimeout,
                timeout,
                voicesTtl,
                pricePerMillionCharacters);
    }
}

package io.moneyprinter.tts.provider.openai;

import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.ProviderSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * OpenAI's speech, there when it has a key, and other servers that speak its dialect, such as Kokoro-FastAPI,
 * Chatterbox, LocalAI and SiliconFlow.
 *
 * @param apiKey from platform.openai.com; other servers may need none
 * @param baseUrl up to {@code /v1}; empty for OpenAI's own, while every one of {@code servers} needs its own
 * @param model as the server knows it; empty for {@code gpt-4o-mini-tts} at OpenAI, which has no speaking rates, and
 *     {@code tts-1} elsewhere
 * @param voices names of voices, each followed by {@code :female} or {@code :male} where that is known; empty for
 *     those of OpenAI, or those that another server lists
 * @param languages BCP 47, in which the voices are offered; empty for all that OpenAI speaks, and English elsewhere
 * @param instructions how to speak, for models that take instructions
 * @param rates whether the server follows speaking rates; empty for yes, unless the model's name begins with
 *     {@code gpt-}
 * @param voiceLibrary whether voices may be cloned with {@code POST /voices}, as {@code travisvn/chatterbox-tts-api}
 *     documents it
 * @param maxCharacters the longest text that is sent at once
 * @param parallelism sentences at a time
 * @param connectTimeout for a connection
 * @param timeout for one whole answer
 * @param voicesTtl how long a list of voices is believed
 * @param pricePerMillionCharacters in US dollars, for estimates; empty for 15 at OpenAI and 0 elsewhere
 * @param servers by the name of the provider that each becomes: the same settings, such as
 *     {@code servers.kokoro.base-url}
 */
@ConfigurationProperties("moneyprinter.tts.openai")
record OpenAiProperties(
        @DefaultValue("") ApiKey apiKey,
        @Nullable URI baseUrl,
        @DefaultValue("") String model,
        @DefaultValue List<String> voices,
        @DefaultValue List<String> languages,
        @DefaultValue("") String instructions,
        @Nullable Boolean rates,
        @DefaultValue("false") boolean voiceLibrary,
        @DefaultValue("4096") int maxCharacters,
        @DefaultValue("4") int parallelism,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("24h") Duration voicesTtl,
        @Nullable BigDecimal pricePerMillionCharacters,
        @DefaultValue Map<String, OpenAiProperties> servers) {

    private static final String PREFIX = "moneyprinter.tts.openai";
    private static final Set<String> TAKEN = Set.of(
            "azure", "characterbox", "edge", "elevenlabs", "espeak", "gemini", "google", "marytts", "none", "openai");

    OpenAiProperties {
        baseUrl = baseUrl == null || baseUrl.toString().isBlank() ? null : baseUrl;
    }

    /** Every server with nothing left open, OpenAI first. */
    List<OpenAiServer> configured() {
        var all = new ArrayList<OpenAiServer>();
        if (apiKey.isPresent() || baseUrl != null) {
            all.add(server(
                    "openai",
                    new ProviderSettings(PREFIX),
                    baseUrl == null ? OpenAiServer.OPENAI : baseUrl,
                    "gpt-4o-mini-tts",
                    voices.isEmpty() ? OpenAiServer.OPENAI_VOICES : voices,
                    OpenAiServer.OPENAI_LANGUAGES,
                    new BigDecimal("15")));
        }
        servers.forEach((name, server) -> all.add(server.as(name)));
        return all;
    }

    private OpenAiServer as(String name) {
        var settings = new ProviderSettings("%s.servers.%s".formatted(PREFIX, name));
        if (baseUrl == null) {
            throw settings.wrong("base-url", "missing", "the address of the server, such as http://localhost:8880/v1");
        }
        if (TAKEN.contains(name) || !name.matches("[a-z0-9-]{2,20}")) {
            throw new ProviderSettings(PREFIX)
                    .wrong("servers", name, "a name of 2 to 20 of a-z, 0-9 and - that no other provider has");
        }
        if (!servers.isEmpty()) {
            throw settings.wrong("servers", servers.keySet(), "none, a server has no servers of its own");
        }
        return server(name, settings, baseUrl, "tts-1", voices, List.of("en"), BigDecimal.ZERO);
    }

    private OpenAiServer server(
            String name,
            ProviderSettings settings,
            URI address,
            String usualModel,
            List<String> named,
            List<String> usualLanguages,
            BigDecimal usualPrice) {
        var chosen = model.isBlank() ? usualModel : model;
        return new OpenAiServer(
                name,
                settings,
                apiKey,
                address,
                chosen,
                named,
                languages.isEmpty() ? usualLanguages : languages,
                instructions,
                rates == null ? !OpenAiServer.isTold(chosen) : rates,
                voiceLibrary,
                maxCharacters,
                parallelism,
                connectTimeout,
                timeout,
                voicesTtl,
                pricePerMillionCharacters == null ? usualPrice : pricePerMillionCharacters);
    }
}

package io.moneyprinter.tts.provider.openai;

import io.moneyprinter.tts.provider.http.ApiKey;
import io.moneyprinter.tts.provider.http.SpeechSettings;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that speaks the dialect and has settings of its own, for the package that has them.
 *
 * @param provider its name
 * @param settings where it is configured
 * @param baseUrl without {@code /audio/speech}
 * @param voices as {@code moneyprinter.tts.openai.voices}; empty to ask the server
 * @param languages BCP 47, the first first
 * @param rates whether it follows speaking rates
 * @param voiceLibrary whether it has one, in which voices are cloned
 */
public record OpenAiDialect(
        String provider,
        SpeechSettings settings,
        ApiKey apiKey,
        URI baseUrl,
        String model,
        List<String> voices,
        List<String> languages,
        boolean rates,
        boolean voiceLibrary,
        int maxCharacters,
        int parallelism,
        Duration connectTimeout,
        Duration timeout,
        Duration voicesTtl,
        BigDecimal pricePerMillionCharacters) {

    public SpeechSynthesizer open(Clock clock, JsonMapper json) {
        var properties = new OpenAiProperties(
                apiKey,
                baseUrl,
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
                pricePerMillionCharacters,
                Map.of());
        return new OpenAiSpeechSynthesizer(
                new OpenAiServer(
                        provider, settings, baseUrl, model, voices, languages, pricePerMillionCharacters, properties),
                clock,
                json);
    }
}

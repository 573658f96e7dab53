package io.moneyprinter.tts.provider.openai;

import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.ProviderSettings;
import io.moneyprinter.tts.provider.http.Failures;
import io.moneyprinter.tts.provider.http.SpeechHttp;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * One server that speaks the dialect, with nothing left open.
 *
 * @param name of the provider that it is
 * @param settings where it was configured
 * @param apiKey empty where the server needs none
 * @param baseUrl without {@code /audio/speech}
 * @param voices names, with a gender where that is known; empty to ask the server
 * @param languages BCP 47, the first first
 * @param instructions how to speak, for models that take instructions; empty for nothing
 * @param rates whether it follows speaking rates
 * @param voiceLibrary whether it has one, in which voices are cloned
 * @param maxCharacters the longest text that is sent at once
 * @param parallelism sentences at a time
 * @param pricePerMillionCharacters in US dollars, for estimates
 */
public record OpenAiServer(
        String name,
        ProviderSettings settings,
        ApiKey apiKey,
        URI baseUrl,
        String model,
        List<String> voices,
        List<String> languages,
        String instructions,
        boolean rates,
        boolean voiceLibrary,
        int maxCharacters,
        int parallelism,
        Duration connectTimeout,
        Duration timeout,
        Duration voicesTtl,
        BigDecimal pricePerMillionCharacters) {

    static final URI OPENAI = URI.create("https://api.openai.com/v1");

    static final List<String> OPENAI_VOICES = List.of(
            "alloy", "ash", "ballad", "cedar", "coral", "echo", "fable", "marin", "nova", "onyx", "sage", "shimmer",
            "verse");

    /** English first, the others as OpenAI documents them. */
    static final List<String> OPENAI_LANGUAGES = List.of(
            "en", "af", "ar", "hy", "az", "be", "bs", "bg", "ca", "zh", "hr", "cs", "da", "nl", "et", "fi", "fr", "gl",
            "de", "el", "he", "hi", "hu", "is", "id", "it", "ja", "kn", "kk", "ko", "lv", "lt", "mk", "ms", "mr", "mi",
            "ne", "nb", "fa", "pl", "pt", "ro", "ru", "sr", "sk", "sl", "es", "sw", "sv", "tl", "ta", "th", "tr", "uk",
            "ur", "vi", "cy");

    public OpenAiServer {
        settings.key("api-key", apiKey);
        settings.address("base-url", baseUrl);
        settings.time("connect-timeout", connectTimeout);
        settings.time("timeout", timeout);
        settings.time("voices-ttl", voicesTtl);
        settings.atLeast(100, "max-characters", maxCharacters);
        settings.atLeast(1, "parallelism", parallelism);
        settings.price("price-per-million-characters", pricePerMillionCharacters);
    }

    /** The provider that it is. */
    public SpeechSynthesizer open(Clock clock, JsonMapper json) {
        return new OpenAiSpeechSynthesizer(this, clock, json);
    }

    Failures failures() {
        return new Failures(
                name.equals("openai") ? "OpenAI" : "The speech server " + name, settings.name("api-key"), apiKey);
    }

    private URI address(String path) {
        return SpeechHttp.address(baseUrl, path);
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address(path));
        return apiKey.isPresent() ? request.header("Authorization", "Bearer " + apiKey.value()) : request;
    }

    boolean isTold() {
        return isTold(model);
    }

    /** OpenAI documents that its language models leave the speed out; they are told how to speak in words. */
    static boolean isTold(String model) {
        return model.startsWith("gpt-");
    }

    /** Whether it runs on this machine. */
    boolean isHere() {
        return List.of("localhost", "127.0.0.1", "[::1]").contains(baseUrl.getHost());
    }
}

package io.moneyprinter.tts.provider.openai;

import io.moneyprinter.tts.provider.http.ApiKey;
import io.moneyprinter.tts.provider.http.Failures;
import io.moneyprinter.tts.provider.http.SpeechHttp;
import io.moneyprinter.tts.provider.http.SpeechSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;

/**
 * One server that speaks the dialect.
 *
 * @param name of the provider that it is
 * @param settings where it was configured
 * @param voices names, with a gender where that is known; empty to ask the server
 * @param languages BCP 47, the first first
 * @param others what is the same for all servers
 */
record OpenAiServer(
        String name,
        SpeechSettings settings,
        URI baseUrl,
        String model,
        List<String> voices,
        List<String> languages,
        BigDecimal price,
        OpenAiProperties others) {

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

    OpenAiServer {
        settings.key("api-key", others.apiKey());
        settings.address("base-url", baseUrl);
        settings.time("connect-timeout", others.connectTimeout());
        settings.time("timeout", others.timeout());
        settings.time("voices-ttl", others.voicesTtl());
        settings.atLeast(100, "max-characters", others.maxCharacters());
        settings.atLeast(1, "parallelism", others.parallelism());
        settings.price("price-per-million-characters", price);
    }

    ApiKey apiKey() {
        return others.apiKey();
    }

    Duration timeout() {
        return others.timeout();
    }

    Failures failures() {
        return new Failures(
                name.equals("openai") ? "OpenAI" : "The speech server " + name, settings.name("api-key"), apiKey());
    }

    private URI address(String path) {
        return SpeechHttp.address(baseUrl, path);
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address(path));
        return apiKey().isPresent() ? request.header("Authorization", "Bearer " + apiKey().value()) : request;
    }

    /** OpenAI documents that its language models leave the speed out; they are told how to speak in words. */
    boolean isTold() {
        return model.startsWith("gpt-");
    }

    boolean hasRates() {
        return others.rates() == null ? !isTold() : others.rates();
    }

    /** Whether it runs on this machine. */
    boolean isHere() {
        return List.of("localhost", "127.0.0.1", "[::1]").contains(baseUrl.getHost());
    }
}

package io.moneyprinter.content.llm;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The language model that writes about topics: any server with OpenAI's chat endpoint. Without {@code baseUrl} there
 * is none, and everything but topics works.
 *
 * @param baseUrl such as {@code https://api.openai.com/v1} or {@code http://localhost:11434/v1} for Ollama
 * @param apiKey null when the server asks for none
 * @param model name of the model, as the server knows it
 * @param timeout for one whole answer
 * @param temperature 0 for dry, 1 for lively; null leaves it to the server, which some models insist on
 */
@ConfigurationProperties("moneyprinter.content.llm")
public record LlmProperties(
        @Nullable URI baseUrl,
        @Nullable ApiKey apiKey,
        @Nullable String model,
        @DefaultValue("90s") Duration timeout,
        @Nullable Double temperature) {

    public LlmProperties {
        baseUrl = baseUrl == null || baseUrl.toString().isBlank() ? null : baseUrl;
        apiKey = apiKey == null || apiKey.value().isBlank() ? null : apiKey;
        model = model == null || model.isBlank() ? null : model.strip();
        if (baseUrl == null && apiKey != null) {
            throw new IllegalArgumentException(
                    "moneyprinter.content.llm.base-url: missing (expected: the address of the server that api-key is for)");
        }
        if (baseUrl != null
                && (baseUrl.getHost() == null
                        || !String.valueOf(baseUrl.getScheme()).matches("https?"))) {
            throw new IllegalArgumentException(
                    "moneyprinter.content.llm.base-url: '%s' (expected: http:// or https:// and a host)"
                            .formatted(baseUrl));
        }
        if (baseUrl != null && model == null) {
            throw new IllegalArgumentException(
                    "moneyprinter.content.llm.model: missing (expected: a model of " + baseUrl + ")");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "moneyprinter.content.llm.timeout: %s (expected: more than nothing)".formatted(timeout));
        }
    }

    /** A secret: it does not print. */
    public record ApiKey(String value) {

        @Override
        public String toString() {
            return "***";
        }
    }
}

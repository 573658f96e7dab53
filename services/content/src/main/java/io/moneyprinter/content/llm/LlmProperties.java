package io.moneyprinter.content.llm;

import io.moneyprinter.service.provider.ApiKey;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The language models that write. Without {@code baseUrl} and {@code providers} there are none, and everything but what
 * needs one works. docs/language-models.md says how to set each up.
 *
 * @param baseUrl of the one server that is asked, the simplest way: any with OpenAI's chat endpoint, such as
 *     {@code http://localhost:11434/v1} for Ollama; it is the provider {@code custom}
 * @param apiKey of that server, when it asks for one
 * @param model of that server, by the name it knows
 * @param timeout for one whole answer, of any provider that has none of its own
 * @param temperature 0 for dry, 1 for lively; when not set it is left to the server, which some models insist on
 * @param chain names of providers in the order in which they are asked; when not set {@code custom} and then all that
 *     are configured, in the order of the documentation
 * @param providers by name; that of a preset brings its address and ways along
 */
@ConfigurationProperties("moneyprinter.content.llm")
record LlmProperties(
        @Nullable URI baseUrl,
        @Nullable ApiKey apiKey,
        @Nullable String model,
        @DefaultValue("90s") Duration timeout,
        @Nullable Double temperature,
        @DefaultValue List<String> chain,
        @DefaultValue Map<String, Server> providers) {

    LlmProperties {
        chain = List.copyOf(chain);
        providers = Map.copyOf(providers);
    }

    /**
     * One provider. What is empty is as good as not set.
     *
     * @param preset whose address and ways it has; its name when not set
     * @param protocol {@code openai}, {@code anthropic}, {@code gemini}, {@code mistral} or {@code ollama}
     * @param apiKeys used in turn
     * @param json {@code schema}, {@code object} or {@code none}
     * @param maxOutputTokens of one answer at most
     * @param inputPrice US dollars for a million tokens
     * @param outputPrice US dollars for a million tokens
     */
    record Server(
            @Nullable String preset,
            @Nullable Protocol protocol,
            @Nullable URI baseUrl,
            @DefaultValue List<ApiKey> apiKeys,
            @Nullable String model,
            @Nullable JsonMode json,
            @Nullable Duration timeout,
            @Nullable Double temperature,
            @Nullable Integer maxOutputTokens,
            @Nullable BigDecimal inputPrice,
            @Nullable BigDecimal outputPrice) {

        Server {
            preset = preset == null || preset.isBlank() ? null : preset.strip();
            baseUrl = baseUrl == null || baseUrl.toString().isBlank() ? null : baseUrl;
            apiKeys = apiKeys.stream().filter(ApiKey::isPresent).toList();
            model = model == null || model.isBlank() ? null : model.strip();
        }

        /** Whether anything is said that only a provider to be asked has. */
        boolean isMeant() {
            return baseUrl != null || !apiKeys.isEmpty() || model != null;
        }
    }
}

package io.moneyprinter.content.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.moneyprinter.service.provider.ApiKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library's models for one call with one key. They never try again by themselves. */
final class ChatModels {

    private ChatModels() {}

    static ChatModel whole(ProviderSettings settings, ApiKey key, HttpClientBuilder http) {
        var baseUrl = settings.baseUrl().toString();
        return switch (settings.protocol()) {
            case OPENAI ->
                OpenAiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(baseUrl)
                        .apiKey(orNull(key))
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .maxTokens(isOpenAiItself(settings) ? null : settings.maxOutputTokens())
                        .maxCompletionTokens(isOpenAiItself(settings) ? settings.maxOutputTokens() : null)
                        .strictJsonSchema(true)
                        .maxRetries(0)
                        .build();
            case ANTHROPIC ->
                AnthropicChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(baseUrl)
                        .apiKey(key.value())
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .maxTokens(settings.maxOutputTokens())
                        .maxRetries(0)
                        .build();
            case GEMINI ->
                GoogleAiGeminiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(baseUrl)
                        .apiKey(key.value())
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .maxOutputTokens(settings.maxOutputTokens())
                        .returnThinking(false)
                        .maxRetries(0)
                        .build();
            case MISTRAL ->
                MistralAiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(baseUrl)
                        .apiKey(key.value())
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .maxTokens(settings.maxOutputTokens())
                        .strictJsonSchema(true)
                        .maxRetries(0)
                        .build();
            case OLLAMA ->
                OllamaChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(baseUrl)
                        .customHeaders(bearer(key))
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .numPredict(settings.maxOutputTokens())
                        .maxRetries(0)
                        .build();
        };
    }

    static StreamingChatModel streaming(ProviderSettings settings, ApiKey key, HttpClientBuilder http) {
        var baseUrl = settings.baseUrl().toString();
        return switch (settings.protocol()) {
            case OPENAI ->
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(baseUrl)
                        .apiKey(orNull(key))
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .maxTokens(isOpenAiItself(settings) ? null : settings.maxOutputTokens())
                        .maxCompletionTokens(isOpenAiItself(settings) ? settings.maxOutputTokens() : null)
                        .strictJsonSchema(true)
                        .build();
            case ANTHROPIC ->
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(baseUrl)
                        .apiKey(key.value())
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .maxTokens(settings.maxOutputTokens())
                        .build();
            case GEMINI ->
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(baseUrl)
                        .apiKey(key.value())
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .maxOutputTokens(settings.maxOutputTokens())
                        .returnThinking(false)
                        .build();
            case MISTRAL ->
                MistralAiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(baseUrl)
                        .apiKey(key.value())
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .maxTokens(settings.maxOutputTokens())
                        .strictJsonSchema(true)
                        .build();
            case OLLAMA ->
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(baseUrl)
                        .customHeaders(bearer(key))
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .numPredict(settings.maxOutputTokens())
                        .build();
        };
    }

    /** Its newer models know only the newer name of the limit, which others do not know. */
    private static boolean isOpenAiItself(ProviderSettings settings) {
        return settings.preset() == Preset.OPENAI || settings.preset() == Preset.AZURE;
    }

    private static @Nullable String orNull(ApiKey key) {
        return key.isPresent() ? key.value() : null;
    }

    private static Map<String, String> bearer(ApiKey key) {
        return key.isPresent() ? Map.of("Authorization", "Bearer " + key.value()) : Map.of();
    }
}

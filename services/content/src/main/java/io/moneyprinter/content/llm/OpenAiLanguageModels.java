package io.moneyprinter.content.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.contracts.content.ModelProvider;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorCode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Talks to any server with OpenAI's {@code /chat/completions}. It never retries: whoever calls does, durably. */
final class OpenAiLanguageModels implements LanguageModels {

    private final URI baseUrl;
    private final String modelName;
    private final OpenAiChatModel model;

    /** Turned off for good by a server that refuses it; the prompt alone describes the shape then. */
    private volatile boolean schema = true;

    OpenAiLanguageModels(URI baseUrl, LlmProperties properties) {
        this.baseUrl = baseUrl;
        this.modelName = Objects.requireNonNull(properties.model());
        var builder = OpenAiChatModel.builder()
                .baseUrl(baseUrl.toString())
                .modelName(modelName)
                .strictJsonSchema(true)
                .maxRetries(0)
                .timeout(properties.timeout())
                .httpClientBuilder(ModelHttpClient.builder(properties.timeout()));
        if (properties.apiKey() != null) {
            builder.apiKey(properties.apiKey().value());
        }
        if (properties.temperature() != null) {
            builder.temperature(properties.temperature());
        }
        this.model = builder.build();
    }

    @Override
    public Answer answer(Question question) {
        var messages = question.conversation().stream()
                .map(OpenAiLanguageModels::message)
                .toList();
        if (schema && question.shape() != null) {
            try {
                return answer(chat(messages, format(question.shape())));
            } catch (CodedException refused) {
                if (refused.code() != ContentErrorCode.LLM_REQUEST_REJECTED) {
                    throw refused;
                }
            }
            var plain = answer(chat(messages, null));
            schema = false;
            return plain;
        }
        return answer(chat(messages, null));
    }

    @Override
    public Answer stream(Question question, Consumer<String> pieces) {
        var answer = answer(question);
        pieces.accept(answer.text());
        return answer;
    }

    @Override
    public void require(@Nullable String provider) {
        // It is there, and the only one.
    }

    @Override
    public List<ModelProvider> health() {
        return List.of();
    }

    private ChatResponse chat(List<ChatMessage> messages, @Nullable ResponseFormat format) {
        try {
            var request = ChatRequest.builder().messages(messages);
            return model.chat(
                    format == null
                            ? request.build()
                            : request.responseFormat(format).build());
        } catch (ContentFilteredException filtered) {
            throw failure(ContentErrorCode.LLM_REFUSED, "the language model's server filtered the topic", filtered);
        } catch (RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof HttpException refused) {
                    throw refusal(refused);
                }
            }
            throw failure(
                    ContentErrorCode.LLM_UNAVAILABLE,
                    "no usable answer from the language model's server at " + server(),
                    failed);
        }
    }

    private Answer answer(@Nullable ChatResponse response) {
        var message = response == null ? null : response.aiMessage();
        if (response == null
                || message == null
                || message.text() == null
                || message.text().isBlank()) {
            if (response != null && response.finishReason() == FinishReason.CONTENT_FILTER) {
                throw failure(ContentErrorCode.LLM_REFUSED, "the language model declined to write about this", null);
            }
            throw failure(ContentErrorCode.LLM_UNAVAILABLE, "an empty answer from the language model's server", null);
        }
        var tokens =
                response.tokenUsage() == null ? null : response.tokenUsage().totalTokenCount();
        return new Answer(
                message.text(),
                "openai-compatible",
                response.modelName() == null || response.modelName().isBlank() ? modelName : response.modelName(),
                new Tokens(0, tokens == null ? 0 : tokens),
                BigDecimal.ZERO,
                List.of());
    }

    /** The body is not told on: it may repeat the key. */
    private CodedException refusal(HttpException refused) {
        var status = refused.statusCode();
        var body = String.valueOf(refused.getMessage());
        var retryAfter = refused instanceof ModelHttpClient.Refused ours ? ours.retryAfter() : null;
        return switch (status) {
            case 401, 403 ->
                failure(
                        ContentErrorCode.LLM_UNAUTHORISED,
                        "the language model's server at %s refused the key (status %d): check MONEYPRINTER_CONTENT_LLM_API_KEY"
                                .formatted(server(), status),
                        refused);
            case 402 -> spent(refused);
            case 404 ->
                failure(
                        ContentErrorCode.LLM_MODEL_UNKNOWN,
                        "the server at %s does not know the model '%s': check MONEYPRINTER_CONTENT_LLM_MODEL and _BASE_URL"
                                .formatted(server(), modelName),
                        refused);
            case 400, 422 ->
                failure(
                        ContentErrorCode.LLM_REQUEST_REJECTED,
                        "the language model's server refused the request (status %d)".formatted(status),
                        refused);
            case 429 ->
                body.contains("insufficient_quota")
                        ? spent(refused)
                        : new CodedException(
                                ContentErrorCode.LLM_THROTTLED,
                                "the language model's server is asked too often",
                                List.of(),
                                retryAfter,
                                refused);
            default ->
                new CodedException(
                        ContentErrorCode.LLM_UNAVAILABLE,
                        "the language model's server failed (status %d)".formatted(status),
                        List.of(),
                        retryAfter,
                        refused);
        };
    }

    private static CodedException spent(HttpException refused) {
        return failure(
                ContentErrorCode.LLM_QUOTA_SPENT,
                "the account at the language model's provider has no credit",
                refused);
    }

    private static CodedException failure(ErrorCode code, String message, @Nullable Throwable cause) {
        return new CodedException(code, message, cause);
    }

    private String server() {
        return baseUrl.getPort() < 0 ? baseUrl.getHost() : baseUrl.getHost() + ":" + baseUrl.getPort();
    }

    private static ChatMessage message(Turn turn) {
        return switch (turn.speaker()) {
            case SYSTEM -> SystemMessage.from(turn.text());
            case USER -> UserMessage.from(turn.text());
            case MODEL -> AiMessage.from(turn.text());
        };
    }

    private static ResponseFormat format(Shape shape) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name(shape.name())
                        .rootElement(JsonRawSchema.from(shape.schema().toString()))
                        .build())
                .build();
    }
}

package io.moneyprinter.content.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.KeyRing;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks one provider, with one key after the other, and in the strictest form of JSON that it takes. */
final class Provider {

    private static final String IN_SHAPE =
            "Answer with one JSON object and nothing else: no explanation, no code fence. It follows this JSON"
                    + " schema:\n";

    private final ProviderSettings settings;
    private final KeyRing keys;
    private final HttpClient http;
    private final Refusals refusals;

    /** Less than configured once the server has refused more. */
    private volatile JsonMode json;

    Provider(ProviderSettings settings, KeyRing keys, HttpClient http) {
        this.settings = settings;
        this.keys = keys;
        this.http = http;
        this.refusals = new Refusals(settings);
        this.json = settings.json();
    }

    ProviderSettings settings() {
        return settings;
    }

    int keysResting() {
        return keys.resting();
    }

    /**
     * What it says.
     *
     * @param left how long it may take, asked at each call; the provider's own timeout holds as well
     * @param pieces null for an answer that comes whole
     * @throws CodedException and no other exception but those of {@code pieces}
     */
    Said ask(Question question, Supplier<Duration> left, Bill bill, @Nullable Consumer<String> pieces) {
        while (true) {
            var key = keys.next();
            try {
                return inShape(question, key, left, bill, pieces);
            } catch (CodedException failed) {
                if (!keys.rest(key, failed)) {
                    throw failed;
                }
            }
        }
    }

    private Said inShape(
            Question question, ApiKey key, Supplier<Duration> left, Bill bill, @Nullable Consumer<String> pieces) {
        var shape = question.shape();
        for (var mode = json; ; mode = weaker(mode)) {
            try {
                var turns = turns(question.conversation(), shape, mode);
                var said = say(turns, request(turns, shape, mode), key, left.get(), bill, pieces);
                if (shape != null && mode != json) {
                    json = mode;
                }
                return said;
            } catch (CodedException refused) {
                if (refused.code() != ContentErrorCode.LLM_REQUEST_REJECTED || shape == null || mode == JsonMode.NONE) {
                    throw refused;
                }
            }
        }
    }

    private JsonMode weaker(JsonMode mode) {
        return mode == JsonMode.SCHEMA && settings.protocol() != Protocol.ANTHROPIC ? JsonMode.OBJECT : JsonMode.NONE;
    }

    private Said say(
            List<Turn> conversation,
            ChatRequest request,
            ApiKey key,
            Duration left,
            Bill bill,
            @Nullable Consumer<String> pieces) {
        var timeout = left.compareTo(settings.timeout()) < 0 ? left : settings.timeout();
        var heard = new StringBuilder();
        bill.begin(settings, conversation);
        try (var exchange = new Exchange(http, timeout, key)) {
            try {
                var response = pieces == null
                        ? ChatModels.whole(settings, key, exchange.builder()).chat(request)
                        : streamed(request, key, exchange, timeout, heard, pieces);
                var said = said(response, exchange, bill, heard, pieces != null);
                bill.end(said.text(), null);
                return said;
            } catch (InterruptedException | RuntimeException failed) {
                if (failed instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                var failure = exchange.isDeclined() ? refusals.declined(failed) : refusals.of(failed);
                bill.end(heard.toString(), failure);
                throw failure;
            }
        }
    }

    private ChatResponse streamed(
            ChatRequest request,
            ApiKey key,
            Exchange exchange,
            Duration timeout,
            StringBuilder heard,
            Consumer<String> pieces)
            throws InterruptedException {
        var arriving = new PiecesOfAnswer();
        exchange.whenEnded(arriving::end);
        ChatModels.streaming(settings, key, exchange.builder()).chat(request, arriving);
        return arriving.awaited(timeout, piece -> {
            heard.append(piece);
            pieces.accept(piece);
        });
    }

    private Said said(ChatResponse response, Exchange exchange, Bill bill, StringBuilder heard, boolean streamed) {
        var model = response.modelName() == null || response.modelName().isBlank()
                ? settings.model()
                : response.modelName();
        bill.add(model, tokens(response.tokenUsage()));
        var message = response.aiMessage();
        if (message != null && message.text() != null) {
            heard.setLength(0);
            heard.append(message.text());
        }
        var finish = response.finishReason();
        if (finish == FinishReason.CONTENT_FILTER || exchange.isDeclined()) {
            throw refusals.declined(null);
        }
        // Where the connection ends with the answer, only these tell that it was whole; other protocols see to it.
        if (streamed && finish == null && !exchange.isComplete() && settings.protocol() != Protocol.OLLAMA) {
            throw refusals.brokenOff();
        }
        var cut = finish == FinishReason.LENGTH;
        if (heard.toString().isBlank()) {
            throw cut ? refusals.cut() : refusals.empty();
        }
        return new Said(heard.toString(), model, cut);
    }

    /** Some count the thoughts of a model in the sum only. */
    private static Tokens tokens(@Nullable TokenUsage usage) {
        if (usage == null) {
            return Tokens.NONE;
        }
        var input = count(usage.inputTokenCount());
        return new Tokens(input, Math.max(count(usage.outputTokenCount()), count(usage.totalTokenCount()) - input));
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }

    private static List<Turn> turns(List<Turn> conversation, @Nullable Shape shape, JsonMode mode) {
        return shape == null || mode == JsonMode.SCHEMA
                ? conversation
                : instructed(conversation, IN_SHAPE + shape.schema());
    }

    private ChatRequest request(List<Turn> conversation, @Nullable Shape shape, JsonMode mode) {
        List<ChatMessage> messages =
                conversation.stream().map(Provider::message).toList();
        var request = ChatRequest.builder().messages(messages);
        return shape == null || mode == JsonMode.NONE || isSchemaOnly(mode)
                ? request.build()
                : request.responseFormat(format(shape, mode)).build();
    }

    /** One instruction in all: some servers take no second one. */
    private static List<Turn> instructed(List<Turn> conversation, String instruction) {
        var turns = new ArrayList<>(conversation);
        var first = turns.getFirst();
        if (first.speaker() == Speaker.SYSTEM) {
            turns.set(0, new Turn(Speaker.SYSTEM, first.text() + "\n\n" + instruction));
        } else {
            turns.addFirst(new Turn(Speaker.SYSTEM, instruction));
        }
        return turns;
    }

    private boolean isSchemaOnly(JsonMode mode) {
        return mode == JsonMode.OBJECT && settings.protocol() == Protocol.ANTHROPIC;
    }

    private static ResponseFormat format(Shape shape, JsonMode mode) {
        var format = ResponseFormat.builder().type(ResponseFormatType.JSON);
        return mode == JsonMode.OBJECT
                ? format.build()
                : format.jsonSchema(JsonSchema.builder()
                                .name(shape.name())
                                .rootElement(JsonRawSchema.from(shape.schema().toString()))
                                .build())
                        .build();
    }

    private static ChatMessage message(Turn turn) {
        return switch (turn.speaker()) {
            case SYSTEM -> SystemMessage.from(turn.text());
            case USER -> UserMessage.from(turn.text());
            case MODEL -> AiMessage.from(turn.text());
        };
    }
}

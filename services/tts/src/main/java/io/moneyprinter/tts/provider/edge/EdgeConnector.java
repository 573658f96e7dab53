package io.moneyprinter.tts.provider.edge;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.RetryAfter;
import io.moneyprinter.tts.TtsErrorCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Opens connections as the browser does and says one thing over each. */
final class EdgeConnector {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    private final EdgeProperties properties;
    private final HttpClient http;
    private final EdgeToken token;
    private final JsonMapper json;

    EdgeConnector(EdgeProperties properties, HttpClient http, EdgeToken token, JsonMapper json) {
        this.properties = properties;
        this.http = http;
        this.token = token;
        this.json = json;
    }

    EdgeConversation speak(String ssml) {
        var conversation = new EdgeConversation(json);
        var socket = open(conversation, true);
        try {
            await(socket.sendText(EdgeMessages.config(token.now(), properties.outputFormat()), true));
            await(socket.sendText(EdgeMessages.ssml(token.now(), hexId(), ssml), true));
            conversation.listen(properties.silenceTimeout());
            return conversation;
        } catch (ExecutionException e) {
            throw unavailable("the connection broke", e.getCause());
        } finally {
            socket.abort();
        }
    }

    /** Refused with 403 means that our clock is wrong, more often than not; the answer tells the right time. */
    private WebSocket open(EdgeConversation conversation, boolean again) {
        try {
            return await(handshake().buildAsync(address(), conversation));
        } catch (ExecutionException e) {
            var cause = e.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : e.getCause();
            if (!(cause instanceof WebSocketHandshakeException refused)) {
                throw unavailable("there is no connection to it", cause);
            }
            var response = refused.getResponse();
            if (response.statusCode() == FORBIDDEN && again) {
                var date = date(response);
                if (date != null) {
                    token.follow(date);
                    return open(conversation, false);
                }
            }
            throw refusal(response);
        }
    }

    private WebSocket.Builder handshake() {
        return http.newWebSocketBuilder()
                .connectTimeout(properties.connectTimeout())
                .header("Pragma", "no-cache")
                .header("Cache-Control", "no-cache")
                .header("Origin", properties.origin())
                .header("User-Agent", properties.userAgent())
                .header("Accept-Encoding", "gzip, deflate, br, zstd")
                .header("Accept-Language", "en-US,en;q=0.9")
                .header("Cookie", cookie());
    }

    static String cookie() {
        var id = new byte[16];
        RANDOM.nextBytes(id);
        return "muid=%s;".formatted(HexFormat.of().withUpperCase().formatHex(id));
    }

    private URI address() {
        return URI.create("%s?TrustedClientToken=%s&ConnectionId=%s&Sec-MS-GEC=%s&Sec-MS-GEC-Version=%s"
                .formatted(properties.url(), properties.token(), hexId(), token.current(), properties.gecVersion()));
    }

    private static String hexId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private <T> T await(Future<T> future) throws ExecutionException {
        try {
            return future.get(properties.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw unavailable("it did not answer within %s".formatted(properties.connectTimeout()), e);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
        }
    }

    static CodedException refusal(HttpResponse<?> response) {
        if (response.statusCode() == TOO_MANY_REQUESTS) {
            return new CodedException(
                    TtsErrorCode.VOICE_PROVIDER_THROTTLED,
                    "Edge refuses more work for now.",
                    List.of(),
                    RetryAfter.of(response.headers().firstValue("Retry-After").orElse(null), LONGEST_WAIT),
                    null);
        }
        return unavailable("it answered with status %d".formatted(response.statusCode()), null);
    }

    static @Nullable Instant date(HttpResponse<?> response) {
        try {
            return response.headers()
                    .firstValue("Date")
                    .map(value -> ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElse(null);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    static CodedException unavailable(String reason, @Nullable Throwable cause) {
        return new CodedException(
                TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, "Edge cannot speak now: %s.".formatted(reason), cause);
    }
}

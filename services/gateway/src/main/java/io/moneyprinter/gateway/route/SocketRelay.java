package io.moneyprinter.gateway.route;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.identity.ServiceTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * Joins a WebSocket of a client with one to the notifications service. The next frame is asked for when the last one
 * was written, so a slow client slows the service and not us.
 */
final class SocketRelay extends TextWebSocketHandler {

    /** The session attribute that the handshake leaves. */
    static final String CALLER = Caller.class.getName();

    private static final Logger log = LoggerFactory.getLogger(SocketRelay.class);

    private final HttpClient http;
    private final URI target;
    private final ServiceTokens tokens;
    private final Map<String, WebSocket> upstreams = new ConcurrentHashMap<>();

    SocketRelay(HttpClient http, URI target, ServiceTokens tokens) {
        this.http = http;
        this.target = target;
        this.tokens = tokens;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        @Nullable UserId user = session.getAttributes().get(CALLER) instanceof Caller caller ? caller.userId() : null;
        try {
            var upstream = http.newWebSocketBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .header("Authorization", "Bearer " + tokens.issue(ServiceId.NOTIFICATIONS, user))
                    .buildAsync(target, new Downstream(session))
                    .join();
            upstreams.put(session.getId(), upstream);
            if (!session.isOpen()) {
                forget(session);
            }
        } catch (CompletionException e) {
            log.warn("the notifications service does not answer: {}", e.getMessage());
            session.close(CloseStatus.SERVICE_RESTARTED);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        var upstream = upstreams.get(session.getId());
        if (upstream != null) {
            upstream.sendText(message.getPayload(), message.isLast()).join();
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        forget(session);
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    private void forget(WebSocketSession session) {
        var upstream = upstreams.remove(session.getId());
        if (upstream != null) {
            upstream.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((_, _) -> upstream.abort());
        }
    }

    /** The way back to the client. */
    private record Downstream(WebSocketSession session) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket upstream, CharSequence text, boolean last) {
            try {
                session.sendMessage(new TextMessage(text, last));
                upstream.request(1);
            } catch (IOException | IllegalStateException gone) {
                upstream.abort();
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket upstream, int status, String reason) {
            close(status == 1005 || status == 1006 ? CloseStatus.NORMAL : new CloseStatus(status, reason));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket upstream, Throwable failure) {
            close(CloseStatus.SERVICE_RESTARTED);
        }

        private void close(CloseStatus status) {
            try {
                session.close(status);
            } catch (IOException | IllegalArgumentException gone) {
                log.debug("the client went away", gone);
            }
        }
    }
}

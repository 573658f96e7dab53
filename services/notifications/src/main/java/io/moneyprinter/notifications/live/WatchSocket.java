package io.moneyprinter.notifications.live;

import io.moneyprinter.service.identity.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** {@code /api/v1/notifications/ws}: everything that happens to the caller's videos. Messages of the client are ignored. */
final class WatchSocket extends AbstractWebSocketHandler {

    /** The session attribute that the handshake leaves. */
    static final String CALLER = Caller.class.getName();

    private static final int MAX_CLIENT_MESSAGE = 64 * 1024;

    private final Watchers watchers;
    private final Map<String, Watcher> open = new ConcurrentHashMap<>();

    WatchSocket(Watchers watchers) {
        this.watchers = watchers;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(MAX_CLIENT_MESSAGE);
        session.setBinaryMessageSizeLimit(MAX_CLIENT_MESSAGE);
        var watcher = new Watcher(new SocketWire(session));
        open.put(session.getId(), watcher);
        watchers.add(caller(session).userId(), watcher);
        watcher.start(List.of());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var watcher = open.remove(session.getId());
        if (watcher != null) {
            watchers.remove(caller(session).userId(), watcher);
        }
    }

    private static Caller caller(WebSocketSession session) {
        if (session.getAttributes().get(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("the handshake left no caller");
    }

    private record SocketWire(WebSocketSession session) implements Watcher.Wire {

        @Override
        public void write(Frame frame) throws IOException {
            session.sendMessage(new TextMessage(frame.json()));
        }

        @Override
        public void ping() throws IOException {
            session.sendMessage(new PingMessage());
        }

        @Override
        public void close(boolean slow) {
            try {
                session.close(slow ? CloseStatus.SERVICE_OVERLOAD : CloseStatus.NORMAL);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package io.moneyprinter.gateway.route;

import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.identity.ServiceTokens;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Puts the relay where the notifications service has its socket, if that service runs elsewhere. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketRelayConfiguration implements WebSocketConfigurer {

    private static final String PATH = "/api/v1/notifications/ws";

    private final Routes routes;
    private final Relay relay;
    private final ServiceTokens tokens;

    SocketRelayConfiguration(Routes routes, Relay relay, ServiceTokens tokens) {
        this.routes = routes;
        this.relay = relay;
        this.tokens = tokens;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        if (routes.remote(PATH) != null) {
            var target = routes.address(ServiceId.NOTIFICATIONS) + PATH;
            registry.addHandler(
                            new SocketRelay(relay.http(), URI.create(target.replaceFirst("^http", "ws")), tokens), PATH)
                    .addInterceptors(new CallerInterceptor());
        }
    }

    /** Takes the caller over to the session. */
    private static final class CallerInterceptor implements HandshakeInterceptor {

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            if (request instanceof ServletServerHttpRequest servlet) {
                attributes.put(SocketRelay.CALLER, Caller.of(servlet.getServletRequest()));
                return true;
            }
            return false;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {
            // Nothing to undo.
        }
    }
}

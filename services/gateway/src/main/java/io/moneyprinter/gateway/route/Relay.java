package io.moneyprinter.gateway.route;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.identity.RequestId;
import io.moneyprinter.service.identity.ServiceTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Hands a request to the service it is for, and the answer back, piece by piece: nothing is kept, however large. A
 * client that goes away takes the request to the service with it; a service that breaks off breaks off the answer.
 */
@Component
final class Relay implements AutoCloseable {

    /** About the connection and not about the message (RFC 9110 §7.6.1), or ours to say. */
    private static final Set<String> OWN = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "content-length",
            "expect",
            "authorization",
            "traceparent",
            "x-request-id");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** An upload counts until its last byte is answered. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Routes routes;
    private final ServiceTokens tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    Relay(Routes routes, ServiceTokens tokens) {
        this.routes = routes;
        this.tokens = tokens;
    }

    /**
     * @throws CodedException if the service gives no answer
     * @throws IOException if either side breaks off
     */
    void relay(ServiceId service, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = ask(service, outgoing(service, request));
        try (var body = answer.body()) {
            response.setStatus(answer.statusCode());
            var named = named(answer.headers().allValues("connection").stream());
            answer.headers().map().forEach((name, values) -> {
                if (passes(name, named)) {
                    values.forEach(value -> response.addHeader(name, value));
                }
            });
            var length = answer.headers().firstValueAsLong("content-length");
            if (length.isPresent()) {
                response.setContentLengthLong(length.getAsLong());
            }
            copy(body, response);
        }
    }

    /** As it comes: an event must not wait for the next one. */
    private static void copy(InputStream body, HttpServletResponse response) throws IOException {
        var out = response.getOutputStream();
        var buffer = new byte[32 * 1024];
        for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            out.write(buffer, 0, read);
            if (body.available() == 0) {
                out.flush();
            }
        }
    }

    private HttpResponse<InputStream> ask(ServiceId service, HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new CodedException(
                    CommonErrorCode.SERVICE_UNREACHABLE,
                    "The %s service does not answer.".formatted(service.id()),
                    java.util.List.of(),
                    RETRY_AFTER,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private HttpRequest outgoing(ServiceId service, HttpServletRequest request) {
        var query = request.getQueryString();
        var target = routes.address(service) + request.getRequestURI() + (query == null ? "" : "?" + query);
        var outgoing = HttpRequest.newBuilder(uri(target))
                .timeout(PATIENCE)
                .method(request.getMethod(), body(request))
                .header("Authorization", "Bearer " + tokens.issue(service, user(request)));
        var named = named(Collections.list(request.getHeaders("Connection")).stream());
        for (var name : Collections.list(request.getHeaderNames())) {
            if (passes(name, named)) {
                Collections.list(request.getHeaders(name)).forEach(value -> outgoing.header(name, value));
            }
        }
        var id = RequestId.current();
        if (id != null) {
            outgoing.header(RequestId.HEADER, id);
        }
        var trace = MDC.get("traceId");
        var span = MDC.get("spanId");
        if (trace != null && span != null) {
            outgoing.header("traceparent", "00-%s-%s-01".formatted(trace, span));
        }
        return outgoing.build();
    }

    private static URI uri(String target) {
        try {
            return URI.create(target);
        } catch (IllegalArgumentException e) {
            throw new CodedException(CommonErrorCode.RESOURCE_NOT_FOUND, "There is nothing at this address.", e);
        }
    }

    private static @Nullable UserId user(HttpServletRequest request) {
        var caller = Caller.find(request);
        return caller == null ? null : caller.userId();
    }

    private static BodyPublisher body(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
            return BodyPublishers.noBody();
        }
        var stream = BodyPublishers.ofInputStream(() -> {
            try {
                return request.getInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return length < 0 ? stream : BodyPublishers.fromPublisher(stream, length);
    }

    private static boolean passes(String name, Set<String> named) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !OWN.contains(lower) && !named.contains(lower) && !lower.startsWith(":");
    }

    /** The headers that the Connection header declares to be about the connection. */
    private static Set<String> named(Stream<String> connection) {
        return connection
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    HttpClient http() {
        return http;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

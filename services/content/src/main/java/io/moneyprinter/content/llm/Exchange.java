package io.moneyprinter.content.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.moneyprinter.problem.RetryAfter;
import io.moneyprinter.service.provider.ApiKey;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Carries one question and its answer, of a model or of somebody who is asked in the same dialect. Unlike the library's own client it has a time for the whole answer, keeps
 * {@code Retry-After}, reads no more than a script can be, forgets the key, and tells when a stream has ended or held
 * what nobody understands. Redirects are not followed, because the key goes along.
 */
public final class Exchange implements HttpClient, AutoCloseable {

    private static final long LARGEST_BODY = 4 << 20;
    static final String NO_CONNECTION = "there is no connection to it";

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** How Anthropic, Gemini and OpenAI say in an answer that the model declined; the library does not tell on. */
    private static final Pattern DECLINED = Pattern.compile(
            "\"stop_reason\"\\s*:\\s*\"refusal\"|\"blockReason\"\\s*:\\s*\"|\"refusal\"\\s*:\\s*\"[^\"]");

    private final java.net.http.HttpClient http;
    private final Duration timeout;
    private final ApiKey key;

    private volatile boolean declined;
    private volatile boolean complete;
    private volatile Runnable ended = () -> {};
    private volatile @Nullable Thread reader;
    private volatile @Nullable InputStream body;

    /** @param timeout for the whole answer */
    public Exchange(java.net.http.HttpClient http, Duration timeout, ApiKey key) {
        this.http = http;
        this.timeout = timeout;
        this.key = key;
    }

    /** A refusal with what the server said about trying again. */
    public static final class Refused extends HttpException {

        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;

        Refused(int status, String body, @Nullable Duration retryAfter) {
            super(status, body);
            this.retryAfter = retryAfter;
        }

        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** There was no whole answer. The library's parsers have failures of their own that look like those of a connection. */
    public static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final IOException reason;

        Broken(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        /** Why, in words for the person who asked. */
        public String told() {
            return switch (reason) {
                case HttpConnectTimeoutException _ -> NO_CONNECTION;
                case HttpTimeoutException _ -> String.valueOf(reason.getMessage());
                case ConnectException _ -> NO_CONNECTION;
                case SSLException _ ->
                    "there is no secure connection to it, because its certificate or its address is wrong (%s)"
                            .formatted(reason.getMessage());
                case EOFException _ -> "its answer broke off";
                default -> "the connection broke (%s)".formatted(reason.getMessage());
            };
        }
    }

    /** What the library asks for; its own timeouts give way to ours. */
    HttpClientBuilder builder() {
        return new Builder(this);
    }

    /** Whether the server said that the model declined. */
    boolean isDeclined() {
        return declined;
    }

    /** Whether a stream had the sign by which OpenAI's dialect ends. */
    boolean isComplete() {
        return complete;
    }

    /** @param ended is run when nothing more will come, after all that came was told */
    void whenEnded(Runnable ended) {
        this.ended = ended;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var answer = http.sendAsync(outgoing(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY));
        try {
            var response = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            var text = forgetful(new String(response.body(), StandardCharsets.UTF_8));
            if (!isSuccess(response)) {
                throw refused(response, text);
            }
            declined = DECLINED.matcher(text).find();
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .body(text)
                    .build();
        } catch (TimeoutException late) {
            throw new Broken(new HttpTimeoutException("no answer within " + timeout));
        } catch (ExecutionException failed) {
            var cause =
                    failed.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : failed.getCause();
            throw new Broken(cause instanceof IOException io ? io : new IOException(cause));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        } finally {
            // Ends the exchange where it is still going on: a body may trickle for ever.
            answer.cancel(true);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        reader = Thread.ofVirtual().start(() -> read(request, parser, new Strict(listener)));
    }

    private void read(HttpRequest request, ServerSentEventParser parser, Strict listener) {
        try {
            var response =
                    http.send(outgoing(request), BodyHandlers.limiting(BodyHandlers.ofInputStream(), LARGEST_BODY));
            try (var in = response.body()) {
                body = in;
                if (!isSuccess(response)) {
                    throw refused(response, forgetful(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .build());
                parser.parse(in, listener);
            }
            listener.onClose();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            listener.onError(failed);
        } finally {
            ended.run();
        }
    }

    /** Leaves a stream where it is. */
    @Override
    public void close() {
        var reading = reader;
        if (reading != null) {
            reading.interrupt();
        }
        var left = body;
        if (left != null) {
            try {
                left.close();
            } catch (IOException nobodyCares) {
                // It was to end, and has.
            }
        }
    }

    private java.net.http.HttpRequest outgoing(HttpRequest request) {
        var outgoing =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(timeout);
        request.headers().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        var text = request.body();
        return outgoing.method(
                        request.method().name(),
                        text == null
                                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                                : java.net.http.HttpRequest.BodyPublishers.ofString(text))
                .build();
    }

    /** What comes may end in a message about it, and servers repeat keys. */
    private String forgetful(String text) {
        return key.isPresent() ? text.replace(key.value(), "***") : text;
    }

    private static boolean isSuccess(HttpResponse<?> response) {
        return response.statusCode() / 100 == 2;
    }

    private Refused refused(HttpResponse<?> response, String text) {
        return new Refused(
                response.statusCode(),
                text,
                RetryAfter.of(response.headers().firstValue("Retry-After").orElse(null), LONGEST_WAIT));
    }

    /** Tells of the first failure and of nothing after it: the library's parsers swallow what its listeners throw. */
    private final class Strict implements ServerSentEventListener {

        private final ServerSentEventListener delegate;
        private boolean failed;

        Strict(ServerSentEventListener delegate) {
            this.delegate = delegate;
        }

        @Override
        public void onOpen(SuccessfulHttpResponse response) {
            delegate.onOpen(response);
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            if (failed) {
                return;
            }
            var data = forgetful(String.valueOf(event.data()));
            declined = declined || DECLINED.matcher(data).find();
            complete = complete || data.equals("[DONE]");
            try {
                delegate.onEvent(new ServerSentEvent(event.event(), data), context);
            } catch (RuntimeException notUnderstood) {
                onError(notUnderstood);
                context.parsingHandle().cancel();
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (!failed) {
                failed = true;
                delegate.onError(failure instanceof IOException io ? new Broken(io) : failure);
            }
        }

        @Override
        public void onClose() {
            if (!failed) {
                delegate.onClose();
            }
        }
    }

    private record Builder(Exchange exchange) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return exchange.timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return exchange.timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return exchange;
        }
    }
}

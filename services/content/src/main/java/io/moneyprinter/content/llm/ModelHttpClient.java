package io.moneyprinter.content.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.moneyprinter.problem.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Carries the conversation. Unlike the library's own client it keeps {@code Retry-After}, ends a body that trickles
 * without end, and reads no more than a script can be.
 */
final class ModelHttpClient implements HttpClient {

    private static final int LARGEST_BODY = 2 * 1024 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final java.net.http.HttpClient http;
    private final Duration timeout;

    private ModelHttpClient(Duration timeout) {
        this.timeout = timeout;
        this.http = java.net.http.HttpClient.newBuilder()
                .connectTimeout(timeout)
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** What the library asks for; its own timeouts give way to ours, which is for the whole answer. */
    static HttpClientBuilder builder(Duration timeout) {
        return new Builder(timeout);
    }

    /** A refusal with what the server said about trying again. */
    static final class Refused extends HttpException {

        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;

        Refused(int status, String body, @Nullable Duration retryAfter) {
            super(status, body);
            this.retryAfter = retryAfter;
        }

        @Nullable
        Duration retryAfter() {
            return retryAfter;
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var outgoing =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(timeout);
        request.headers().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        var body = request.body();
        outgoing.method(
                request.method().name(),
                body == null
                        ? java.net.http.HttpRequest.BodyPublishers.noBody()
                        : java.net.http.HttpRequest.BodyPublishers.ofString(body));
        var answer = http.sendAsync(outgoing.build(), HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(
                        ModelHttpClient::read, task -> Thread.ofVirtual().start(task));
        var response = await(answer);
        if (response.status() / 100 != 2) {
            throw new Refused(response.status(), response.text(), retryAfter(response.retryAfter()));
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.status())
                .body(response.text())
                .build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are not streamed");
    }

    private record Response(
            int status, String text, @Nullable String retryAfter) {}

    private static Response read(HttpResponse<InputStream> response) {
        try (var in = response.body()) {
            var bytes = in.readNBytes(LARGEST_BODY);
            return new Response(
                    response.statusCode(),
                    new String(bytes, StandardCharsets.UTF_8),
                    response.headers().firstValue("Retry-After").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException("the answer broke off", e);
        }
    }

    private Response await(CompletableFuture<Response> answer) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new dev.langchain4j.exception.TimeoutException("no answer within " + timeout.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw new UncheckedIOException(
                    String.valueOf(failed.getCause()),
                    failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException("interrupted", new IOException(interrupted));
        } finally {
            answer.cancel(true);
        }
    }

    static @Nullable Duration retryAfter(@Nullable String header) {
        return RetryAfter.of(header, LONGEST_WAIT);
    }

    private record Builder(Duration timeout) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new ModelHttpClient(timeout);
        }
    }
}

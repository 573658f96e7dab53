package io.moneyprinter.service.provider;

import io.moneyprinter.problem.RetryAfter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Asks one provider, whose address the operator has set: an answer comes whole and in time, or not at all. Redirects
 * are not followed, because the key goes along.
 */
public final class ProviderHttp implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final HttpClient http;
    private final Duration connectTimeout;
    private final DataSize largestAnswer;

    /** @param largestAnswer what is longer is no answer */
    public ProviderHttp(Duration connectTimeout, DataSize largestAnswer) {
        this.connectTimeout = connectTimeout;
        this.largestAnswer = largestAnswer;
        // Small servers stumble over the offer of HTTP/2 that goes along without TLS.
        this.http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** That there was no answer. */
    public static final class NoAnswerException extends Exception {

        private static final long serialVersionUID = 1;

        private NoAnswerException(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }

        /** For people, to follow the name of the provider and a colon. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** A path of a server, whose own address may end in a slash. */
    public static URI address(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    /** The answer, of whatever status. */
    public Answer ask(HttpRequest.Builder request, Deadline deadline) throws NoAnswerException, InterruptedException {
        var answer = http.sendAsync(
                request.header("User-Agent", "MoneyPrinter")
                        .timeout(deadline.left())
                        .build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), largestAnswer.toBytes()));
        try {
            return answer(answer.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw new NoAnswerException(late(deadline), e);
        } catch (ExecutionException e) {
            var cause = e.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : e.getCause();
            throw new NoAnswerException(reason(cause, deadline), cause);
        } finally {
            // Ends the exchange where it is still going on: a body may trickle for ever.
            answer.cancel(true);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT),
                RetryAfter.of(response.headers().firstValue("Retry-After").orElse(null), LONGEST_WAIT),
                response.body());
    }

    private String reason(@Nullable Throwable cause, Deadline deadline) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "there is no connection to it within %s".formatted(connectTimeout);
        }
        if (cause instanceof HttpTimeoutException) {
            return late(deadline);
        }
        if (cause instanceof SSLException) {
            return "there is no secure connection to it, because its certificate or its address is wrong (%s)"
                    .formatted(cause.getMessage());
        }
        if (cause instanceof ConnectException) {
            return "there is no connection to it";
        }
        return cause instanceof IOException
                ? "the connection broke (%s)".formatted(cause.getMessage())
                : "it cannot be asked";
    }

    private static String late(Deadline deadline) {
        return "it did not answer within %s".formatted(deadline.total());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

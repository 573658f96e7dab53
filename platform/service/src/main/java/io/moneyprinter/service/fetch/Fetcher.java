package io.moneyprinter.service.fetch;

import io.moneyprinter.problem.CodedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what lies at addresses that others named. Redirects are followed by hand, each address vetted like the first;
 * sizes and times are counted while bytes come in, whatever the headers promise. Safe for several threads.
 */
public final class Fetcher implements AutoCloseable {

    /** What a server is told that does not have to know more. */
    public static final String PROGRAM = "MoneyPrinter";

    private static final int MAX_REDIRECTS = 3;
    private static final long MAX_ANSWER_BYTES = 4L << 20;

    private final FetchLimits limits;
    private final AddressRules rules;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-deadline").factory());

    public Fetcher(FetchLimits limits) {
        this(limits, PROGRAM);
    }

    /** @param userAgent who asks, for servers that want to know */
    public Fetcher(FetchLimits limits, String userAgent) {
        this(limits, userAgent, SystemDefaultDnsResolver.INSTANCE, proxy -> new Socket(Proxy.NO_PROXY));
    }

    Fetcher(FetchLimits limits, DnsResolver resolver, DetachedSocketFactory sockets) {
        this(limits, PROGRAM, resolver, sockets);
    }

    private Fetcher(FetchLimits limits, String userAgent, DnsResolver resolver, DetachedSocketFactory sockets) {
        this.limits = limits;
        this.rules = new AddressRules(resolver, limits.allowedHosts());
        var connections = new Connections(sockets)
                .setDnsResolver(rules)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connectTimeout()))
                        .setSocketTimeout(timeout(limits.idleTimeout()))
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(limits.idleTimeout()))
                        .setConnectionRequestTimeout(timeout(limits.totalTimeout()))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .setUserAgent(userAgent)
                .build();
    }

    /** No proxy that the environment names: it would do its own look-up. */
    private static final class Connections extends PoolingHttpClientConnectionManagerBuilder {

        private final DetachedSocketFactory sockets;

        Connections(DetachedSocketFactory sockets) {
            this.sockets = sockets;
        }

        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver resolver, TlsSocketStrategy tls) {
            return new DefaultHttpClientConnectionOperator(
                    sockets,
                    ports,
                    resolver,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register(URIScheme.HTTPS.id, tls)
                            .build());
        }
    }

    /**
     * A small answer, of whatever status.
     *
     * @param headers by name in lower case
     */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        /** The header of that name in lower case, null when it is not there. */
        public @Nullable String header(String name) {
            return headers.get(name);
        }
    }

    /**
     * What was found.
     *
     * @param address where it was in the end
     * @param contentType as the server says, null when it says nothing
     */
    public record Found(URI address, @Nullable String contentType) {}

    /**
     * Asks a service. Redirects are not followed: what goes along in {@code headers} is meant for this address alone.
     *
     * @throws CodedException with a {@link FetchErrorCode}
     */
    public Answer ask(URI address, Map<String, String> headers) {
        var body = new ByteArrayOutputStream();
        return get(address, headers, new Deadline(limits.totalTimeout()), response -> {
            copy(response, body, MAX_ANSWER_BYTES);
            return new Answer(response.getCode(), headers(response), body.toByteArray());
        });
    }

    /**
     * Fetches a file; {@code target} is there only if all of it came.
     *
     * @throws CodedException with a {@link FetchErrorCode}
     */
    public Found fetch(URI address, Path target) {
        @Nullable Found found = null;
        try {
            var deadline = new Deadline(limits.totalTimeout());
            var next = address;
            for (var hop = 0; hop <= MAX_REDIRECTS; hop++) {
                var outcome = fetchOrFollow(next, target, deadline);
                if (outcome.found() != null) {
                    found = outcome.found();
                    return found;
                }
                next = outcome.next();
            }
            throw failed("it redirects more than %d times".formatted(MAX_REDIRECTS), null);
        } finally {
            if (found == null) {
                delete(target);
            }
        }
    }

    /** @param found null for a redirect to {@code next} */
    private record Outcome(@Nullable Found found, URI next) {}

    private Outcome fetchOrFollow(URI address, Path target, Deadline deadline) {
        return get(address, Map.of(), deadline, response -> {
            var status = response.getCode();
            if (status >= 300 && status < 400) {
                // Else all of it would be read, however long, so that the connection can be used again.
                copy(response, OutputStream.nullOutputStream(), MAX_ANSWER_BYTES);
                return new Outcome(null, redirect(address, response));
            }
            if (status != 200) {
                throw status >= 400 && status < 500 && status != 408 && status != 425 && status != 429
                        ? notFound("it answers with status " + status, null)
                        : failed("it answers with status " + status, null);
            }
            try (var out = Files.newOutputStream(target)) {
                copy(response, out, limits.maxSize().toBytes());
            }
            return new Outcome(new Found(address, headers(response).get("content-type")), address);
        });
    }

    private static URI redirect(URI address, ClassicHttpResponse response) {
        var location = response.getFirstHeader(HttpHeaders.LOCATION);
        try {
            return address.resolve(location == null ? "" : location.getValue());
        } catch (IllegalArgumentException e) {
            throw failed("it redirects to nowhere", e);
        }
    }

    private interface Reader<T> {
        T read(ClassicHttpResponse response) throws IOException;
    }

    private <T> T get(URI address, Map<String, String> headers, Deadline deadline, Reader<T> reader) {
        rules.check(address);
        var request = new HttpGet(address);
        headers.forEach(request::setHeader);
        // Bytes that come one by one keep every read short: only a clock of its own ends that.
        var alarm = deadlines.schedule(request::cancel, deadline.left(), TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, reader::read);
        } catch (UnknownHostException e) {
            throw notFound("there is no such host", e);
        } catch (IOException e) {
            throw failed(deadline.left() <= 0 ? "it did not end in time" : "it did not answer as it should", e);
        } finally {
            alarm.cancel(false);
        }
    }

    private static void copy(ClassicHttpResponse response, OutputStream out, long max) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return;
        }
        if (entity.getContentLength() > max) {
            throw tooLarge(max);
        }
        var in = unpacked(entity);
        var buffer = new byte[64 * 1024];
        var total = 0L;
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            total += count;
            if (total > max) {
                throw tooLarge(max);
            }
            out.write(buffer, 0, count);
        }
    }

    /** We ask for no packing; servers that pack all the same are counted by what comes out of it. */
    private static InputStream unpacked(HttpEntity entity) throws IOException {
        var encoding = entity.getContentEncoding() == null
                ? ""
                : entity.getContentEncoding().strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> entity.getContent();
            case "gzip", "x-gzip" -> new GZIPInputStream(entity.getContent());
            default -> throw failed("it is packed in a way that was not asked for", null);
        };
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        var headers = new TreeMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return headers;
    }

    private static final class Deadline {

        private final long end;

        Deadline(Duration total) {
            end = System.nanoTime() + total.toNanos();
        }

        long left() {
            return end - System.nanoTime();
        }
    }

    private static CodedException tooLarge(long max) {
        return new CodedException(
                FetchErrorCode.DOWNLOAD_TOO_LARGE, "the answer has more than %d bytes".formatted(max));
    }

    private static CodedException notFound(String reason, @Nullable Throwable cause) {
        return new CodedException(
                FetchErrorCode.DOWNLOAD_NOT_FOUND, "there is nothing at the address: " + reason, cause);
    }

    private static CodedException failed(String reason, @Nullable Throwable cause) {
        return new CodedException(FetchErrorCode.DOWNLOAD_FAILED, "the download failed: " + reason, cause);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // A left-over that the owner of the directory removes.
        }
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}

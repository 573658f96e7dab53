package io.moneyprinter.materials.download;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fetches what lies at addresses that others named. Redirects are followed by hand, each address vetted like the first;
 * sizes and times are counted while bytes come in, whatever the headers promise.
 */
@Component
public final class Downloads implements AutoCloseable {

    private static final int MAX_REDIRECTS = 3;
    private static final long MAX_ANSWER_BYTES = 4L << 20;

    private final DownloadProperties properties;
    private final AddressRules rules;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("download-deadline").factory());

    Downloads(DownloadProperties properties) {
        this.properties = properties;
        this.rules = new AddressRules(properties.allowLoopback());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(rules)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(properties.connectTimeout()))
                        .setSocketTimeout(timeout(properties.idleTimeout()))
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(properties.idleTimeout()))
                        .setConnectionRequestTimeout(timeout(properties.totalTimeout()))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .setUserAgent("MoneyPrinter")
                .build();
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
     * Asks a service. Redirects are not followed: what goes along in {@code headers} is meant for this address alone.
     *
     * @throws CodedException with a {@code DOWNLOAD_…} code
     */
    public Answer ask(URI address, Map<String, String> headers) {
        var body = new ByteArrayOutputStream();
        return get(address, headers, new Deadline(properties.totalTimeout()), response -> {
            copy(response, body, MAX_ANSWER_BYTES);
            return new Answer(response.getCode(), headers(response), body.toByteArray());
        });
    }

    /**
     * Fetches a file; {@code target} is there only if all of it came.
     *
     * @throws CodedException with a {@code DOWNLOAD_…} code
     */
    public void fetch(URI address, Path target) {
        var complete = false;
        try {
            var deadline = new Deadline(properties.totalTimeout());
            @Nullable URI next = address;
            for (var hop = 0; next != null; hop++) {
                if (hop > MAX_REDIRECTS) {
                    throw failed("it redirects more than %d times".formatted(MAX_REDIRECTS), null);
                }
                next = fetchOrFollow(next, target, deadline);
            }
            complete = true;
        } finally {
            if (!complete) {
                delete(target);
            }
        }
    }

    private @Nullable URI fetchOrFollow(URI address, Path target, Deadline deadline) {
        return get(address, Map.of(), deadline, response -> {
            var status = response.getCode();
            if (status >= 300 && status < 400) {
                return redirect(address, response);
            }
            if (status != 200) {
                throw failed("it answers with status " + status, null);
            }
            try (var out = Files.newOutputStream(target)) {
                copy(response, out, properties.maxSize().toBytes());
            }
            return null;
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

    private interface Reader<T extends @Nullable Object> {
        T read(ClassicHttpResponse response) throws IOException;
    }

    private <T extends @Nullable Object> T get(
            URI address, Map<String, String> headers, Deadline deadline, Reader<T> reader) {
        rules.check(address);
        var request = new HttpGet(address);
        headers.forEach(request::setHeader);
        // Bytes that come one by one keep every read short: only a clock of its own ends that.
        var alarm = deadlines.schedule(request::cancel, deadline.left(), TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, reader::read);
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
        InputStream in = entity.getContent();
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
                MaterialsErrorCode.DOWNLOAD_TOO_LARGE, "the answer has more than %d bytes".formatted(max));
    }

    private static CodedException failed(String reason, @Nullable Throwable cause) {
        return new CodedException(MaterialsErrorCode.DOWNLOAD_FAILED, "the download failed: " + reason, cause);
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

package io.moneyprinter.tts.provider.neural.install;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.tts.TtsErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings one file, from where the last try ended, and gives it away only when it is the right one. */
final class Download implements AutoCloseable {

    private static final int FRUITLESS_TRIES = 3;
    private static final int BUFFER = 1 << 16;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

    private final Duration silence;
    private final ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor();
    // A redirect cannot lead to another file: its size and digest are known.
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** @param silence the longest wait for the next bytes */
    Download(Duration silence) {
        this.silence = silence;
    }

    /**
     * Returns when the file is whole.
     *
     * @param part where it grows; it may be there in part
     * @param progress told how many bytes are there
     * @throws CodedException {@code VOICE_DOWNLOAD_FAILED}, and what has arrived stays, or
     *     {@code VOICE_DOWNLOAD_REFUSED}, and nothing does
     */
    void fetch(VoiceFile file, Path part, LongConsumer progress) {
        try {
            var tries = 0;
            for (var there = size(part); there < file.bytes(); ) {
                append(file, part, there, progress);
                var now = size(part);
                tries = now > there ? 0 : tries + 1;
                if (tries == FRUITLESS_TRIES) {
                    throw failed(file, "it was cut off after %d of %d bytes".formatted(now, file.bytes()), null);
                }
                there = now;
            }
            check(file, part);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + part, e);
        }
    }

    private static long size(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private void append(VoiceFile file, Path part, long there, LongConsumer progress) throws IOException {
        var request = HttpRequest.newBuilder(file.url())
                .timeout(silence)
                .header("User-Agent", "MoneyPrinter")
                .header("Accept-Encoding", "identity");
        if (there > 0) {
            request.header("Range", "bytes=%d-".formatted(there));
        }
        var response = ask(file, request.build());
        try (var body = response.body()) {
            var from = switch (response.statusCode()) {
                case 200 -> whole(file, response);
                case 206 -> continued(file, response);
                case 416 -> 0;
                default -> throw failed(file, "the server answered with status " + response.statusCode(), null);
            };
            try (var channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.truncate(from == there ? there : 0);
            }
            if (response.statusCode() != 416 && (from == there || from == 0)) {
                copy(file, body, part, from, progress);
            }
        }
    }

    private HttpResponse<InputStream> ask(VoiceFile file, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw failed(file, "the server cannot be reached (%s)".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
    }

    private static long whole(VoiceFile file, HttpResponse<?> response) {
        var announced = response.headers().firstValueAsLong("Content-Length");
        if (announced.isPresent() && announced.getAsLong() != file.bytes()) {
            throw wrongSize(file, announced.getAsLong());
        }
        return 0;
    }

    private static long continued(VoiceFile file, HttpResponse<?> response) {
        var range = RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
        if (!range.matches()) {
            throw failed(file, "the server sent a part and did not say which", null);
        }
        if (!range.group(2).equals("*") && Long.parseLong(range.group(2)) != file.bytes()) {
            throw wrongSize(file, Long.parseLong(range.group(2)));
        }
        return Long.parseLong(range.group(1));
    }

    private void copy(VoiceFile file, InputStream body, Path part, long from, LongConsumer progress)
            throws IOException {
        try (var out = Files.newOutputStream(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var buffer = new byte[BUFFER];
            var there = from;
            for (var count = read(body, buffer); count > 0; count = read(body, buffer)) {
                there += count;
                if (there > file.bytes()) {
                    throw wrongSize(file, there);
                }
                out.write(buffer, 0, count);
                progress.accept(there);
            }
        }
    }

    /** -1 also when the connection breaks or falls silent: the next try goes on from there. */
    private int read(InputStream body, byte[] buffer) {
        var next = reader.submit(() -> body.read(buffer));
        try {
            return next.get(silence.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return -1;
        } catch (InterruptedException e) {
            throw cancelled(e);
        } finally {
            next.cancel(true);
        }
    }

    private static void check(VoiceFile file, Path part) {
        var found = Digests.ofFile(part);
        if (!found.equals(file.sha256())) {
            throw refused(file, "its SHA-256 is %s (expected: %s)".formatted(found, file.sha256()));
        }
    }

    private static CodedException wrongSize(VoiceFile file, long found) {
        return refused(file, "it has %d bytes or more (expected: %d)".formatted(found, file.bytes()));
    }

    private static CodedException refused(VoiceFile file, String reason) {
        return new CodedException(
                TtsErrorCode.VOICE_DOWNLOAD_REFUSED,
                "What %s gives is not the file that the catalogue means: %s.".formatted(file.url(), reason));
    }

    private static CodedException failed(VoiceFile file, String reason, @Nullable Throwable cause) {
        return new CodedException(
                TtsErrorCode.VOICE_DOWNLOAD_FAILED,
                "%s cannot be downloaded: %s. Try again, it goes on from there.".formatted(file.url(), reason),
                cause);
    }

    private static CodedException cancelled(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
        reader.shutdownNow();
    }
}

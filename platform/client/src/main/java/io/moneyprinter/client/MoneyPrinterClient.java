package io.moneyprinter.client;

import io.moneyprinter.contracts.common.OutputId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.BrandKit;
import io.moneyprinter.contracts.orchestration.EditRequest;
import io.moneyprinter.contracts.orchestration.TranslationOrder;
import io.moneyprinter.contracts.orchestration.VideoEstimate;
import io.moneyprinter.contracts.orchestration.VideoOutput;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoResponse;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.orchestration.VideoTranslations;
import io.moneyprinter.contracts.orchestration.VideoView;
import io.moneyprinter.contracts.tts.SpeechEstimate;
import io.moneyprinter.contracts.tts.SynthesisRequest;
import io.moneyprinter.contracts.tts.SynthesizedSpeech;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.NarrationWords;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes videos on a server. Methods fail with {@link CodedException}: with the server's own code, or with
 * {@code SERVICE_UNREACHABLE} when there is no answer. Safe for several threads.
 */
public final class MoneyPrinterClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final Duration SPEAKING = Duration.ofMinutes(15);
    private static final Duration TRANSFER = Duration.ofHours(1);

    private static final int TEMPORARY_REDIRECT = 307;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final URI server;

    /** @param server such as {@code http://127.0.0.1:8000} */
    public MoneyPrinterClient(URI server) {
        this.server = server;
    }

    /**
     * Accepts a video, or what is heard or read of it ({@link VideoRequest#withProduce}); the same key gives
     * the same video again, however often it is asked for.
     */
    public VideoResponse create(VideoRequest video, String idempotencyKey) {
        return read(
                post("/api/v1/videos", ANSWER, video).header("Idempotency-Key", idempotencyKey), VideoResponse.class);
    }

    /** What making a video would take; refuses what {@link #create} would refuse, and makes nothing. */
    public VideoEstimate estimate(VideoRequest video) {
        return read(post("/api/v1/videos/estimate", ANSWER, video), VideoEstimate.class);
    }

    /** Accepts changes to a finished video, which make a new version of it; the same key gives the same version. */
    public VideoResponse edit(VideoId videoId, EditRequest edits, String idempotencyKey) {
        return read(
                post(path(videoId, "/edits"), ANSWER, edits).header("Idempotency-Key", idempotencyKey),
                VideoResponse.class);
    }

    /** Accepts a finished video to be made in other languages; the same key gives the same videos. */
    public VideoTranslations translate(VideoId videoId, TranslationOrder languages, String idempotencyKey) {
        return read(
                post(path(videoId, "/translations"), ANSWER, languages).header("Idempotency-Key", idempotencyKey),
                VideoTranslations.class);
    }

    public VideoStatus status(VideoId videoId) {
        return read(request(path(videoId, "/status"), ANSWER).GET(), VideoStatus.class);
    }

    public VideoView video(VideoId videoId) {
        return read(request(path(videoId, ""), ANSWER).GET(), VideoView.class);
    }

    /** When each word of a completed video is spoken. */
    public NarrationWords words(VideoId videoId) {
        return read(request(path(videoId, "/words.json"), ANSWER).GET(), NarrationWords.class);
    }

    /** Asks for an end; does nothing when the video has one already. */
    public VideoStatus cancel(VideoId videoId) {
        return read(
                request(path(videoId, "/cancel"), ANSWER).POST(HttpRequest.BodyPublishers.noBody()), VideoStatus.class);
    }

    /** Accepts a completed film to be written in another way; the same settings are the same conversion. */
    public VideoOutput convert(VideoId videoId, ConversionSettings settings, String idempotencyKey) {
        return read(
                post(path(videoId, "/conversions"), ANSWER, settings).header("Idempotency-Key", idempotencyKey),
                VideoOutput.class);
    }

    /** How far a conversion is, and where its file is. */
    public VideoOutput conversion(VideoId videoId, OutputId conversion) {
        return read(request(path(videoId, "/conversions/" + conversion), ANSWER).GET(), VideoOutput.class);
    }

    /** Deletes a conversion, and ends it if it is still being made. */
    public void deleteConversion(VideoId videoId, OutputId conversion) {
        answer(request(path(videoId, "/conversions/" + conversion), ANSWER).DELETE());
    }

    /** Speaks a text; what was spoken is at the answer's {@code url}. The same key gives the same answer. */
    public SynthesizedSpeech synthesize(SynthesisRequest text, String idempotencyKey) {
        return read(
                post("/api/v1/tts/synthesize", SPEAKING, text).header("Idempotency-Key", idempotencyKey),
                SynthesizedSpeech.class);
    }

    /** What speaking a text would take. */
    public SpeechEstimate estimate(SynthesisRequest text) {
        return read(post("/api/v1/tts/estimate", ANSWER, text), SpeechEstimate.class);
    }

    /** All brands that are kept, newest first. */
    public List<BrandKit> brands() {
        return read(request("/api/v1/materials/brands", ANSWER).GET(), Brands.class)
                .brands();
    }

    private record Brands(List<BrandKit> brands) {}

    /** Gives a file to the server. The body is streamed. */
    public Asset upload(Path file) {
        var boundary = "moneyprinter-" + UUID.randomUUID();
        // A quote or a line break in a file name would end the header early.
        var name = String.valueOf(file.getFileName()).replaceAll("[\"\\r\\n\\\\]", "_");
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, name);
        try {
            var body = HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                    HttpRequest.BodyPublishers.ofFile(file),
                    HttpRequest.BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)));
            return read(
                    request("/api/v1/materials", TRANSFER)
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(body),
                    Asset.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Writes what is at a path of the server to {@code target}, which is there whole or not at all. */
    public void download(String path, Path target) {
        var part = target.resolveSibling(target.getFileName() + ".part");
        try {
            var request = request(path, TRANSFER).GET().build();
            var response = send(request, HttpResponse.BodyHandlers.ofFile(part));
            if (response.statusCode() == TEMPORARY_REDIRECT) {
                response = send(elsewhere(response), HttpResponse.BodyHandlers.ofFile(part));
            }
            if (response.statusCode() != 200) {
                throw Problems.failure(json, response.statusCode(), Files.readString(part));
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        } finally {
            deleteIfExists(part);
        }
    }

    /** Files may lie in a store of their own. It is told nothing but the address, which is all that it asks for. */
    private static HttpRequest elsewhere(HttpResponse<?> answer) {
        var address = answer.headers().firstValue("Location").orElse("");
        return HttpRequest.newBuilder(answer.uri().resolve(address))
                .timeout(TRANSFER)
                .build();
    }

    /** Whether the server answers and all its services are ready. */
    public boolean isReady() {
        try {
            var request = request("/actuator/health/readiness", CONNECT).GET().build();
            return send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (CodedException unreachable) {
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(timeout).header("Accept", "*/*");
    }

    private HttpRequest.Builder post(String path, Duration timeout, Object body) {
        return request(path, timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private static String path(VideoId videoId, String suffix) {
        return "/api/v1/videos/" + videoId + suffix;
    }

    /** The body. */
    private String answer(HttpRequest.Builder request) {
        var response = send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw Problems.failure(json, response.statusCode(), response.body());
        }
        return response.body();
    }

    private <T> T read(HttpRequest.Builder request, Class<T> type) {
        try {
            return json.readValue(answer(request), type);
        } catch (JacksonException e) {
            throw new CodedException(
                    CommonErrorCode.SERVICE_UNREACHABLE, "%s does not answer as expected".formatted(server), e);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new CodedException(CommonErrorCode.SERVICE_UNREACHABLE, "no answer from " + server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "interrupted", e);
        }
    }

    private static void deleteIfExists(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}

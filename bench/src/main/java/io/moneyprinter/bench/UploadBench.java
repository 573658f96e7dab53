package io.moneyprinter.bench;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegBinaries;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.service.store.Digests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Gives large files to a server with a small heap: in forms, as many at a time as asked for, and one in pieces. Each
 * has to come as it was sent, and the server may not grow by more than a little.
 */
public final class UploadBench {

    private static final String HEAP = "-Xmx256m";
    private static final long GIB = 1L << 30;
    private static final long ALLOWED_GROWTH = 100L << 20;
    private static final long PIECE = 64L << 20;
    private static final String BOUNDARY = "----boundary";
    private static final String MATERIALS = "/api/v1/materials";

    private final Class<?> main;
    private final PrintWriter out;
    private final Path home = Files.createTempDirectory("moneyprinter-uploads");
    private final int port = ServerProcess.freePort();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param main the class whose {@code main} understands {@code serve} */
    public UploadBench(Class<?> main, PrintWriter out) throws IOException {
        this.main = main;
        this.out = out;
    }

    /** @return whether all was as it must be */
    public boolean run(int parallel) throws Exception {
        out.printf("data and log: %s%n", home);
        var files = IntStream.rangeClosed(0, parallel).mapToObj(this::large).toList();
        var log = home.resolve("serve.log");
        var arguments = List.of("--port", String.valueOf(port));
        try (var server = ServerProcess.start(
                main, home, log, List.of(), arguments, Map.of("JAVA_TOOL_OPTIONS", HEAP), List.of(port))) {
            // What the first upload loads, classes and FFmpeg, is no growth.
            expect(201, postForm(small()));
            var before = server.peakMemory();

            var started = System.nanoTime();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var sent = threads.invokeAll(files.subList(0, parallel).stream()
                        .<Callable<HttpResponse<String>>>map(file -> () -> postForm(file))
                        .toList());
                for (var answer : sent) {
                    expect(201, answer.get());
                }
            }
            report("%d x 1 GiB in forms at a time".formatted(parallel), started, server.peakMemory() - before);

            started = System.nanoTime();
            inPieces(files.getLast());
            var growth = server.peakMemory() - before;
            report("1 GiB in pieces of 64 MiB", started, growth);
            out.printf("with %s; allowed to grow by %d MiB%n", HEAP, ALLOWED_GROWTH >> 20);
            return growth <= ALLOWED_GROWTH;
        }
    }

    private void report(String what, long started, long growth) {
        out.printf(
                "%s: %d s, the server grew by %d MiB%n",
                what, Duration.ofNanos(System.nanoTime() - started).toSeconds(), growth >> 20);
        out.flush();
    }

    private HttpResponse<String> postForm(Path file) throws IOException, InterruptedException {
        var sha256 = part("sha256", "") + Digests.ofFile(file) + "\r\n";
        var head = part("file", "; filename=\"large.mp4\"");
        return http.send(
                HttpRequest.newBuilder(at(MATERIALS))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString(sha256 + head),
                                BodyPublishers.ofFile(file),
                                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String part(String name, String more) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n".formatted(BOUNDARY, name, more);
    }

    private void inPieces(Path file) throws IOException, InterruptedException {
        var size = Files.size(file);
        var metadata = "filename %s,sha256 %s".formatted(base64("large.mp4"), base64(Digests.ofFile(file)));
        var begun = tus(
                "POST",
                MATERIALS + "/uploads",
                BodyPublishers.noBody(),
                Map.of("Upload-Length", Long.toString(size), "Upload-Metadata", metadata));
        var upload = expect(201, begun).headers().firstValue("Location").orElseThrow();
        for (var offset = 0L; offset < size; offset += PIECE) {
            var piece = BodyPublishers.ofByteArray(bytes(file, offset, Math.min(PIECE, size - offset)));
            expect(
                    204,
                    tus(
                            "PATCH",
                            upload,
                            piece,
                            Map.of(
                                    "Upload-Offset",
                                    Long.toString(offset),
                                    "Content-Type",
                                    "application/offset+octet-stream")));
        }
        expect(201, tus("POST", upload + "/asset", BodyPublishers.noBody(), Map.of()));
    }

    private HttpResponse<String> tus(String method, String path, BodyPublisher body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path))
                .header("Tus-Resumable", "1.0.0")
                .method(method, body);
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static byte[] bytes(Path file, long offset, long length) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[(int) length];
            in.seek(offset);
            in.readFully(bytes);
            return bytes;
        }
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    "%d: %s (expected: %d)".formatted(answer.statusCode(), answer.body(), status));
        }
        return answer;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A short film, and a gigabyte behind it that belongs to the file and shows nothing. */
    private Path large(int number) {
        try {
            var file = small();
            try (var out = new RandomAccessFile(file.toFile(), "rw")) {
                out.seek(out.length());
                out.write(ByteBuffer.allocate(8)
                        .putInt((int) GIB)
                        .put("free".getBytes(StandardCharsets.US_ASCII))
                        .array());
                var noise = new byte[1 << 20];
                var random = new Random(number);
                for (var written = 8L; written < GIB; written += noise.length) {
                    random.nextBytes(noise);
                    out.write(noise, 0, (int) Math.min(noise.length, GIB - written));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path small() throws IOException {
        var file = Files.createTempFile(home, "film", ".mp4");
        var picture = Pad.label("picture");
        var graph = new FilterGraph(List.of(new FilterGraph.Chain(
                List.of(),
                List.of(
                        Filter.filter("testsrc2").with("size", "320x180").with("duration", 1),
                        Filter.filter("format").with("pix_fmts", "yuv420p")),
                List.of(picture))));
        try (var ffmpeg = new Ffmpeg(FfmpegBinaries.locate(home.resolve("ffmpeg"), null), 1)) {
            var title = Output.to(file, picture).with("metadata", "title=" + file.getFileName());
            Ffmpeg.require(ffmpeg.run(FfmpegCommand.of(List.of(), graph, title), Duration.ofMinutes(1)));
        }
        return file;
    }
}

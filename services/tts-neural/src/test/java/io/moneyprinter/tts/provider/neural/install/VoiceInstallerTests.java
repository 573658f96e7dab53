package io.moneyprinter.tts.provider.neural.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class VoiceInstallerTests {

    private static final byte[] MODEL = bytes(300_000);
    private static final byte[] DESCRIPTION = bytes(700);

    @TempDir
    Path home;

    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Answer answer = VoiceInstallerTests::part;
    private Path voices;
    private VoiceInstaller installer;

    /** How the server gives the model away. */
    private interface Answer {

        void give(HttpExchange exchange, int from) throws IOException;
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void start() throws IOException {
        voices = home.resolve("voices");
        installer = new VoiceInstaller(voices, home.resolve("catalogue.json"), Duration.ofSeconds(1));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/model", exchange -> {
            try (exchange) {
                var range = exchange.getRequestHeaders().getFirst("Range");
                ranges.add(String.valueOf(range));
                answer.give(exchange, range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", "")));
            }
        });
        server.createContext("/description", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, DESCRIPTION.length);
                exchange.getResponseBody().write(DESCRIPTION);
            }
        });
        server.createContext("/moved", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Location", "/model");
                exchange.sendResponseHeaders(302, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** As a server that knows ranges does. */
    private static void part(HttpExchange exchange, int from) throws IOException {
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes %d-%d/%d".formatted(from, MODEL.length - 1, MODEL.length));
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, MODEL.length - from);
        exchange.getResponseBody().write(MODEL, from, MODEL.length - from);
    }

    private static void cut(HttpExchange exchange, int from, int to) throws IOException {
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes %d-%d/%d".formatted(from, MODEL.length - 1, MODEL.length));
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, MODEL.length - from);
        exchange.getResponseBody().write(MODEL, from, to - from);
        exchange.getResponseBody().flush();
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    private VoiceOffer offer(String model) {
        return new VoiceOffer(
                "bees",
                "en-US",
                "CC0",
                URI.create("https://example.org/licence"),
                List.of(
                        new VoiceFile("bees.onnx", url(model), MODEL.length, sha256(MODEL)),
                        new VoiceFile("bees.onnx.json", url("/description"), DESCRIPTION.length, sha256(DESCRIPTION))));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertInstalled() throws IOException {
        assertThat(Files.readAllBytes(voices.resolve("bees.onnx"))).isEqualTo(MODEL);
        assertThat(Files.readAllBytes(voices.resolve("bees.onnx.json"))).isEqualTo(DESCRIPTION);
        assertThat(arriving()).isEmpty();
    }

    /** Files that are there in part. */
    private List<Path> arriving() throws IOException {
        try (var files = Files.list(voices.resolve(".arriving"))) {
            return files.filter(file -> !file.endsWith("lock")).toList();
        }
    }

    private void assertFails(TtsErrorCode code, String message) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> installer.install(offer("/model"), _ -> {}))
                .withMessageContaining("/model")
                .withMessageContaining(message)
                .extracting(CodedException::code)
                .isEqualTo(code);
        assertThat(voices.resolve("bees.onnx")).doesNotExist();
        assertThat(voices.resolve("bees.onnx.json")).doesNotExist();
    }

    @Test
    void bringsAllFilesOfAVoice() throws IOException {
        var progress = new ArrayList<Long>();

        installer.install(offer("/model"), progress::add);

        assertInstalled();
        assertThat(progress).isSorted().endsWith((long) MODEL.length + DESCRIPTION.length);
        assertThat(ranges).containsExactly("null");
    }

    @Test
    void bringsNothingAgainThatIsThere() throws IOException {
        installer.install(offer("/model"), _ -> {});
        Files.write(voices.resolve("bees.onnx.json"), new byte[] {1});

        installer.install(offer("/model"), _ -> {});

        assertInstalled();
        assertThat(ranges).hasSize(1);
    }

    @Test
    void followsToWhereAFileHasMoved() throws IOException {
        installer.install(offer("/moved"), _ -> {});

        assertInstalled();
    }

    @Test
    void goesOnWhereItWasCutOff() throws IOException {
        answer = (exchange, from) -> cut(exchange, from, Math.min(MODEL.length, from + 130_000));

        installer.install(offer("/model"), _ -> {});

        assertInstalled();
        assertThat(ranges).hasSizeBetween(3, 10).doesNotHaveDuplicates();
    }

    @Test
    void keepsWhatHasArrivedForTheNextTime() throws IOException {
        answer = (exchange, from) -> cut(exchange, from, Math.max(from, 100_000));
        assertFails(TtsErrorCode.VOICE_DOWNLOAD_FAILED, "cut off after 100000 of 300000 bytes");
        assertThat(arriving())
                .singleElement()
                .satisfies(part -> assertThat(part).hasSize(100_000));
        ranges.clear();
        answer = VoiceInstallerTests::part;

        installer.install(offer("/model"), _ -> {});

        assertInstalled();
        assertThat(ranges).containsExactly("bytes=100000-");
    }

    @Test
    void beginsAnewWhereTheServerKnowsNoParts() throws IOException {
        answer = (exchange, from) -> {
            if (ranges.size() == 1) {
                cut(exchange, 0, 50_000);
            } else {
                part(exchange, 0);
            }
        };

        installer.install(offer("/model"), _ -> {});

        assertInstalled();
        assertThat(ranges).hasSize(2);
    }

    @Test
    void givesUpOnAServerThatFallsSilent() {
        answer = (exchange, from) -> {
            cut(exchange, from, Math.max(from, 1_000));
            try {
                Thread.sleep(30_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        assertFails(TtsErrorCode.VOICE_DOWNLOAD_FAILED, "cut off after 1000 of 300000 bytes");
    }

    @Test
    void refusesAFileOfAnotherContent() throws IOException {
        answer = (exchange, from) -> {
            var other = MODEL.clone();
            other[200_000]++;
            exchange.sendResponseHeaders(200, other.length);
            exchange.getResponseBody().write(other);
        };

        assertFails(TtsErrorCode.VOICE_DOWNLOAD_REFUSED, "its SHA-256 is ");
        assertThat(arriving()).isEmpty();
        answer = VoiceInstallerTests::part;
        installer.install(offer("/model"), _ -> {});
        assertInstalled();
    }

    @Test
    void refusesAFileOfAnotherSize() {
        answer = (exchange, from) -> {
            exchange.sendResponseHeaders(200, 400_000);
            exchange.getResponseBody().write(new byte[400_000]);
        };

        assertFails(TtsErrorCode.VOICE_DOWNLOAD_REFUSED, "it has 400000 bytes or more (expected: 300000)");
    }

    @Test
    void refusesAFileThatDoesNotEnd() {
        answer = (exchange, from) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(Arrays.copyOf(MODEL, 2_000_000));
        };

        assertFails(TtsErrorCode.VOICE_DOWNLOAD_REFUSED, "(expected: 300000)");
    }

    @ParameterizedTest
    @CsvSource({"404", "500"})
    void tellsWhatTheServerAnswered(int status) {
        answer = (exchange, from) -> exchange.sendResponseHeaders(status, -1);

        assertFails(TtsErrorCode.VOICE_DOWNLOAD_FAILED, "status " + status);
    }

    @Test
    void tellsThatTheServerIsAway() {
        server.stop(0);

        assertFails(TtsErrorCode.VOICE_DOWNLOAD_FAILED, "cannot be reached");
    }

    @Test
    void waitsForNobodyElse() throws IOException {
        Files.createDirectories(voices.resolve(".arriving"));
        try (var channel = FileChannel.open(
                        voices.resolve(".arriving/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> installer.install(offer("/model"), _ -> {}))
                    .withMessageContaining("Another installation");
        }
    }

    @Test
    void readsTheCatalogue() throws IOException {
        assertThat(installer.offers()).isEmpty();
        Files.writeString(home.resolve("catalogue.json"), catalogue("bees.onnx", sha256(MODEL)));

        assertThat(installer.offer("bees").bytes()).isEqualTo(MODEL.length);
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> installer.offer("wasps"))
                .withMessageContaining("no voice 'wasps' (it offers: bees)")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"../bees.onnx", "/etc/bees.onnx", ".arriving/x", "a//b", "''"})
    void refusesPathsOutOfTheDirectory(String path) throws IOException {
        Files.writeString(home.resolve("catalogue.json"), catalogue(path, sha256(MODEL)));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(installer::offers)
                .withMessageContaining("catalogue.json")
                .withMessageContaining("path: ")
                .extracting(CodedException::code)
                .isEqualTo(TtsErrorCode.VOICE_FILES_BROKEN);
    }

    @Test
    void refusesACatalogueThatPinsNothing() throws IOException {
        Files.writeString(home.resolve("catalogue.json"), catalogue("bees.onnx", ""));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(installer::offers)
                .withMessageContaining("sha256: ");
    }

    private String catalogue(String path, String sha256) {
        return """
                {"voices": [{"name": "bees", "language": "en-US", "licence": "CC0",
                 "licence_url": "https://example.org/licence",
                 "files": [{"path": "%s", "url": "%s", "bytes": %d, "sha256": "%s"}]}]}
                """.formatted(path, url("/model"), MODEL.length, sha256);
    }
}

package io.moneyprinter.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.app.TestHome;
import io.moneyprinter.testing.onnx.VoiceFiles;
import io.moneyprinter.testing.onnx.VoiceModels.Flaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoicesCommandTests {

    private static final byte[] MODEL = VoiceFiles.piperModel(1, Flaw.NONE);
    private static final byte[] DESCRIPTION = VoiceFiles.piperDescription(1).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path work;

    private final String userHome = System.getProperty("user.home");
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final InputStream in = System.in;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer server;
    private Path voices;

    @BeforeEach
    void start() throws Exception {
        System.setProperty("user.home", work.toString());
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publish("/bees.onnx", MODEL);
        publish("/bees.onnx.json", DESCRIPTION);
        server.start();
        var home = Files.createDirectories(Home.of(System.getenv()));
        assertThat(home).startsWith(work);
        TestHome.furnish(home, "");
        voices = Files.createDirectories(home.resolve("voices"));
        Files.writeString(voices.resolve("catalogue.json"), """
                {"voices": [{"name": "bees", "language": "en-US", "licence": "CC0, for everything",
                 "licence_url": "https://example.org/licence", "files": [%s, %s]}]}
                """.formatted(
                        file("bees.onnx", MODEL), file("bees.onnx.json", DESCRIPTION)));
    }

    private void publish(String path, byte[] content) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        });
    }

    private String file(String name, byte[] content) throws Exception {
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        return "{\"path\": \"%s\", \"url\": \"http://127.0.0.1:%d/%s\", \"bytes\": %d, \"sha256\": \"%s\"}"
                .formatted(name, server.getAddress().getPort(), name, content.length, sha256);
    }

    @AfterEach
    void stop() {
        System.setProperty("user.home", userHome);
        System.setOut(out);
        System.setErr(err);
        System.setIn(in);
        server.stop(0);
    }

    private String printed() {
        var text = printed.toString(StandardCharsets.UTF_8);
        printed.reset();
        return text;
    }

    @Test
    void installsAVoiceWhoseLicenceIsAccepted() throws Exception {
        Files.writeString(voices.resolve("wasps.onnx"), "");

        assertThat(MoneyPrinterCommand.run("voices")).isZero();
        assertThat(printed())
                .contains("bees", "CC0, for everything")
                .contains("BROKEN", "wasps.onnx.json: it is missing");

        System.setIn(new ByteArrayInputStream("no\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(MoneyPrinterCommand.run("voices", "install", "bees")).isEqualTo(ExitCodes.FAILED);
        assertThat(printed()).contains("CC0, for everything", "https://example.org/licence", "Nothing was installed");
        assertThat(voices.resolve("bees.onnx")).doesNotExist();

        System.setIn(new ByteArrayInputStream("yes\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(MoneyPrinterCommand.run("voices", "install", "bees")).isZero();
        assertThat(printed()).contains("100 %");
        assertThat(voices.resolve("bees.onnx")).hasBinaryContent(MODEL);

        assertThat(MoneyPrinterCommand.run("voices", "install", "ants", "--yes"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(printed()).contains("no voice 'ants'");
    }
}

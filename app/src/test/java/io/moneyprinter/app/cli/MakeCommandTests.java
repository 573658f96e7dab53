package io.moneyprinter.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The command against a server that runs already, which is a stand-in here. */
class MakeCommandTests {

    private static final String STATUS = """
        {"video_id":"v1","status":"%s","progress":%d,"stages":[],"estimated_completion":null,"error":%s}\
        """;
    private static final String VIEW = """
        {"video_id":"v1","root_id":"v1","version":1,"parent_id":null,"status":"completed","progress":100,"title":"Bees","description":null,"keywords":[],
         "language":"en","duration":1.0,"width":144,"height":256,"request":{"script":"Bees."},
         "links":{"content":"/files/mp4","preview":"/files/preview","thumbnail":"/files/jpg",
         "captions_vtt":"/files/vtt","captions_srt":"/files/srt","captions_ass":"/files/ass","words":"/files/words"},
         "error":null,
         "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}\
        """;

    private static final String ASSET = """
        {"asset_id":"talk","filename":"talk.wav","file_type":"audio","mime_type":"audio/wav","file_size":5,
         "created_at":"2026-01-01T00:00:00Z"}\
        """;
    private static final String SOUND = VIEW.replace(
                    "{\"script\":\"Bees.\"}", "{\"script\":\"Bees.\",\"produce\":\"audio\"}")
            .replace("\"/files/preview\"", "null")
            .replace("\"/files/jpg\"", "null");

    @TempDir
    Path work;

    private final String userHome = System.getProperty("user.home");
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger polls = new AtomicInteger();
    private String lastStatus = STATUS.formatted("completed", 100, "null");
    private String view = VIEW;
    private int created = 201;
    private String creation = """
        {"video_id":"v1","status":"pending","estimated_completion":"2026-01-01T00:00:00Z"}\
        """;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        System.setProperty("user.home", work.toString());
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var home = Files.createDirectories(Home.of(System.getenv()));
        assertThat(home).startsWith(work);
        HostFile.ofThisProcess(server.getAddress().getPort()).write(home);
        Files.writeString(work.resolve("bees.md"), "# Bees\n\nBees dance.");
    }

    @AfterEach
    void stop() {
        System.setProperty("user.home", userHome);
        System.setOut(out);
        System.setErr(err);
        server.stop(0);
    }

    @Test
    void writesTheVideoAndWhatBelongsToIt() throws IOException {
        var code = run("make", file("bees.md"), "--aspect", "16:9", "--out", file("film.mp4"), "--quiet");

        assertThat(code).isZero();
        assertThat(work.resolve("film.mp4")).hasContent("mp4");
        assertThat(work.resolve("film.jpg")).hasContent("jpg");
        assertThat(work.resolve("film.srt")).hasContent("srt");
        assertThat(work.resolve("film.vtt")).hasContent("vtt");
        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST /api/v1/videos "))
                .singleElement()
                .asString()
                .contains("Bees dance.", "\"aspect\":\"16:9\"", "\"video_settings\"");
    }

    @Test
    void summarisesWhatLiesAtAnAddress() {
        assertThat(run("make", "https://example.org/bees", "--out", file("film.mp4"), "--quiet"))
                .isZero();
        assertThat(run(
                        "make",
                        "--feed",
                        "https://example.org/rss",
                        "--item",
                        "Bees",
                        "--out",
                        file("film.mp4"),
                        "--quiet"))
                .isZero();

        assertThat(orders())
                .satisfiesExactly(
                        order -> assertThat(order)
                                .contains("\"sources\":[{\"url\":\"https://example.org/bees\"", "\"script\":null"),
                        order -> assertThat(order).contains("\"feed\":\"https://example.org/rss\",\"item\":\"Bees\""));
    }

    @Test
    void givesDocumentsToTheServerAndNamesTheVideoAfterThem() throws IOException {
        Files.writeString(work.resolve("paper.pdf"), "%PDF-1.7");
        Files.writeString(work.resolve("notes.txt"), "Bees dance.");

        assertThat(run("make", file("paper.pdf"), "--out", file("film.mp4"), "--quiet"))
                .isZero();
        assertThat(run(
                        "make",
                        "--article",
                        file("paper.pdf"),
                        "--article",
                        file("notes.txt"),
                        "--article",
                        "https://example.org/bees",
                        "--out",
                        file("film.mp4"),
                        "--quiet"))
                .isZero();
        assertThat(run("make", "--article", file("notes.txt"), "--out", file("film.mp4"), "--quiet"))
                .isZero();

        assertThat(requests)
                .anyMatch(request -> request.startsWith("POST /api/v1/materials") && request.contains("%PDF-1.7"));
        assertThat(orders())
                .satisfiesExactly(
                        order -> assertThat(order).contains("\"asset_id\":\"talk\""),
                        order -> assertThat(order)
                                .contains(
                                        "\"asset_id\":\"talk\"",
                                        "\"text\":\"Bees dance.\"",
                                        "https://example.org/bees"),
                        order -> assertThat(order).contains("\"article\":\"Bees dance.\"", "\"sources\":null"));
    }

    private List<String> orders() {
        return requests.stream()
                .filter(request -> request.startsWith("POST /api/v1/videos "))
                .toList();
    }

    @Test
    void writesTheSoundAloneAsTheNameSays() throws IOException {
        view = SOUND;

        assertThat(run("make", file("bees.md"), "--audio-only", "--out", file("bees.mp3"), "--quiet"))
                .isZero();

        assertThat(work.resolve("bees.mp3")).hasContent("mp4");
        assertThat(work.resolve("bees.srt")).hasContent("srt");
        assertThat(work.resolve("bees.ass")).hasContent("ass");
        assertThat(work.resolve("bees.words.json")).hasContent("words");
        assertThat(work.resolve("bees.jpg")).doesNotExist();
        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST /api/v1/videos "))
                .singleElement()
                .asString()
                .contains("\"produce\":\"audio\"", "\"format\":\"mp3\"");
    }

    @Test
    void writesTheCaptionsOfARecording() throws IOException {
        view = SOUND.replace("audio", "captions").replace("\"/files/mp4\"", "null");
        Files.writeString(work.resolve("talk.wav"), "sound");

        assertThat(run(
                        "make",
                        file("bees.md"),
                        "--captions-only",
                        "--narration",
                        file("talk.wav"),
                        "--out",
                        file("talk.srt"),
                        "--quiet"))
                .isZero();

        assertThat(work.resolve("talk.srt")).hasContent("srt");
        assertThat(work.resolve("talk.wav")).hasContent("sound");
        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST /api/v1/videos "))
                .singleElement()
                .asString()
                .contains("\"produce\":\"captions\"", "\"narration\":\"talk\"");
    }

    @Test
    void tellsInTheEndWhatDidNotGoAsPlanned() {
        lastStatus = STATUS.formatted("completed", 100, "null").replace("\"stages\":[]", """
            "stages":[{"name":"speech","status":"completed","progress":100,"started_at":null,"finished_at":null,
              "error":null,"provider":"marytts","note":"cmu-slt-hsmm of marytts speaks the whole video","eta":null}]\
            """);

        assertThat(run("make", file("bees.md"), "--out", file("film.mp4"))).isZero();

        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("speech: cmu-slt-hsmm of marytts speaks the whole video");
    }

    @Test
    void printsOneJsonObjectPerLine() {
        var code = run("make", file("bees.md"), "--out", file("film.mp4"), "--json");

        assertThat(code).isZero();
        var lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        var json = JsonMapper.builder().build();
        assertThat(lines)
                .extracting(line -> json.readTree(line).get("event").asString())
                .startsWith("accepted")
                .contains("progress")
                .endsWith("completed");
        assertThat(json.readTree(lines.getLast()).at("/data/files/video").asString())
                .isEqualTo(file("film.mp4"));
    }

    @Test
    void failsWithOneWhenTheVideoFails() {
        lastStatus = STATUS.formatted("failed", 40, "{\"code\":\"VOICE_UNKNOWN\",\"detail\":\"no such voice\"}");

        assertThat(run("make", file("bees.md"), "--out", file("film.mp4"))).isEqualTo(1);

        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("no such voice");
        assertThat(work.resolve("film.mp4")).doesNotExist();
    }

    @Test
    void failsWithTwoAndNamesTheOptionWhenTheServerRefuses() {
        created = 422;
        creation = """
            {"type":"about:blank","title":"x","status":422,"detail":"no model","code":"LLM_NOT_CONFIGURED",
             "retryable":false,"errors":[{"pointer":"/topic","detail":"set a model"}]}\
            """;

        assertThat(run("make", "--topic", "bees", "--out", file("film.mp4"))).isEqualTo(2);

        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("LLM_NOT_CONFIGURED", "--topic: set a model");
    }

    @Test
    void failsWithTwoBeforeItAsksAnybody() throws IOException {
        Files.write(work.resolve("binary.md"), new byte[] {(byte) 0xc3, (byte) 0x28});

        assertThat(run("make")).isEqualTo(2);
        assertThat(run("make", "--no-such-option")).isEqualTo(2);
        assertThat(run("make", file("missing.md"))).isEqualTo(2);
        assertThat(run("make", file("binary.md"))).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--topic", "bees")).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--out", file("film.avi"))).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--duration", "long")).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--materials", file("nowhere"))).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--audio-only", "--captions-only"))
                .isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--audio-only", "--out", file("film.mp4")))
                .isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--narration", file("nowhere.wav")))
                .isEqualTo(2);
        Files.writeString(work.resolve("own.wav"), "sound");
        assertThat(run(
                        "make",
                        file("bees.md"),
                        "--audio-only",
                        "--narration",
                        file("own.wav"),
                        "--out",
                        file("own.wav")))
                .isEqualTo(2);
        assertThat(run("no-such-command")).isEqualTo(2);
        assertThat(run("make", file("bees.md"), "--item", "Bees")).isEqualTo(2);
        assertThat(run("make", "--script", "https://example.org/bees")).isEqualTo(2);
        assertThat(run("make", "https://example.org/bees", "--article", file("bees.md")))
                .isEqualTo(2);

        assertThat(requests).isEmpty();
    }

    private static int run(String... arguments) {
        return MoneyPrinterCommand.run(arguments);
    }

    private String file(String name) {
        return work.resolve(name).toString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add("%s %s %s".formatted(exchange.getRequestMethod(), path, body));
        switch (path) {
            case "/actuator/health/readiness" -> respond(exchange, 200, "{}");
            case "/api/v1/materials" -> respond(exchange, 201, ASSET);
            case "/api/v1/videos" -> respond(exchange, created, creation);
            case "/api/v1/videos/v1/status" ->
                respond(
                        exchange,
                        200,
                        polls.getAndIncrement() == 0 ? STATUS.formatted("processing", 40, "null") : lastStatus);
            case "/api/v1/videos/v1" -> respond(exchange, 200, view);
            default -> respond(exchange, 200, path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }
}

package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.moneyprinter.testing.GeneratedMedia;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong is refused with an error that says what to do, and leaves nothing behind. */
class BadRequestTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCRIPT = "\"script\": \"Bees dance.\"";

    /** Egyptian hieroglyphs; none of our fonts has them. */
    private static final String UNDRAWABLE = "\\ud80c\\udc00";

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningServer server = RunningServer.get();
    private long videos;
    private long assets;

    @TempDir
    private Path files;

    @BeforeEach
    void countWhatIsThere() throws Exception {
        videos = count("/api/v1/videos", "videos");
        assets = count("/api/v1/materials", "materials");
    }

    @AfterEach
    void findNothingNew() throws Exception {
        assertThat(count("/api/v1/videos", "videos")).isEqualTo(videos);
        assertThat(count("/api/v1/materials", "materials")).isEqualTo(assets);
        assertThat(server.home().resolve("incoming")).isEmptyDirectory();
    }

    static Stream<Arguments> badVideos() {
        return Stream.of(
                arguments("nothing to speak", "{}", "/topic"),
                arguments("two sources", "{%s, \"topic\": \"bees\"}".formatted(SCRIPT), "/topic"),
                arguments("a blank script", "{\"script\": \"  \\n \"}", "/script"),
                arguments("markup without words", "{\"script\": \"# \\n\\n---\\n\"}", "/script"),
                arguments(
                        "a script of a megabyte",
                        "{\"script\": \"%s\"}".formatted("Bees. ".repeat(170_000)),
                        "/script"),
                arguments(
                        "a script that no font can draw",
                        "{\"script\": \"Bees dance %s.\"}".formatted(UNDRAWABLE),
                        "/script"),
                arguments(
                        "a heading that no font can draw",
                        "{\"script\": \"# Bees\\n\\n## Dance %s\\n\\nBees dance.\"}".formatted(UNDRAWABLE),
                        "/script"),
                arguments(
                        "a title of the video that no font can draw",
                        "{%s, \"title\": \"%s\"}".formatted(SCRIPT, UNDRAWABLE),
                        "/title"),
                arguments("a topic without a model", "{\"topic\": \"bees\"}", "/topic"),
                arguments("a draft that is not there", "{\"draft\": {\"id\": \"none\"}}", "/draft"),
                arguments(
                        "a template that is not there",
                        "{\"topic\": \"bees\", \"template\": {\"id\": \"none\"}}",
                        "/template"),
                arguments(
                        "a template for words that are there",
                        "{%s, \"template\": {\"id\": \"story\"}}".formatted(SCRIPT),
                        "/template"),
                arguments(
                        "a title that is too long",
                        "{%s, \"title\": \"%s\"}".formatted(SCRIPT, "x".repeat(201)),
                        "/title"),
                arguments("an unknown field", "{%s, \"colour\": \"red\"}".formatted(SCRIPT), "/colour"),
                arguments("an unknown transition", settings("\"transition\": \"swirl\""), "/video_settings/transition"),
                arguments("an unknown aspect", settings("\"aspect\": \"7:3\""), "/video_settings/aspect"),
                arguments("a frame rate of 23", settings("\"fps\": 23"), "/video_settings/fps"),
                arguments("a frame rate in words", settings("\"fps\": \"thirty\""), "/video_settings/fps"),
                arguments("a canvas of 100x100", settings("\"resolution\": \"100x100\""), "/video_settings/resolution"),
                arguments(
                        "a canvas of odd size", settings("\"resolution\": \"721x1281\""), "/video_settings/resolution"),
                arguments("an unknown mood", settings("\"music\": \"polka\""), "/video_settings/music"),
                arguments(
                        "a length of two hours",
                        settings("\"duration_target\": 7200"),
                        "/video_settings/duration_target"),
                arguments(
                        "an unknown preset of captions",
                        settings("\"captions\": {\"preset\": \"no_such_preset\"}"),
                        "/video_settings/captions/preset"),
                arguments(
                        "an unknown font",
                        settings("\"captions\": {\"font\": \"comic\"}"),
                        "/video_settings/captions/font"),
                arguments(
                        "a colour by its name",
                        settings("\"captions\": {\"color\": \"red\"}"),
                        "/video_settings/captions/color"),
                arguments(
                        "subtitles that are none",
                        settings("\"captions\": {\"subtitles\": \"Bees dance.\"}"),
                        "/video_settings/captions/subtitles"),
                arguments(
                        "subtitles that end before they begin",
                        settings("\"captions\": {\"subtitles\": \"WEBVTT\\n\\n00:05.000 --> 00:01.000\\nBees\\n\"}"),
                        "/video_settings/captions/subtitles"),
                arguments(
                        "subtitles that no font can draw",
                        settings("\"captions\": {\"subtitles\": \"1\\n00:00:01,000 --> 00:00:02,000\\n%s\\n\"}"
                                .formatted(UNDRAWABLE)),
                        "/video_settings/captions/subtitles"),
                arguments(
                        "a grade without a preset",
                        settings("\"effects\": [{\"type\": \"grain\"}, {\"type\": \"grade\"}]"),
                        "/video_settings/effects/1/preset"),
                arguments(
                        "a preset for what has none",
                        settings("\"effects\": [{\"type\": \"blur\", \"preset\": \"warm\"}]"),
                        "/video_settings/effects/0/preset"),
                arguments(
                        "an effect that is too strong",
                        settings("\"effects\": [{\"type\": \"blur\", \"amount\": 3}]"),
                        "/video_settings/effects/0/amount"),
                arguments(
                        "a title that no font can draw",
                        settings("\"picture\": {\"intro\": {\"title\": \"Bees %s\"}}".formatted(UNDRAWABLE)),
                        "/video_settings/picture/intro/title"),
                arguments(
                        "a subtitle of a card that no font can draw",
                        settings("\"picture\": {\"outro\": {\"title\": \"Bees\", \"subtitle\": \"%s\"}}"
                                .formatted(UNDRAWABLE)),
                        "/video_settings/picture/outro/subtitle"),
                arguments(
                        "a container that the codec does not go into",
                        settings("\"codec\": \"hevc\", \"output\": {\"container\": \"webm\"}"),
                        "/video_settings/output/container"),
                arguments(
                        "an unknown voice",
                        "{%s, \"voice_settings\": {\"voice\": \"darth-vader\"}}".formatted(SCRIPT),
                        "/voice_settings/voice"),
                arguments(
                        "a rate of 9",
                        "{%s, \"voice_settings\": {\"rate\": 9}}".formatted(SCRIPT),
                        "/voice_settings/rate"),
                arguments(
                        "somebody else's picture",
                        "{%s, \"materials\": {\"asset_ids\": [\"no-such-asset\"]}}".formatted(SCRIPT),
                        "/materials/asset_ids/0"));
    }

    private static String settings(String setting) {
        return "{%s, \"video_settings\": {%s}}".formatted(SCRIPT, setting);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badVideos")
    void namesTheField(String what, String body, String pointer) throws Exception {
        var problem = problem(post("/api/v1/videos", "application/json", body), 422);

        assertThat(problem.path("errors").findValuesAsString("pointer")).contains(pointer);
        assertThat(problem.path("errors").findValuesAsString("detail")).allMatch(detail -> detail.length() > 5);
    }

    @Test
    void saysAllThatIsWrongWithSettingsAtOnce() throws Exception {
        var body = settings("\"captions\": {\"preset\": \"no_such_preset\"}, \"effects\": [{\"type\": \"grade\"}],"
                + " \"picture\": {\"intro\": {\"title\": \"%s\"}}".formatted(UNDRAWABLE));

        var errors =
                problem(post("/api/v1/videos", "application/json", body), 422).path("errors");

        assertThat(errors.findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/video_settings/captions/preset",
                        "/video_settings/effects/0/preset",
                        "/video_settings/picture/intro/title");
        assertThat(errors.findValuesAsString("detail"))
                .anyMatch(detail -> detail.contains("bold_box"))
                .anyMatch(detail -> detail.contains("U+13000"));
    }

    @Test
    void saysWhichLanguageNoVoiceSpeaks() throws Exception {
        var problem = problem(post("/api/v1/videos", "application/json", "{\"script\": \"蜜蜂会跳舞。\"}"), 422);

        assertThat(problem.path("detail").asString()).containsIgnoringCase("edge");
    }

    @Test
    void saysWhereJsonBreaks() throws Exception {
        var problem = problem(post("/api/v1/videos", "application/json", "{\"script\": \"Bees dance.\""), 400);

        assertThat(problem.path("detail").asString()).contains("line");
    }

    @Test
    void convertsNothingThatIsNotThere() throws Exception {
        problem(post("/api/v1/videos/no-such-video/conversions", "application/json", "{}"), 404);
        problem(post("/api/v1/videos/no-such-video/extracts", "application/json", "{\"extract\": \"gif\"}"), 404);
    }

    @Test
    void refusesABodyThatIsNotJson() throws Exception {
        problem(post("/api/v1/videos", "text/plain", "Bees dance."), 415);
    }

    @Test
    void refusesAnIdempotencyKeyThatIsTooLong() throws Exception {
        var request = HttpRequest.newBuilder(server.uri().resolve("/api/v1/videos"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k".repeat(256))
                .POST(HttpRequest.BodyPublishers.ofString("{%s}".formatted(SCRIPT)));

        problem(http.send(request.build(), HttpResponse.BodyHandlers.ofString()), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/videos/no-such-video",
                "/api/v1/videos/no-such-video/status",
                "/api/v1/videos/no-such-video/content",
                "/api/v1/videos/no-such-video/conversions",
                "/api/v1/videos/no-such-video/extracts/no-such-extract/content",
                "/api/v1/videos/..%2f..%2fetc%2fpasswd/content",
                "/api/v1/materials/no-such-asset",
                "/api/v1/nothing",
                "/internal/users/local",
                "/internal/video/plans",
                "/internal/video/undrawable"
            })
    void findsNothing(String path) throws Exception {
        var response = http.send(
                HttpRequest.newBuilder(URI.create(server.uri() + path)).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isIn(400, 404);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void refusesAPlaylistThatIsCalledAVideo() throws Exception {
        var playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n";

        problem(upload("innocent.mp4", playlist.getBytes(StandardCharsets.UTF_8)), 415, 422);
    }

    @Test
    void refusesAPictureThatWouldFillTheMemory() throws Exception {
        problem(upload("huge.png", png(30_000, 30_000)), 413, 422);
    }

    @Test
    void refusesAVideoThatWasCutShort() throws Exception {
        var video = GeneratedMedia.video(files.resolve("whole.mp4"), 320, 240, 25, 50);
        var bytes = Files.readAllBytes(video);

        problem(upload("cut.mp4", Arrays.copyOf(bytes, bytes.length / 2)), 422);
    }

    @Test
    void refusesAPageThatIsCalledAPicture() throws Exception {
        problem(upload("cat.jpg", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)), 415, 422);
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        problem(upload("empty.png", new byte[0]), 415, 422);
    }

    @Test
    void doesNotTakeAPathInAFileNameForAPath() throws Exception {
        problem(upload("../../../../etc/cron.d/evil.png", "not a picture".getBytes(StandardCharsets.UTF_8)), 415, 422);

        assertThat(Path.of("/etc/cron.d/evil.png")).doesNotExist();
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        var request = HttpRequest.newBuilder(server.uri().resolve(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> upload(String name, byte[] content) throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(server.uri().resolve("/api/v1/materials"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode problem(HttpResponse<String> response, Integer... statuses) {
        assertThat(response.statusCode()).as(response.body()).isIn((Object[]) statuses);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        var problem = JSON.readTree(response.body());
        assertThat(problem.path("code").asString("")).matches("[A-Z_]+");
        assertThat(problem.path("detail").asString("")).isNotBlank();
        assertThat(response.body())
                .doesNotContain(
                        "Exception",
                        "io.moneyprinter",
                        RunningServer.get().home().toString());
        return problem;
    }

    private long count(String path, String list) throws Exception {
        var request = HttpRequest.newBuilder(server.uri().resolve(path)).build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).has(list)).as(response.body()).isTrue();
        return JSON.readTree(response.body()).path(list).size();
    }

    /** A valid picture of one colour, small on disk whatever its size. */
    private static byte[] png(int width, int height) throws IOException {
        var png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {1, 0, 0, 0, 0}); // one bit of grey, not interlaced
        chunk(png, "IHDR", header.toByteArray());
        var pixels = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(pixels)) {
            var row = new byte[1 + (width + 7) / 8];
            for (var y = 0; y < height; y++) {
                deflater.write(row);
            }
        }
        chunk(png, "IDAT", pixels.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        var content = new ByteArrayOutputStream();
        content.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(data);
        var checksum = new CRC32();
        checksum.update(content.toByteArray());
        var out = new DataOutputStream(png);
        out.writeInt(data.length);
        out.write(content.toByteArray());
        out.writeInt((int) checksum.getValue());
    }
}

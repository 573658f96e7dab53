package io.moneyprinter.materials.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.materials.MaterialsConfiguration;
import io.moneyprinter.materials.designed.DesignedVisuals;
import io.moneyprinter.materials.intake.BadFiles;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.web.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service behind its real web server, called over a real socket. */
class MaterialControllerTests {

    private static final String BOUNDARY = "----boundary";
    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path home;

    @TempDir
    Path work;

    private static TestServer server;
    private static String address;

    @BeforeAll
    static void start() {
        server = TestServer.start(
                Application.class,
                DATABASE,
                home,
                "moneyprinter.services=gateway,materials",
                "moneyprinter.ffmpeg.directory=" + SharedFfmpeg.directory());
        address = server.address();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void takesAFileAndGivesItBackMadeAnew() throws Exception {
        var file = GeneratedMedia.image(work.resolve("a.png"), 64, 48);

        var created = upload("Bees.png", Files.readAllBytes(file));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var asset = json(created);
        var path = "/api/v1/materials/" + asset.get("asset_id").asString();
        assertThat(created.headers().firstValue("Location")).contains(path);
        assertThat(asset.get("filename").asString()).isEqualTo("Bees.png");
        assertThat(asset.get("file_type").asString()).isEqualTo("image");
        assertThat(json(get(path))).isEqualTo(asset);
        assertThat(json(get("/api/v1/materials")).get("materials").get(0)).isEqualTo(asset);

        var content = get(path + "/content");
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(content.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(content.headers().firstValue("Content-Length"))
                .contains(asset.get("file_size").asString());
        assertThat(get(path + "/content", "Range", "bytes=0-9").body()).hasSize(10);
        assertThat(get(path + "/content", "Range", "bytes=999999999-").statusCode())
                .isEqualTo(416);
        var etag = content.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path + "/content", "If-None-Match", etag).statusCode()).isEqualTo(304);

        assertThat(send("DELETE", path).statusCode()).isEqualTo(204);
        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(get(path + "/content").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", path).statusCode()).isEqualTo(404);
    }

    @Test
    void handsDocumentsBackAndShowsThemNowhere() throws Exception {
        var created = upload("paper.pdf", "%PDF-1.7 and so on".getBytes(StandardCharsets.UTF_8));

        assertThat(json(created).get("file_type").asString()).isEqualTo("document");
        var content = get("/api/v1/materials/" + json(created).get("asset_id").asString() + "/content");
        assertThat(content.body()).isEqualTo("%PDF-1.7 and so on");
        assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @TestFactory
    Stream<DynamicTest> refusesBadFilesAndLeavesNothingBehind() throws IOException {
        var before = files();
        return BadFiles.in(work).stream()
                .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> {
                    var refused = upload(bad.name(), bad.content());

                    assertThat(refused.statusCode())
                            .as(refused.body())
                            .isEqualTo(bad.code().kind().status());
                    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
                    var problem = json(refused);
                    assertThat(problem.get("code").asString())
                            .isEqualTo(bad.code().name());
                    assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain(home.toString());
                    assertThat(files()).isEqualTo(before);
                }));
    }

    @Test
    void saysWhatIsWrongWithAForm() {
        var noFile = post("--%s\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--%1$s--\r\n"
                .formatted(BOUNDARY)
                .getBytes(StandardCharsets.US_ASCII));
        var garbled = post("no form at all".getBytes(StandardCharsets.US_ASCII));

        assertThat(noFile.statusCode()).isEqualTo(422);
        assertThat(json(noFile).get("errors").get(0).get("pointer").asString()).isEqualTo("/file");
        assertThat(garbled.statusCode()).as(garbled.body()).isBetween(400, 422);
        assertThat(send("POST", "/api/v1/materials", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void knowsNothingOfTheFilesOfOthers() throws Exception {
        var file = GeneratedMedia.image(work.resolve("b.png"), 32, 24);
        var foreign = server.bean(Assets.class).add(new UserId("somebody-else"), file, "b.png");
        var path = "/api/v1/materials/" + foreign.assetId();

        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(get(path + "/content").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", path).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/materials/..%2f..%2fetc%2fpasswd").statusCode()).isBetween(400, 404);
        assertThat(get("/api/v1/materials/!").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesListsThatMakeNoSense() {
        assertThat(get("/api/v1/materials?limit=0").statusCode()).isEqualTo(422);
        assertThat(get("/api/v1/materials?cursor=unknown").statusCode()).isEqualTo(422);
        assertThat(get("/api/v1/materials?cursor=%2e%2e%2f").statusCode()).isEqualTo(422);
    }

    @Test
    void offersTheContract() {
        assertThat(server.bean(MaterialLibrary.class)).isNotNull();
    }

    private static HttpResponse<String> upload(String name, byte[] content) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: image/png\r\n\r\n"
                        .formatted(BOUNDARY, name)
                        .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.US_ASCII));
        return post(body.toByteArray());
    }

    private static HttpResponse<String> post(byte[] form) {
        return exchange(request("/api/v1/materials")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form)));
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    private static HttpResponse<String> send(String method, String path, String... headers) {
        var request = request(path).method(method, HttpRequest.BodyPublishers.noBody());
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Not marked as a configuration, or every test's scan of the service would find it. */
    @EnableAutoConfiguration
    @Import(MaterialsConfiguration.class)
    static class Application {

        @Bean
        @Primary
        DesignedVisuals blank() {
            return request -> {
                throw new IllegalStateException("nothing is drawn in this test");
            };
        }
    }
}

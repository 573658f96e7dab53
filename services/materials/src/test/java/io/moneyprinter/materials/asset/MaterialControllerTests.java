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
        assertThat(asset.get("processing_status").asString()).isEqualTo("ready");
        assertThat(asset.get("is_public").asBoolean()).isFalse();
        asset = measured(path);
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
    void keepsWhatItsOwnerSaysApartFromWhatWasMeasured() throws Exception {
        var path = uploaded("Bees.png");

        var changed = patch(path, """
                {"category": "Nature", "tags": ["Honey  bees", "honey bees", "Wiese"], "description": "In May",
                 "is_favourite": true, "licence": "CC BY 4.0", "attribution": "Ada Meadow",
                 "source_url": "https://example.org/bees"}""");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        var asset = measured(path);
        assertThat(asset.get("category").asString()).isEqualTo("Nature");
        assertThat(asset.get("tags").valueStream().map(JsonNode::asString)).containsExactly("Honey bees", "Wiese");
        assertThat(asset.get("is_favourite").asBoolean()).isTrue();
        assertThat(asset.get("licence").asString()).isEqualTo("CC BY 4.0");
        assertThat(asset.get("traits").get("orientation").asString()).isEqualTo("landscape");
        assertThat(asset.get("traits").get("tags").size()).isGreaterThan(1);
        assertThat(ids(get("/api/v1/materials?favourite=true"))).containsExactly(id(asset));
        assertThat(json(patch(path, "{\"category\": \"\", \"filename\": \"b.png\"}"))
                        .get("category")
                        .isNull())
                .isTrue();
        assertThat(json(get(path)).get("description").asString()).isEqualTo("In May");

        assertThat(patch(path, "{\"source_url\": \"javascript:alert(1)\"}").statusCode())
                .isEqualTo(422);
        assertThat(patch(path, "{\"tags\": [null]}").statusCode()).isEqualTo(422);
        assertThat(patch(path, "{\"category\": \"%s\"}".formatted("c".repeat(61)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(patch(path, "{\"is_deleted\": true}").statusCode()).isEqualTo(422);
        send("DELETE", path + "?permanent=true");
    }

    @Test
    void restoresWhatWasDeletedUntilItIsGone() throws Exception {
        var path = uploaded("Bin.png");
        var id = path.substring(path.lastIndexOf('/') + 1);

        assertThat(send("DELETE", path).statusCode()).isEqualTo(204);
        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(patch(path, "{}").statusCode()).isEqualTo(404);
        assertThat(ids(get("/api/v1/materials"))).doesNotContain(id);
        assertThat(ids(get("/api/v1/materials?deleted=true"))).contains(id);
        assertThat(send("POST", path + "/restore").statusCode()).isEqualTo(200);
        assertThat(get(path + "/content").statusCode()).isEqualTo(200);
        assertThat(send("POST", path + "/restore").statusCode()).isEqualTo(200);

        assertThat(send("DELETE", path + "?permanent=true").statusCode()).isEqualTo(204);
        assertThat(send("POST", path + "/restore").statusCode()).isEqualTo(404);
        assertThat(ids(get("/api/v1/materials?deleted=true"))).doesNotContain(id);
    }

    @Test
    void keepsFilesInCollections() throws Exception {
        var path = uploaded("Collected.png");
        var id = path.substring(path.lastIndexOf('/') + 1);

        var created = sendBody("POST", "/api/v1/materials/collections", "{\"name\": \"Summer\"}");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var collection = created.headers().firstValue("Location").orElseThrow();
        var collectionId = collection.substring(collection.lastIndexOf('/') + 1);
        assertThat(send("PUT", collection + "/materials/" + id).statusCode()).isEqualTo(204);
        assertThat(send("PUT", collection + "/materials/" + id).statusCode()).isEqualTo(204);
        assertThat(ids(get("/api/v1/materials?collection=" + collectionId))).containsExactly(id);
        assertThat(json(get(collection)).get("materials").asInt()).isEqualTo(1);
        assertThat(json(patch(collection, "{\"name\": \"Winter\"}")).get("name").asString())
                .isEqualTo("Winter");
        assertThat(json(get("/api/v1/materials/collections?limit=1"))
                        .get("collections")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("Winter");
        assertThat(sendBody("POST", "/api/v1/materials/collections", "{\"name\": \" \"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("PUT", collection + "/materials/unknown").statusCode()).isEqualTo(404);

        assertThat(send("DELETE", collection + "/materials/" + id).statusCode()).isEqualTo(204);
        assertThat(ids(get("/api/v1/materials?collection=" + collectionId))).isEmpty();
        assertThat(send("DELETE", collection).statusCode()).isEqualTo(204);
        assertThat(get("/api/v1/materials?collection=" + collectionId).statusCode())
                .isEqualTo(404);
        assertThat(get(path).statusCode()).isEqualTo(200);
        send("DELETE", path + "?permanent=true");
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
        for (var suffix : List.of("", "?permanent=true")) {
            assertThat(send("DELETE", path + suffix).statusCode()).isEqualTo(404);
        }
        assertThat(send("POST", path + "/restore").statusCode()).isEqualTo(404);
        assertThat(patch(path, "{\"category\": \"mine\"}").statusCode()).isEqualTo(404);
        var theirs = server.bean(JdbcCollections.class).add(new UserId("somebody-else"), "Theirs", null);
        var collection = "/api/v1/materials/collections/" + theirs.collectionId();
        assertThat(get(collection).statusCode()).isEqualTo(404);
        assertThat(patch(collection, "{\"name\": \"Mine\"}").statusCode()).isEqualTo(404);
        assertThat(send("PUT", collection + "/materials/" + foreign.assetId()).statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", collection).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/materials?collection=" + theirs.collectionId()).statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/materials/collections?cursor=" + theirs.collectionId())
                        .statusCode())
                .isEqualTo(422);
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

    /** Where it is. */
    private String uploaded(String name) throws IOException {
        var created = upload(name, Files.readAllBytes(GeneratedMedia.image(work.resolve("a.png"), 64, 48)));
        return created.headers().firstValue("Location").orElseThrow();
    }

    /** As it is shown once it was measured, which nobody waits for. */
    private static JsonNode measured(String path) throws InterruptedException {
        for (var tries = 0; tries < 600; tries++) {
            var asset = json(get(path));
            if (!asset.get("traits").isNull()) {
                return asset;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("still not measured: " + path);
    }

    private static String id(JsonNode asset) {
        return asset.get("asset_id").asString();
    }

    private static List<String> ids(HttpResponse<String> page) {
        return json(page)
                .get("materials")
                .valueStream()
                .map(MaterialControllerTests::id)
                .toList();
    }

    private static HttpResponse<String> patch(String path, String body) {
        return sendBody("PATCH", path, body);
    }

    private static HttpResponse<String> sendBody(String method, String path, String body) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
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

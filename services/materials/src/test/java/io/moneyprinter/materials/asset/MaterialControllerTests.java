package io.moneyprinter.materials.asset;

import static io.moneyprinter.materials.asset.MaterialsClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.materials.intake.Corpus;
import io.moneyprinter.materials.intake.Verdict;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.web.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The whole service behind its real web server, called over a real socket. */
class MaterialControllerTests {

    @TempDir
    Path work;

    private final TestServer server = MaterialsApplication.shared();
    private final MaterialsClient client = new MaterialsClient(server.address());

    @Test
    void takesAFileAndGivesItBackMadeAnew() throws Exception {
        var file = GeneratedMedia.image(work.resolve("a.png"), 64, 48);

        var created = client.upload("Bees.png", Files.readAllBytes(file));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var asset = json(created);
        var path = "/api/v1/materials/" + asset.get("asset_id").asString();
        assertThat(created.headers().firstValue("Location")).contains(path);
        assertThat(asset.get("filename").asString()).isEqualTo("Bees.png");
        assertThat(asset.get("file_type").asString()).isEqualTo("image");
        assertThat(asset.get("processing_status").asString()).isEqualTo("ready");
        assertThat(asset.get("is_public").asBoolean()).isFalse();
        asset = measured(path);
        assertThat(json(client.get("/api/v1/materials")).get("materials").get(0))
                .isEqualTo(asset);

        var content = client.get(path + "/content");
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(content.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(content.headers().firstValue("Content-Length"))
                .contains(asset.get("file_size").asString());
        assertThat(client.get(path + "/content", "Range", "bytes=0-9").body()).hasSize(10);
        assertThat(client.get(path + "/content", "Range", "bytes=999999999-").statusCode())
                .isEqualTo(416);
        var etag = content.headers().firstValue("ETag").orElseThrow();
        assertThat(client.get(path + "/content", "If-None-Match", etag).statusCode())
                .isEqualTo(304);

        assertThat(client.send("DELETE", path).statusCode()).isEqualTo(204);
        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(client.get(path + "/content").statusCode()).isEqualTo(404);
        assertThat(client.send("DELETE", path).statusCode()).isEqualTo(404);
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
        assertThat(ids(client.get("/api/v1/materials?favourite=true"))).containsExactly(id(asset));
        assertThat(json(patch(path, "{\"category\": \"\", \"filename\": \"b.png\"}"))
                        .get("category")
                        .isNull())
                .isTrue();
        assertThat(json(client.get(path)).get("description").asString()).isEqualTo("In May");

        assertThat(patch(path, "{\"source_url\": \"javascript:alert(1)\"}").statusCode())
                .isEqualTo(422);
        assertThat(patch(path, "{\"tags\": [null]}").statusCode()).isEqualTo(422);
        assertThat(patch(path, "{\"category\": \"%s\"}".formatted("c".repeat(61)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(patch(path, "{\"is_deleted\": true}").statusCode()).isEqualTo(422);
        client.send("DELETE", path + "?permanent=true");
    }

    @Test
    void restoresWhatWasDeletedUntilItIsGone() throws Exception {
        var path = uploaded("Bin.png");
        var id = path.substring(path.lastIndexOf('/') + 1);

        assertThat(client.send("DELETE", path).statusCode()).isEqualTo(204);
        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(patch(path, "{}").statusCode()).isEqualTo(404);
        assertThat(ids(client.get("/api/v1/materials"))).doesNotContain(id);
        assertThat(ids(client.get("/api/v1/materials?deleted=true"))).contains(id);
        assertThat(client.send("POST", path + "/restore").statusCode()).isEqualTo(200);
        assertThat(client.get(path + "/content").statusCode()).isEqualTo(200);
        assertThat(client.send("POST", path + "/restore").statusCode()).isEqualTo(200);

        assertThat(client.send("DELETE", path + "?permanent=true").statusCode()).isEqualTo(204);
        assertThat(client.send("POST", path + "/restore").statusCode()).isEqualTo(404);
        assertThat(ids(client.get("/api/v1/materials?deleted=true"))).doesNotContain(id);
    }

    @Test
    void keepsFilesInCollections() throws Exception {
        var path = uploaded("Collected.png");
        var id = path.substring(path.lastIndexOf('/') + 1);

        var created = sendBody("POST", "/api/v1/materials/collections", "{\"name\": \"Summer\"}");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var collection = created.headers().firstValue("Location").orElseThrow();
        var collectionId = collection.substring(collection.lastIndexOf('/') + 1);
        assertThat(client.send("PUT", collection + "/materials/" + id).statusCode())
                .isEqualTo(204);
        assertThat(client.send("PUT", collection + "/materials/" + id).statusCode())
                .isEqualTo(204);
        assertThat(ids(client.get("/api/v1/materials?collection=" + collectionId)))
                .containsExactly(id);
        assertThat(json(client.get(collection)).get("materials").asInt()).isEqualTo(1);
        assertThat(json(patch(collection, "{\"name\": \"Winter\"}")).get("name").asString())
                .isEqualTo("Winter");
        assertThat(json(client.get("/api/v1/materials/collections?limit=1"))
                        .get("collections")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("Winter");
        assertThat(sendBody("POST", "/api/v1/materials/collections", "{\"name\": \" \"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.send("PUT", collection + "/materials/unknown").statusCode())
                .isEqualTo(404);

        assertThat(client.send("DELETE", collection + "/materials/" + id).statusCode())
                .isEqualTo(204);
        assertThat(ids(client.get("/api/v1/materials?collection=" + collectionId)))
                .isEmpty();
        assertThat(client.send("DELETE", collection).statusCode()).isEqualTo(204);
        assertThat(client.get("/api/v1/materials?collection=" + collectionId).statusCode())
                .isEqualTo(404);
        assertThat(client.get(path).statusCode()).isEqualTo(200);
        client.send("DELETE", path + "?permanent=true");
    }

    @Test
    void handsDocumentsBackAndShowsThemNowhere() throws Exception {
        var created = client.upload("paper.pdf", "%PDF-1.7 and so on".getBytes(StandardCharsets.UTF_8));

        assertThat(json(created).get("file_type").asString()).isEqualTo("document");
        var content =
                client.get("/api/v1/materials/" + json(created).get("asset_id").asString() + "/content");
        assertThat(content.body()).isEqualTo("%PDF-1.7 and so on");
        assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    /** One for each way to be refused; the others have tests of their own. */
    @TestFactory
    Stream<DynamicTest> refusesBadFilesAndLeavesNothingBehind() throws Exception {
        awaitMeasured();
        var before = files();
        return Corpus.quick().stream()
                .filter(bad -> Set.of("hls_file.mp4", "trunc_mdat.mp4", "bomb30k.png", "magic.mkv")
                        .contains(bad.name()))
                .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> {
                    var refused = client.upload(bad.in(work));

                    var code = ((Verdict.Refused) bad.verdict()).code();
                    assertThat(refused.statusCode())
                            .as(refused.body())
                            .isEqualTo(code.kind().status());
                    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
                    var problem = json(refused);
                    assertThat(problem.get("code").asString()).isEqualTo(code.name());
                    assertThat(problem.get("detail").asString())
                            .isNotBlank()
                            .doesNotContain(MaterialsApplication.sharedHome().toString());
                    assertThat(files()).isEqualTo(before);
                }));
    }

    @Test
    void saysWhatIsWrongWithAForm() {
        var noFile = client.postForm(BodyPublishers.ofByteArray(
                "--%s\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--%1$s--\r\n"
                        .formatted(MaterialsClient.boundary())
                        .getBytes(StandardCharsets.US_ASCII)));
        var garbled = client.postForm(BodyPublishers.ofString("no form at all"));

        assertThat(noFile.statusCode()).isEqualTo(422);
        assertThat(json(noFile).get("errors").get(0).get("pointer").asString()).isEqualTo("/file");
        assertThat(garbled.statusCode()).as(garbled.body()).isBetween(400, 422);
        assertThat(client.send("POST", "/api/v1/materials", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void fetchesAFileFromAnAddress() throws Exception {
        var picture = Files.readAllBytes(GeneratedMedia.plainImage(work.resolve("c.jpg"), "teal", 48, 32));
        var elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/pictures/sea.php", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
            exchange.close();
        });
        elsewhere.start();
        try {
            var url = "http://127.0.0.1:%d/pictures/sea.php"
                    .formatted(elsewhere.getAddress().getPort());

            var created = client.importFile(Map.of("url", url));

            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            assertThat(json(created).get("mime_type").asString()).isEqualTo("image/jpeg");
            assertThat(json(created).get("filename").asString()).isEqualTo("sea.php");
            var again = client.importFile(Map.of("url", url, "filename", "other.png"));
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(json(again).get("asset_id")).isEqualTo(json(created).get("asset_id"));
            var other = client.importFile(Map.of("url", url, "sha256", "0".repeat(64)));
            assertThat(json(other).get("code").asString()).isEqualTo("CHECKSUM_MISMATCH");
            var missing = client.importFile(Map.of("url", url.replace("sea.php", "none")));
            assertThat(json(missing).get("code").asString()).isEqualTo("DOWNLOAD_NOT_FOUND");
        } finally {
            elsewhere.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.com/a.jpg",
                "http://169.254.169.254/latest/meta-data",
                "http://10.0.0.1/a.jpg",
                "http://[::ffff:10.0.0.1]/a.jpg",
                "http://user@10.1.2.3/a.jpg",
                "nonsense"
            })
    void fetchesNothingFromTheInside(String url) {
        var refused = client.importFile(Map.of("url", url));

        assertThat(json(refused).get("code").asString()).isEqualTo("DOWNLOAD_REFUSED");
    }

    @Test
    void saysThatAFileCameWrong() throws Exception {
        var picture = Files.readAllBytes(GeneratedMedia.plainImage(work.resolve("d.jpg"), "olive", 48, 32));

        var wrong = client.upload("d.jpg", picture, "0".repeat(64));
        var nonsense = client.upload("d.jpg", picture, "sha");
        var right = client.upload("d.jpg", picture, Digests.ofFile(work.resolve("d.jpg")));
        var again = client.upload("e.jpg", picture);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).get("code").asString()).isEqualTo("CHECKSUM_MISMATCH");
        assertThat(json(nonsense).get("code").asString()).isEqualTo("FIELD_INVALID");
        assertThat(right.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(json(right));
    }

    /** As names are written in forms: what a browser would have to escape is sent as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"-rf.jpg", "..%2f..%2fetc.jpg", "../../x.jpg", "\u202egpj.jpg", "a;b=c.jpg", "%00.jpg"})
    void keepsNastyNamesHarmless(String name) throws Exception {
        var color = "0x%06x".formatted(name.hashCode() & 0xffffff);
        var picture = Files.readAllBytes(GeneratedMedia.plainImage(work.resolve("n.jpg"), color, 32, 32));

        var created = client.upload(name, picture);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(json(created).get("filename").asString()).doesNotContain("/", "\\", "\u202e");
        var path = "/api/v1/materials/" + json(created).get("asset_id").asString();
        assertThat(client.get(path + "/content").headers().firstValue("Content-Disposition"))
                .contains("inline; filename=\"" + json(created).get("asset_id").asString() + ".jpg\"");
    }

    @Test
    void knowsNothingOfTheFilesOfOthers() throws Exception {
        var file = GeneratedMedia.image(work.resolve("b.png"), 32, 24);
        var foreign = server.bean(Assets.class).add(new UserId("somebody-else"), file, "b.png");
        var path = "/api/v1/materials/" + foreign.assetId();

        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(client.get(path + "/content").statusCode()).isEqualTo(404);
        for (var suffix : List.of("", "?permanent=true")) {
            assertThat(client.send("DELETE", path + suffix).statusCode()).isEqualTo(404);
        }
        assertThat(client.send("POST", path + "/restore").statusCode()).isEqualTo(404);
        assertThat(patch(path, "{\"category\": \"mine\"}").statusCode()).isEqualTo(404);
        var theirs = server.bean(JdbcCollections.class).add(new UserId("somebody-else"), "Theirs", null);
        var collection = "/api/v1/materials/collections/" + theirs.collectionId();
        assertThat(client.get(collection).statusCode()).isEqualTo(404);
        assertThat(patch(collection, "{\"name\": \"Mine\"}").statusCode()).isEqualTo(404);
        assertThat(client.send("PUT", collection + "/materials/" + foreign.assetId())
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.send("DELETE", collection).statusCode()).isEqualTo(404);
        assertThat(client.get("/api/v1/materials?collection=" + theirs.collectionId())
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.get("/api/v1/materials/collections?cursor=" + theirs.collectionId())
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.get("/api/v1/materials/..%2f..%2fetc%2fpasswd").statusCode())
                .isBetween(400, 404);
        assertThat(client.get("/api/v1/materials/!").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesListsThatMakeNoSense() {
        assertThat(client.get("/api/v1/materials?limit=0").statusCode()).isEqualTo(422);
        assertThat(client.get("/api/v1/materials?cursor=unknown").statusCode()).isEqualTo(422);
        assertThat(client.get("/api/v1/materials?cursor=%2e%2e%2f").statusCode())
                .isEqualTo(422);
    }

    @Test
    void offersTheContract() {
        assertThat(server.bean(MaterialLibrary.class)).isNotNull();
    }

    /** Where it is. */
    private String uploaded(String name) throws IOException {
        var created = client.upload(name, Files.readAllBytes(GeneratedMedia.image(work.resolve("a.png"), 64, 48)));
        return created.headers().firstValue("Location").orElseThrow();
    }

    /** As it is shown once it was measured, which nobody waits for. */
    private JsonNode measured(String path) throws InterruptedException {
        for (var tries = 0; tries < 600; tries++) {
            var asset = json(client.get(path));
            if (!asset.get("traits").isNull()) {
                return asset;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("still not measured: " + path);
    }

    /** Until nothing is being measured, which takes files of its own. */
    private void awaitMeasured() throws InterruptedException {
        var jdbc = JdbcClient.create(server.bean(DataSource.class));
        for (var tries = 0; tries < 2_400; tries++) {
            var left = jdbc.sql("""
                            select count(*) from materials.asset
                            where (described = 0 or variants = 0) and not is_deleted""").query(Integer.class).single();
            if (left == 0) {
                return;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("still not measured");
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

    private HttpResponse<String> patch(String path, String body) {
        return sendBody("PATCH", path, body);
    }

    private HttpResponse<String> sendBody(String method, String path, String body) {
        return client.send(method, path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(MaterialsApplication.sharedHome())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

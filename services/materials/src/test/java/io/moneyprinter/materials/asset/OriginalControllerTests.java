package io.moneyprinter.materials.asset;

import static io.moneyprinter.materials.asset.MaterialsClient.MATERIALS;
import static io.moneyprinter.materials.asset.MaterialsClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.SimpleFileServer;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.testing.web.TestServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service behind its real web server, called over a real socket. */
class OriginalControllerTests {

    @TempDir
    Path work;

    private final TestServer server = MaterialsApplication.shared();
    private final MaterialsClient client = new MaterialsClient(server.address());

    @Test
    void handsAPhotoBackAsItCame() throws Exception {
        var photo = SecretFiles.photo(work);
        var path = path(client.upload("Blüten.jpg", Files.readAllBytes(photo)));

        var original = client.get(path + "/original");

        assertThat(original.statusCode()).isEqualTo(200);
        assertThat(bytes(original)).isEqualTo(Files.readAllBytes(photo));
        assertThat(original.body()).contains(SecretFiles.SECRET);
        assertThat(original.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(original.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("Bl%C3%BCten.jpg");
        assertThat(original.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(original.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(original.headers().firstValue("Cache-Control").orElse("")).contains("no-store", "private");
        var about = json(client.get(path)).get("original");
        assertThat(about.get("file_size").asLong()).isEqualTo(Files.size(photo));
        assertThat(about.get("mime_type").asString()).isEqualTo("image/jpeg");
        assertThat(about.get("expires_at").isNull()).isTrue();
        assertThat(about.toString()).doesNotContain("originals/", "storage_path");

        var part = client.get(path + "/original", "Range", "bytes=2-11");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(original.body().substring(2, 12));
        assertThat(part.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        var head = client.send("HEAD", path + "/original");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains(Long.toString(Files.size(photo)));
    }

    @Test
    void showsAPlaceNowhereElse() throws Exception {
        for (var file : List.of(SecretFiles.photo(work), SecretFiles.film(work))) {
            var path = path(client.upload(file));
            assertThat(client.get(path + "/original").body()).contains(SecretFiles.SECRET);
            awaitVariants(path);

            var shown = new ArrayList<>(List.of(path, path + "/content", path + "/versions/1/content"));
            json(client.get(path + "/variants"))
                    .get("variants")
                    .forEach(variant -> shown.add(
                            path + "/variants/" + variant.get("variant_type").asString()));
            assertThat(shown).hasSizeGreaterThan(4);
            shown.add(link(path, "{\"variant\": \"original\"}"));
            shown.add(link(path, "{\"variant\": \"preview\"}"));
            if (file.toString().endsWith(".jpg")) {
                shown.add(link(path, "{\"width\": 32}"));
            }
            assertThat(shown).allSatisfy(address -> {
                var answer = client.get(address);
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                assertThat(answer.body()).as(address).doesNotContain(SecretFiles.SECRET, SecretFiles.PLACE);
            });
        }
    }

    @Test
    void isThereWhicheverWayTheFileCame() throws Exception {
        var film = SecretFiles.film(work);
        var photo = SecretFiles.photo(work);
        var files = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), work, SimpleFileServer.OutputLevel.NONE);
        files.start();
        try {
            var imported = path(client.importFile(Map.of(
                    "url",
                    "http://127.0.0.1:%d/gps.jpg".formatted(files.getAddress().getPort()),
                    "filename",
                    "sea.php")));
            assertThat(bytes(client.get(imported + "/original"))).isEqualTo(Files.readAllBytes(photo));
            assertThat(client.get(imported + "/original")
                            .headers()
                            .firstValue("Content-Disposition")
                            .orElse(""))
                    .contains("sea.php.jpg");
        } finally {
            files.stop(0);
        }

        var inPieces = path(client.send("POST", sent(film) + "/asset"));
        assertThat(bytes(client.get(inPieces + "/original"))).isEqualTo(Files.readAllBytes(film));
    }

    /** By the tus protocol, in two pieces. */
    private String sent(Path file) throws Exception {
        var content = Files.readAllBytes(file);
        var upload = client.send(
                        "POST",
                        MATERIALS + "/uploads",
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Integer.toString(content.length),
                        "Upload-Metadata",
                        "filename " + Base64.getEncoder().encodeToString("sea.mp4".getBytes(StandardCharsets.UTF_8)))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        for (var offset = 0; offset < content.length; offset += 20_000) {
            var length = Math.min(20_000, content.length - offset);
            assertThat(client.send(
                                    "PATCH",
                                    upload,
                                    BodyPublishers.ofByteArray(content, offset, length),
                                    "Tus-Resumable",
                                    "1.0.0",
                                    "Upload-Offset",
                                    Integer.toString(offset),
                                    "Content-Type",
                                    "application/offset+octet-stream")
                            .statusCode())
                    .isEqualTo(204);
        }
        return upload;
    }

    @Test
    void isGoneWhenItsOwnerDeletesIt() throws Exception {
        var path = path(client.upload(SecretFiles.photo(work)));

        assertThat(client.send("DELETE", path + "/original").statusCode()).isEqualTo(204);

        var gone = client.get(path + "/original");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(json(gone).get("code").asString()).isEqualTo("ORIGINAL_NOT_FOUND");
        assertThat(client.send("DELETE", path + "/original").statusCode()).isEqualTo(404);
        assertThat(json(client.get(path)).get("original").isNull()).isTrue();
        assertThat(json(client.get(path + "/versions"))
                        .get("versions")
                        .get(0)
                        .get("original")
                        .isNull())
                .isTrue();
        assertThat(client.get(path + "/content").statusCode()).isEqualTo(200);
    }

    @Test
    void hasOneForEachVersion() throws Exception {
        var first = Files.readAllBytes(SecretFiles.photo(work));
        var path = path(client.upload("a.jpg", first));
        var second = SecretFiles.photo(work);
        server.bean(Assets.class).replace(owner(path), MaterialController.id(id(path)), second, "b.jpg", null);

        assertThat(bytes(client.get(path + "/original"))).isEqualTo(Files.readAllBytes(second));
        assertThat(bytes(client.get(path + "/versions/1/original"))).isEqualTo(first);
        assertThat(client.send("DELETE", path + "/versions/1/original").statusCode())
                .isEqualTo(204);
        assertThat(client.get(path + "/versions/1/original").statusCode()).isEqualTo(404);
        assertThat(client.get(path + "/versions/1/content").statusCode()).isEqualTo(200);
        assertThat(client.get(path + "/versions/2/original").statusCode()).isEqualTo(200);
        assertThat(client.get(path + "/versions/3/original").statusCode()).isEqualTo(404);
        assertThat(client.get(path + "/versions/0/original").statusCode()).isEqualTo(422);
    }

    @Test
    void handsDocumentsBackTheSameWay() throws Exception {
        var path = path(client.upload("paper.pdf", "%PDF-1.7 as it came".getBytes(StandardCharsets.UTF_8)));

        for (var way : List.of("/original", "/content", "/versions/1/original", "/versions/1/content")) {
            var answer = client.get(path + way);
            assertThat(answer.body()).as(way).isEqualTo("%PDF-1.7 as it came");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
        var refused = client.send("DELETE", path + "/original");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("ORIGINAL_NEEDED");
    }

    @Test
    void knowsNothingOfTheOriginalsOfOthers() throws Exception {
        var photo = SecretFiles.photo(work);
        var foreign = server.bean(Assets.class).add(new UserId("somebody-else"), photo, "b.jpg");
        var path = MATERIALS + "/" + foreign.assetId();

        for (var way : List.of("/original", "/versions/1/original")) {
            assertThat(client.get(path + way).statusCode()).isEqualTo(404);
            assertThat(client.send("DELETE", path + way).statusCode()).isEqualTo(404);
        }
        assertThat(client.get(MATERIALS + "/none/original").statusCode()).isEqualTo(404);
        assertThat(client.get(MATERIALS + "/!/original").statusCode()).isEqualTo(404);
        // Also of one who has a link: that is to what was made of it.
        var linked = server.bean(Assets.class).linked(foreign.assetId()).asset().cdnUrl();
        assertThat(client.get(linked).body()).doesNotContain(SecretFiles.SECRET);
    }

    private String link(String path, String wanted) {
        var made = client.send(
                "POST", path + "/links", BodyPublishers.ofString(wanted), "Content-Type", "application/json");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).get("url").asString();
    }

    private void awaitVariants(String path) throws InterruptedException {
        for (var tries = 0; tries < 2_400; tries++) {
            if (!json(client.get(path + "/variants")).get("status").asString().equals("pending")) {
                return;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("still not made: " + path);
    }

    private UserId owner(String path) {
        return new UserId(JdbcClient.create(server.bean(DataSource.class))
                .sql("select user_id from materials.asset where id = :id")
                .param("id", id(path))
                .query(String.class)
                .single());
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String path(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return MATERIALS + "/" + json(created).get("asset_id").asString();
    }

    private static byte[] bytes(HttpResponse<String> answer) {
        return answer.body().getBytes(StandardCharsets.ISO_8859_1);
    }
}

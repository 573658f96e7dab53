package io.moneyprinter.materials.asset;

import static io.moneyprinter.materials.asset.MaterialsClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.asset.VariantController.LinkRequest;
import io.moneyprinter.materials.link.Links;
import io.moneyprinter.materials.link.TestLinks;
import io.moneyprinter.materials.variant.VariantType;
import io.moneyprinter.materials.variant.VariantWorker;
import io.moneyprinter.materials.variant.Variants;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.web.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The whole service behind its real web server, called over a real socket. */
class VariantControllerTests {

    private static final String BROWSER = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8";

    @TempDir
    Path work;

    private final TestServer server = MaterialsApplication.shared();
    private final MaterialsClient client = new MaterialsClient(server.address());

    @Test
    void listsWhatIsMadeOfAVideo() throws Exception {
        var path = uploaded(GeneratedMedia.video(work.resolve("bees.mp4"), 320, 180, 25, 30));

        var list = made(path);

        assertThat(list.get("status").asString()).isEqualTo("ready");
        assertThat(list.get("failures")).isEmpty();
        var variants = list.get("variants");
        assertThat(variants.valueStream()
                        .map(variant -> variant.get("variant_type").asString()))
                .containsExactly("thumbnail", "preview");
        var loop = variants.get(1);
        assertThat(loop.get("mime_type").asString()).isEqualTo("video/mp4");
        assertThat(loop.get("width").asInt()).isEqualTo(320);
        assertThat(loop.get("height").asInt()).isEqualTo(180);
        assertThat(Instant.parse(loop.get("created_at").asString())).isBefore(Instant.now());
        assertThat(list.toString()).doesNotContain("storage_path", "variants/");

        var file = client.get(path + "/variants/preview");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(file.headers().firstValue("Content-Length"))
                .contains(loop.get("file_size").asString());
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        assertThat(file.headers().firstValue("Vary").orElse("")).doesNotContain("Accept");
        assertThat(client.get(path + "/variants/preview", "Range", "bytes=0-9").body())
                .hasSize(10);
        var etag = file.headers().firstValue("ETag").orElseThrow();
        assertThat(client.get(path + "/variants/preview", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        for (var none : List.of("optimized", "middle", "nonsense")) {
            var missing = client.get(path + "/variants/" + none);
            assertThat(missing.statusCode()).as(none).isEqualTo(404);
            assertThat(json(missing).get("code").asString()).isEqualTo("VARIANT_NOT_FOUND");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                BROWSER + " | image/avif",
                "image/webp,*/*;q=0.5 | image/webp",
                "*/* | image/jpeg",
                "image/png | image/png",
                "text/html | image/jpeg"
            })
    void answersInTheFormatThatTheClientLikesBest(String accept, String type) throws Exception {
        var path = uploaded(GeneratedMedia.image(work.resolve("a.jpg"), 640, 480));
        var link = made(path).get("variants").get(0).get("cdn_url").asString();

        for (var address : List.of(path + "/variants/thumbnail", link, link(path, """
                {"width": 100, "height": 100, "fit": "cover"}"""))) {
            var picture = client.get(address, "Accept", accept);

            assertThat(picture.statusCode()).as(picture.body()).isEqualTo(200);
            assertThat(picture.headers().firstValue("Content-Type")).contains(type);
            assertThat(picture.headers().firstValue("Vary")).contains("Accept");
            assertThat(picture.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(picture.body()).contains(type.equals("image/avif") ? "ftypavif" : start(type));
            assertThat(client.get(address, "Accept", accept).headers().firstValue("ETag"))
                    .isEqualTo(picture.headers().firstValue("ETag"));
        }
    }

    @Test
    void linksToTheContentAndASmallPicture() throws Exception {
        var path = uploaded(GeneratedMedia.image(work.resolve("b.jpg"), 800, 600));
        made(path);

        var asset = json(client.get(path));

        var content = client.get(asset.get("cdn_url").asString());
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.body()).isEqualTo(client.get(path + "/content").body());
        assertThat(content.headers().firstValue("Cache-Control").orElseThrow())
                .contains("public", "immutable")
                .containsPattern("max-age=[0-9]{6}");
        assertThat(client.get(asset.get("thumbnail_url").asString()).headers().firstValue("Content-Type"))
                .contains("image/jpeg");
        assertThat(json(client.get("/api/v1/materials"))
                        .get("materials")
                        .valueStream()
                        .map(each -> each.get("cdn_url").asString()))
                .contains(asset.get("cdn_url").asString());
    }

    @Test
    void linksAnewToWhatAFileHasBecome() throws Exception {
        var path = uploaded(GeneratedMedia.image(work.resolve("logo.jpg"), 800, 600));
        made(path);
        var before = links(path);

        var replaced = client.replace(path, GeneratedMedia.image(work.resolve("new.jpg"), 600, 800));
        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
        made(path);

        var after = links(path);
        assertThat(after).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        for (var i = 0; i < before.size(); i++) {
            var now = client.get(after.get(i));
            assertThat(now.statusCode()).isEqualTo(200);
            assertThat(now.headers().firstValue("Cache-Control").orElseThrow()).contains("public", "immutable");
            // Whoever has an older link sees what it is now, and asks whether it still is.
            var old = client.get(before.get(i));
            assertThat(old.statusCode()).isEqualTo(200);
            assertThat(old.body()).isEqualTo(now.body());
            assertThat(old.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-cache")
                    .doesNotContain("immutable", "max-age");
            var etag = old.headers().firstValue("ETag").orElseThrow();
            assertThat(client.get(before.get(i), "If-None-Match", etag).statusCode())
                    .isEqualTo(304);
        }
    }

    /** To the file, to its small picture as the file and as the list have it, and to another size. */
    private List<String> links(String path) throws Exception {
        var asset = json(client.get(path));
        return List.of(
                asset.get("cdn_url").asString(),
                asset.get("thumbnail_url").asString(),
                made(path).get("variants").get(1).get("cdn_url").asString(),
                link(path, "{\"variant\": \"original\", \"expires_in\": 3600}"),
                link(path, "{\"width\": 100}"));
    }

    @Test
    void makesAgainWhatWasLost() throws Exception {
        var path = uploaded(GeneratedMedia.image(work.resolve("lost.jpg"), 300, 222));
        made(path);
        var link = json(client.get(path)).get("thumbnail_url").asString();
        var id = new AssetId(id(path));
        server.bean(ObjectStore.class)
                .delete(server.bean(Variants.class)
                        .get(id, VariantType.THUMBNAIL)
                        .key());

        var lost = client.get(link);
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(json(lost).get("code").asString()).isEqualTo("VARIANT_NOT_FOUND");
        server.bean(VariantWorker.class).wake();
        var list = made(path);

        assertThat(list.get("variants")).hasSize(2);
        assertThat(client.get(link).statusCode()).isEqualTo(200);
        assertThat(client.get(path + "/variants/thumbnail").statusCode()).isEqualTo(200);
    }

    @Test
    void resizesAsTheLinkSays() throws Exception {
        var path = uploaded(GeneratedMedia.image(work.resolve("c.jpg"), 800, 600));

        var made = sent(path, """
                {"width": 200, "height": 200, "fit": "cover", "expires_in": 3600}""");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var url = json(made).get("url").asString();
        assertThat(url).startsWith("/media/images/").contains("w=200", "h=200", "fit=cover", "exp=", "sig=");
        var expires = Instant.parse(json(made).get("expires_at").asString());
        assertThat(expires)
                .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_700));
        var picture = client.get(url);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=3");
        assertThat(client.send("HEAD", url).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"width\": 5000}",
                "{\"width\": 100, \"fit\": \"cover\"}",
                "{}",
                "{\"variant\": \"middle\"}",
                "{\"variant\": \"../../etc\"}",
                "{\"variant\": \"original\", \"width\": 100}",
                "{\"variant\": \"original\", \"expires_in\": 5}",
                "{\"variant\": \"original\", \"expires_in\": 99999999}"
            })
    void refusesLinksThatCannotBe(String request) throws Exception {
        var path = uploaded(GeneratedMedia.image(work.resolve("d.jpg"), 64, 48));

        var refused = sent(path, request);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).get("code").asString()).isEqualTo("FIELD_INVALID");
    }

    @Test
    void givesNothingForALinkThatWasChanged() throws Exception {
        var path = uploaded(GeneratedMedia.image(work.resolve("e.jpg"), 320, 240));
        var other = uploaded(GeneratedMedia.image(work.resolve("f.jpg"), 320, 200));
        var url = link(path, """
                {"width": 200, "height": 100, "fit": "fill"}""");

        for (var changed : List.of(
                url.replace("w=200", "w=201"),
                url.replace("fit=fill", "fit=cover"),
                url.replaceFirst("exp=[0-9]+", "exp=9999999999"),
                url.replaceFirst("&sig=.*", ""),
                url.replaceFirst("sig=.", "sig=-"),
                url + "&w=300",
                url + "&more=1",
                url.replace(id(path), id(other)),
                url.replace(id(path), "unknown"),
                url.replace(id(path), "%2e%2e"),
                "/media/files/" + id(path) + "/original",
                "/media/files/" + id(path) + "/nonsense?exp=1&sig=AAAA")) {
            var refused = client.get(changed, "Accept", BROWSER);

            assertThat(refused.statusCode()).as(changed).isIn(403, 400);
            assertThat(refused.body())
                    .doesNotContain(MaterialsApplication.sharedHome().toString());
            if (refused.statusCode() == 403) {
                assertThat(json(refused).get("code").asString()).isEqualTo("LINK_REFUSED");
            }
        }
        assertThat(client.get(url).statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatALinkHasExpired() throws Exception {
        var path = uploaded(GeneratedMedia.image(work.resolve("g.jpg"), 320, 240));
        var lastMonth = Clock.offset(Clock.systemUTC(), Duration.ofDays(-30));
        var old = TestLinks.of(MaterialsApplication.sharedHome(), lastMonth)
                .of("/media/files/" + id(path) + "/original", Map.of());

        // Whatever is accepted, the reason is told.
        var expired = client.get(old.url(), "Accept", "image/webp");

        assertThat(expired.statusCode()).isEqualTo(410);
        assertThat(json(expired).get("code").asString()).isEqualTo("LINK_EXPIRED");
    }

    @Test
    void givesNothingOfWhatWasDeleted() throws Exception {
        var path = uploaded(GeneratedMedia.image(work.resolve("h.jpg"), 320, 240));
        made(path);
        var links = List.of(
                json(client.get(path)).get("cdn_url").asString(),
                json(client.get(path)).get("thumbnail_url").asString(),
                link(path, "{\"width\": 100}"));
        assertThat(links)
                .allSatisfy(link -> assertThat(client.get(link).statusCode()).isEqualTo(200));

        client.send("DELETE", path);
        assertThat(links)
                .allSatisfy(link -> assertThat(client.get(link).statusCode()).isEqualTo(404));
        client.send("POST", path + "/restore");
        assertThat(links)
                .allSatisfy(link -> assertThat(client.get(link).statusCode()).isEqualTo(200));
        client.send("DELETE", path + "?permanent=true");
        assertThat(links)
                .allSatisfy(link -> assertThat(client.get(link).statusCode()).isEqualTo(404));
        assertThat(client.get(path + "/variants").statusCode()).isEqualTo(404);
    }

    @Test
    void linksToNoDocument() throws Exception {
        var created = client.upload("paper.pdf", "%PDF-1.7 and other words".getBytes(StandardCharsets.UTF_8));
        var path = created.headers().firstValue("Location").orElseThrow();

        assertThat(json(client.get(path)).get("cdn_url").isNull()).isTrue();
        assertThat(json(sent(path, "{\"variant\": \"original\"}")).get("code").asString())
                .isEqualTo("VARIANT_NOT_FOUND");
        assertThat(json(sent(path, "{\"width\": 100}")).get("code").asString()).isEqualTo("VARIANT_NOT_FOUND");
        // Even signed it is none.
        var signed = server.bean(Links.class).of("/media/files/" + id(path) + "/original", Map.of());
        assertThat(client.get(signed.url()).statusCode()).isEqualTo(404);
    }

    @Test
    void hidesVariantsFromEverybodyElse() throws Exception {
        var path = uploaded(GeneratedMedia.image(work.resolve("i.jpg"), 320, 240));
        made(path);
        var controller = server.bean(VariantController.class);
        var bob = new Caller(new UserId("bob"));

        assertThat(controller.list(new Caller(UserId.LOCAL), id(path)).variants())
                .hasSize(2);
        assertMissing(() -> controller.list(bob, id(path)));
        assertMissing(() -> controller.file(bob, id(path), "thumbnail", null));
        assertMissing(() -> controller.link(bob, id(path), new LinkRequest("original", null, null, null, null)));
        assertMissing(() -> controller.link(bob, id(path), new LinkRequest(null, 100, null, null, null)));
    }

    private static void assertMissing(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(call)
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.ASSET_NOT_FOUND);
    }

    private String uploaded(Path file) throws Exception {
        var created = client.upload(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        assertThat(created.statusCode()).as(created.body()).isIn(200, 201);
        return created.headers().firstValue("Location").orElseThrow();
    }

    /** The list when all is made. */
    private JsonNode made(String path) throws InterruptedException {
        var list = json(client.get(path + "/variants"));
        while (list.get("status").asString().equals("pending")) {
            Thread.sleep(50);
            list = json(client.get(path + "/variants"));
        }
        return list;
    }

    private String link(String path, String request) {
        var made = sent(path, request);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).get("url").asString();
    }

    private HttpResponse<String> sent(String path, String request) {
        return client.send(
                "POST", path + "/links", BodyPublishers.ofString(request), "Content-Type", "application/json");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What files of a type begin with. */
    private static String start(String type) {
        return switch (type) {
            case "image/webp" -> "WEBP";
            case "image/png" -> "PNG";
            default -> "\u00ff\u00d8\u00ff";
        };
    }
}

package io.moneyprinter.materials.asset;

import static io.moneyprinter.materials.asset.MaterialsClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.s3.S3Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of users in a bucket, fetched over a real socket: through us, and from the bucket itself. */
class BucketServingTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    private static S3Server bucket;

    @TempDir
    Path work;

    @BeforeAll
    static void start() {
        bucket = S3Server.start();
    }

    @AfterAll
    static void stop() {
        bucket.close();
    }

    @Test
    void handsFilesOutItself() throws Exception {
        var settings = bucket.properties();
        String path;
        byte[] whole;
        try (var server = MaterialsApplication.start(DATABASE, work.resolve("one"), settings)) {
            var client = new MaterialsClient(server.address());
            path = upload(client);
            whole = get(server.address() + path).body();
        }
        try (var server = MaterialsApplication.start(DATABASE, work.resolve("two"), settings)) {
            var part = get(server.address() + path, "Range", "bytes=5-14");

            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 5, 15));
            assertThat(get(server.address() + path).body()).isEqualTo(whole);
        }
    }

    @Test
    void sendsPeopleToTheBucket() throws Exception {
        var settings = Stream.concat(Stream.of(bucket.properties()), Stream.of("moneyprinter.store.s3.serve=redirect"))
                .toArray(String[]::new);
        try (var server = MaterialsApplication.start(DATABASE, work.resolve("one"), settings)) {
            var client = new MaterialsClient(server.address());
            var path = upload(client);

            var answer = get(server.address() + path);
            var elsewhere = answer.headers().firstValue("Location").orElseThrow();
            var whole = get(elsewhere);
            var part = get(elsewhere, "Range", "bytes=5-14");

            assertThat(answer.statusCode()).isEqualTo(307);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(URI.create(elsewhere).getPort()).isEqualTo(bucket.port());
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(whole.headers().firstValue("Content-Type")).hasValue("image/png");
            assertThat(whole.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains(".png");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 5, 15));
            assertThat(client.send("HEAD", path).statusCode()).isEqualTo(200);
            assertThat(client.get(path.replaceFirst("materials/[^/]+", "materials/not-mine"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    /** No address of the bucket is given away for what nobody has made harmless. */
    @Test
    void handsOriginalsOutItselfWhereverPeopleAreSent() throws Exception {
        var settings = Stream.concat(Stream.of(bucket.properties()), Stream.of("moneyprinter.store.s3.serve=redirect"))
                .toArray(String[]::new);
        var photo = SecretFiles.photo(work);
        var paper = Files.writeString(work.resolve("paper.pdf"), "%PDF-1.7 in a bucket");
        String ofPhoto;
        String ofPaper;
        try (var server = MaterialsApplication.start(DATABASE, work.resolve("one"), settings)) {
            var client = new MaterialsClient(server.address());
            ofPhoto = MaterialsClient.MATERIALS + "/"
                    + json(client.upload(photo)).get("asset_id").asString();
            ofPaper = MaterialsClient.MATERIALS + "/"
                    + json(client.upload(paper)).get("asset_id").asString();
            assertThat(get(server.address() + ofPhoto + "/content").statusCode())
                    .isEqualTo(307);
        }
        try (var server = MaterialsApplication.start(DATABASE, work.resolve("two"), settings)) {
            var whole = get(server.address() + ofPhoto + "/original");
            var part = get(server.address() + ofPhoto + "/original", "Range", "bytes=5-14");

            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(whole.body()).isEqualTo(Files.readAllBytes(photo));
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 5, 15));
            for (var path : new String[] {ofPaper + "/content", ofPaper + "/original"}) {
                assertThat(get(server.address() + path).body()).isEqualTo(Files.readAllBytes(paper));
            }
        }
    }

    /** What a client has of another file must not be joined with a part of this one. */
    @Test
    void goesOnOnlyWithWhatTheClientHasAPartOf() throws Exception {
        try (var server = MaterialsApplication.start(DATABASE, work.resolve("one"), bucket.properties())) {
            var client = new MaterialsClient(server.address());
            var path = upload(client);
            var link = json(client.get(path.replace("/content", "")))
                    .get("cdn_url")
                    .asString();
            for (var address : List.of(server.address() + path, server.address() + link)) {
                var whole = get(address);
                var tag = whole.headers().firstValue("ETag").orElseThrow();
                assertThat(whole.headers().firstValue("Accept-Ranges")).hasValue("bytes");

                var same = get(address, "Range", "bytes=5-14", "If-Range", tag);
                assertThat(same.statusCode()).isEqualTo(206);
                assertThat(same.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 5, 15));
                for (var other : List.of("\"another\"", "W/" + tag, "Sat, 01 Jan 2000 00:00:00 GMT")) {
                    var anew = get(address, "Range", "bytes=5-14", "If-Range", other);
                    assertThat(anew.statusCode()).as(other).isEqualTo(200);
                    assertThat(anew.body()).isEqualTo(whole.body());
                    assertThat(anew.headers().firstValueAsLong("Content-Length"))
                            .hasValue(whole.body().length);
                    assertThat(anew.headers().firstValue("ETag")).hasValue(tag);
                }
            }
        }
    }

    @Test
    void tellsOfFilesWithoutFetchingThem() throws Exception {
        var settings = Stream.concat(Stream.of(bucket.properties()), Stream.of("moneyprinter.store.s3.serve=redirect"))
                .toArray(String[]::new);
        String path;
        int size;
        try (var server = MaterialsApplication.start(DATABASE, work.resolve("one"), settings)) {
            var client = new MaterialsClient(server.address());
            path = upload(client);
            size = json(client.get(path.replace("/content", "")))
                    .get("file_size")
                    .asInt();
        }
        // Nobody has a reason of their own to fetch it.
        DATABASE.jdbc()
                .sql("update materials.asset set described = 1, variants = 1")
                .update();
        try (var server = MaterialsApplication.start(DATABASE, work.resolve("two"), settings)) {
            var client = new MaterialsClient(server.address());
            var link = json(client.get(path.replace("/content", "")))
                    .get("cdn_url")
                    .asString();

            for (var address : List.of(path, link)) {
                var told = client.send("HEAD", address, "Range", "bytes=5-14");

                assertThat(told.statusCode()).isEqualTo(200);
                assertThat(told.body()).isEmpty();
                assertThat(told.headers().firstValueAsLong("Content-Length")).hasValue(size);
                assertThat(told.headers().firstValue("Content-Type")).hasValue("image/png");
                assertThat(told.headers().firstValue("Accept-Ranges")).hasValue("bytes");
                assertThat(told.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
                var tag = told.headers().firstValue("ETag").orElseThrow();
                assertThat(client.send("HEAD", address, "If-None-Match", tag).statusCode())
                        .isEqualTo(304);
            }
            assertThat(copies(work.resolve("two"))).isEmpty();
            assertThat(get(server.address() + link).body()).hasSize(size);
            assertThat(copies(work.resolve("two"))).isNotEmpty();
        }
    }

    private static List<Path> copies(Path home) throws IOException {
        try (var all = Files.walk(home)) {
            return all.filter(file -> file.toString().endsWith(".png")).toList();
        }
    }

    private String upload(MaterialsClient client) throws Exception {
        var file = GeneratedMedia.image(work.resolve("a.png"), 64, 48);
        var created = client.upload("Bees.png", Files.readAllBytes(file));
        assertThat(created.statusCode()).as(created.body()).isIn(200, 201);
        return MaterialsClient.MATERIALS + "/" + json(created).get("asset_id").asString() + "/content";
    }

    private static HttpResponse<byte[]> get(String address, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address));
        return HttpClient.newHttpClient()
                .send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }
}

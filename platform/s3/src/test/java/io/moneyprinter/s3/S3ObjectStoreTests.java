package io.moneyprinter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.CacheLimit;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.s3.S3Server;
import io.moneyprinter.testing.store.ObjectStoreContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import software.amazon.awssdk.core.sync.RequestBody;

class S3ObjectStoreTests extends ObjectStoreContract {

    private static final Duration TTL = Duration.ofMinutes(5);

    private static S3Server server;

    private final String prefix = UUID.randomUUID() + "/";

    @BeforeAll
    static void start() {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected ObjectStore open(Path directory) {
        return Stores.in(server, directory, "--prefix=" + prefix);
    }

    @Override
    protected ObjectStore another(Path directory) {
        return open(directory);
    }

    /** The server counts in seconds. */
    @Override
    protected void pass() throws InterruptedException {
        Thread.sleep(1_100);
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }

    @Override
    protected void spoil(ObjectKey key) {
        try (var client = Clients.client(Stores.properties(server.endpoint()))) {
            var head =
                    client.headObject(request -> request.bucket(S3Server.BUCKET).key(prefix + key));
            client.putObject(
                    request -> request.bucket(S3Server.BUCKET).key(prefix + key).metadata(head.metadata()),
                    RequestBody.fromString("some other bits are "));
        }
    }

    @Test
    void handsOutAddressesThatWorkForAWhile() throws Exception {
        var store = open(work.resolve("links"));
        var key = key("film", "mp4");
        store.put(key, "0123456789".getBytes(StandardCharsets.US_ASCII));
        var download = ContentDisposition.attachment().filename("my film.mp4").build();
        var link = store.link(key, TTL, MediaType.parseMediaType("video/mp4"), download)
                .orElseThrow();

        var whole = get(link);
        var part = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(link).header("Range", "bytes=2-4").build(), BodyHandlers.ofString());

        assertThat(whole).isEqualTo("200 0123456789");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");
        assertThat(part.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(part.headers().firstValue("Content-Disposition")).hasValue(download.toString());
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 2-4/10");
    }

    @Test
    void handsOutAddressesForOneObjectOnly() throws Exception {
        var store = open(work.resolve("links"));
        store.put(key("mine", "txt"), "mine".getBytes(StandardCharsets.US_ASCII));
        store.put(key("other", "txt"), "other".getBytes(StandardCharsets.US_ASCII));
        var link = store.link(key("mine", "txt"), TTL, MediaType.TEXT_PLAIN, null)
                .orElseThrow()
                .toString();

        var other = link.replace(key("mine", "txt").value(), key("other", "txt").value());
        var longer = link.replace("X-Amz-Expires=300", "X-Amz-Expires=3000");
        var typed = link.replace("text%2Fplain", "text%2Fhtml");

        for (var forged : List.of(other, longer, typed)) {
            assertThat(forged).isNotEqualTo(link);
            assertThat(get(URI.create(forged))).as(forged).startsWith("403 ");
        }
    }

    @Test
    void sendsPeopleToTheAddressThatTheyKnow() {
        var store = Stores.in(server, work.resolve("links"), "--public-endpoint=https://films.example.org");

        var link =
                store.link(key("film", "mp4"), TTL, MediaType.TEXT_PLAIN, null).orElseThrow();

        assertThat(link.toString()).startsWith("https://films.example.org/%s/".formatted(S3Server.BUCKET));
        assertThat(store.detour(key("film", "mp4"), MediaType.TEXT_PLAIN, null)).isEmpty();
    }

    @Test
    void sendsPeopleToNothingThatIsNotThere() {
        var store = Stores.in(server, work.resolve("links"), "--serve=redirect");

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> store.detour(key("nothing", "mp4"), MediaType.TEXT_PLAIN, null))
                .satisfies(e -> assertThat(e.code()).isEqualTo(CommonErrorCode.OBJECT_NOT_FOUND));
        store.put(key("something", "mp4"), new byte[] {1});
        assertThat(store.detour(key("something", "mp4"), MediaType.TEXT_PLAIN, null))
                .isPresent();
    }

    @Test
    void keepsToItsPrefix() {
        var store = Stores.in(server, work.resolve("prefix"), "--prefix=studio/one/");
        var key = key("film", "mp4");

        store.put(key, new byte[] {1});

        assertThat(server.objects().blobExists(S3Server.BUCKET, "studio/one/" + key))
                .isTrue();
        assertThat(open(work.resolve("all")).exists(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11 << 20})
    void asksForEncryption(int size) {
        var store = Stores.in(server, work.resolve("encrypted"), "--encryption=aes256");
        var key = key("secret" + size, "bin");

        store.put(key, new byte[size]);
        var stored = server.objects().blobMetadata(S3Server.BUCKET, key.value());
        store.exists(key);
        var renewed = server.objects().blobMetadata(S3Server.BUCKET, key.value());

        assertThat(stored.serverSideEncryptionAsString()).isEqualTo("AES256");
        assertThat(renewed.serverSideEncryptionAsString()).isEqualTo("AES256");
        assertThat(renewed.metadata()).containsKey(Bucket.CHECKSUM);
    }

    @Test
    void limitsItsCopiesAndGetsThemAgain() throws Exception {
        var limit = new CacheLimit(2_500, CacheLimit.SHORTEST_KEEP);
        var clock = new OffsetClock();
        var directory = work.resolve("limited");
        var store = Stores.in(server, directory, clock, limit);
        for (var number = 0; number < 4; number++) {
            store.put(key("copy" + number, "bin"), new byte[1_000]);
            clock.advance(Duration.ofMinutes(3));
        }

        assertThat(directory.resolve("objects").resolve(key("copy0", "bin").value()))
                .doesNotExist();
        assertThat(directory.resolve("objects").resolve(key("copy3", "bin").value()))
                .exists();
        assertThat(store.exists(key("copy0", "bin"))).isTrue();
        assertThat(store.file(key("copy0", "bin"))).hasSize(1_000);
    }

    @Test
    void goesOnReadingACopyThatIsRemovedMeanwhile() throws Exception {
        var store = open(work.resolve("reading"));
        var key = key("read", "txt");
        store.put(key, "read to the end".getBytes(StandardCharsets.US_ASCII));
        try (var reader = Files.newInputStream(store.file(key))) {
            reader.readNBytes(5);

            store.delete(key);

            assertThat(new String(reader.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("to the end");
        }
    }

    @Test
    void forgetsCopiesOfWhatIsGone() {
        var store = open(work.resolve("stale"));
        var key = key("stale", "txt");
        store.put(key, new byte[] {1});
        open(work.resolve("elsewhere")).delete(key);

        assertThat(store.exists(key)).isFalse();

        assertThat(work.resolve("stale/objects").resolve(key.value())).doesNotExist();
    }

    @Test
    void givesUpPartsThatNobodyCompletes() {
        var store = Stores.in(server, work.resolve("parts"), "--prefix=" + prefix);
        try (var client = Clients.client(Stores.properties(server.endpoint()))) {
            client.createMultipartUpload(
                    request -> request.bucket(S3Server.BUCKET).key(prefix + key("half", "bin")));
        }

        var later = Instant.now().plusSeconds(60);
        assertThat(store.leftOvers(Instant.now().minusSeconds(3_600), key -> true, true)
                        .count())
                .isZero();
        assertThat(store.leftOvers(later, key -> false, true).count()).isZero();
        assertThat(store.leftOvers(later, key -> true, true).count()).isEqualTo(1);
        assertThat(store.leftOvers(later, key -> true, true).count()).isZero();
    }

    private static String get(URI address) throws Exception {
        var answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}

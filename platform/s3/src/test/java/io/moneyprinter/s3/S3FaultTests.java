package io.moneyprinter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.service.hosting.HostingAutoConfiguration;
import io.moneyprinter.service.store.CacheLimit;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.Inventory.Condition;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoreErrorCode;
import io.moneyprinter.testing.s3.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A bucket that fails: what is seen of it, and what is left of it. */
class S3FaultTests {

    private static final int SIZE = 3 << 20;

    private static S3Server server;

    @TempDir
    Path work;

    private final ObjectKey key = new ObjectKey("films/%s.mp4".formatted(Digests.of(UUID.randomUUID())));
    private final byte[] content = new byte[SIZE];
    private Relay relay;
    private S3ObjectStore store;

    @BeforeAll
    static void start() {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        new Random(5).nextBytes(content);
        relay = new Relay(server.port());
        store = Stores.of(
                Stores.properties(relay.endpoint(), "--timeout=1s"),
                work.resolve("one"),
                Clock.systemUTC(),
                CacheLimit.NONE);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        relay.close();
    }

    @Test
    void comesBackWhenItIsAskedTo() throws Exception {
        relay.answer("HEAD", "503 Slow Down", "SlowDown");
        relay.answer("PUT", "503 Slow Down", "SlowDown");
        relay.answer("PUT", "500 Internal Server Error", "InternalError");

        store.put(key, content);

        assertThat(elsewhere().file(key)).hasBinaryContent(content);
    }

    @Test
    void saysThatItDoesNotAnswer() {
        for (var attempt = 0; attempt < 3; attempt++) {
            relay.answer("HEAD", "503 Slow Down", "SlowDown");
        }

        assertFails(() -> store.exists(key), StoreErrorCode.STORE_UNAVAILABLE, "503");
        assertThat(StoreErrorCode.STORE_UNAVAILABLE.kind().retryable()).isTrue();
    }

    @Test
    void saysThatItIsRefused() {
        relay.answer("PUT", "403 Forbidden", "AccessDenied");

        assertFails(() -> store.put(key, content), StoreErrorCode.STORE_REFUSED, "403 AccessDenied");

        assertThat(store.exists(key)).isFalse();
        assertThat(work.resolve("one/incoming")).isEmptyDirectory();
        assertThat(work.resolve("one/objects").resolve(key.value())).doesNotExist();
    }

    @Test
    void waitsNoLongerThanItMay() {
        for (var attempt = 0; attempt < 3; attempt++) {
            relay.stall("HEAD");
        }

        assertFails(() -> store.exists(key), StoreErrorCode.STORE_UNAVAILABLE, "does not answer");
    }

    /** Rows are locked while such a question is asked; what matters is when it ends, and not how long it is silent. */
    @Test
    void waitsForNoAnswerThatComesByTheByte() {
        stored();
        for (var attempt = 0; attempt < 3; attempt++) {
            relay.drip("HEAD", 50);
        }

        assertFails(() -> store.exists(key), StoreErrorCode.STORE_UNAVAILABLE, "does not answer");
        assertThat(Thread.interrupted()).isFalse();
        assertThat(store.exists(key)).isTrue();
    }

    /** Parts leave another tag than a copy of the whole does. */
    @Test
    void goesOnWithAnObjectThatWasMadeNewMeanwhile() throws Exception {
        var large = new byte[12 << 20];
        new Random(8).nextBytes(large);
        elsewhere().put(key, large);
        var tag = tag();
        relay.cut("GET", 1 << 20);
        relay.before("GET", () -> elsewhere().exists(key));

        assertThat(store.file(key)).hasBinaryContent(large);
        assertThat(tag()).isNotEqualTo(tag);
    }

    @Test
    void joinsNoTwoContents() {
        stored();
        var other = new byte[SIZE];
        relay.cut("GET", 1 << 20);
        relay.before("GET", () -> {
            elsewhere().delete(key);
            elsewhere().put(key, other);
        });

        assertFails(() -> store.file(key), StoreErrorCode.STORE_UNAVAILABLE, "was stored anew");

        assertThat(work.resolve("one/incoming")).isEmptyDirectory();
        assertThat(store.file(key)).hasBinaryContent(other);
    }

    /** Somebody stores the object while the answer that it is not there is on its way. */
    @Test
    void leavesACopyAloneThatCameMeanwhile() {
        var neighbour = Stores.in(server, work.resolve("one"));
        relay.after("HEAD", () -> neighbour.put(key, content));

        assertThat(store.exists(key)).isFalse();

        assertThat(work.resolve("one/objects").resolve(key.value())).hasBinaryContent(content);
    }

    @Test
    void keepsNoFileThatItCannotStore() throws Exception {
        var own = Files.write(store.newFile("mp4"), content);
        var foreign = Files.write(work.resolve("foreign.mp4"), content);
        for (var attempt = 0; attempt < 6; attempt++) {
            relay.answer("HEAD", "503 Slow Down", "SlowDown");
        }

        assertFails(() -> store.put(key, own), StoreErrorCode.STORE_UNAVAILABLE, "503");
        assertFails(() -> store.put(key, foreign), StoreErrorCode.STORE_UNAVAILABLE, "503");

        assertThat(own).doesNotExist();
        assertThat(foreign).doesNotExist();
    }

    @Test
    void tellsSizesWithoutFetching() {
        stored();

        assertThat(store.size(key)).isEqualTo(SIZE);

        assertThat(work.resolve("one/objects").resolve(key.value())).doesNotExist();
        var nothing = new ObjectKey("films/%s.mp4".formatted(Digests.of("nothing")));
        assertFails(() -> store.size(nothing), CommonErrorCode.OBJECT_NOT_FOUND, "no object");
    }

    @Test
    void goesOnWhereAConnectionBroke() throws Exception {
        stored();
        relay.cut("GET", 1 << 20);
        relay.cut("GET", 1 << 20);
        relay.silence("GET", 1 << 19);

        assertThat(store.file(key)).hasBinaryContent(content);
        assertThat(work.resolve("one/incoming")).isEmptyDirectory();
    }

    @Test
    void showsNoHalfObject() throws Exception {
        stored();
        relay.cut("GET", 1 << 20);
        for (var attempt = 0; attempt < 20; attempt++) {
            relay.cut("GET", 100);
        }

        assertFails(() -> store.file(key), StoreErrorCode.STORE_UNAVAILABLE, "does not answer");

        assertThat(work.resolve("one/incoming")).isEmptyDirectory();
        assertThat(work.resolve("one/objects").resolve(key.value())).doesNotExist();
    }

    @Test
    void showsNoOtherBytesThanThoseThatWereStored() throws Exception {
        stored();
        relay.garble("GET");

        assertFails(() -> store.file(key), StoreErrorCode.OBJECT_DAMAGED, "checksum");
        assertThat(work.resolve("one/objects").resolve(key.value())).doesNotExist();

        assertThat(store.file(key)).hasBinaryContent(content);
        relay.garble("GET");
        assertThat(store.condition(key)).isEqualTo(Condition.DAMAGED);
        assertThat(store.condition(key)).isEqualTo(Condition.WHOLE);
    }

    @Test
    void storesPartsAgainThatFailed() throws Exception {
        var large = new byte[12 << 20];
        new Random(6).nextBytes(large);
        relay.answer("PUT", "503 Slow Down", "SlowDown");
        relay.answer("PUT", "500 Internal Server Error", "InternalError");

        store.put(key, large);

        assertThat(openFiles()).noneMatch(file -> file.startsWith(work.toString()));
        assertThat(elsewhere().file(key)).hasBinaryContent(large);
    }

    /** Of this process. */
    private static List<String> openFiles() throws IOException {
        var open = new ArrayList<String>();
        try (var all = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (var each : all) {
                try {
                    open.add(Files.readSymbolicLink(each).toString());
                } catch (NoSuchFileException closed) {
                    // The directory itself is among them.
                }
            }
        }
        return open;
    }

    @Test
    void leavesNoPartsWhenOneIsRefused() {
        relay.answer("PUT", "403 Forbidden", "AccessDenied");

        assertFails(() -> store.put(key, new byte[12 << 20]), StoreErrorCode.STORE_REFUSED, "AccessDenied");

        assertThat(server.objects().listMultipartUploads(S3Server.BUCKET)).isEmpty();
        assertThat(store.exists(key)).isFalse();
    }

    @Test
    void fetchesAnObjectOnceForAll() throws Exception {
        stored();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var readers = IntStream.range(0, 8)
                    .<Callable<Path>>mapToObj(_ -> () -> store.file(key))
                    .toList();
            for (var read : threads.invokeAll(readers)) {
                assertThat(read.get()).hasBinaryContent(content);
            }
        }

        assertThat(relay.requests()).as("a HEAD and a GET").isEqualTo(2);
    }

    @Test
    void doesNotStartWithABucketThatIsNotThere() {
        program("moneyprinter.store.s3.bucket=no-such-bucket")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isNotNull()
                        .satisfies(_ -> assertThat(context.getStartupFailure())
                                .hasStackTraceContaining("moneyprinter.store.s3: bucket 'no-such-bucket'")
                                .hasStackTraceContaining("NoSuchBucket")));
    }

    @Test
    void doesNotStartWithCredentialsThatAreNotKnown() {
        program("moneyprinter.store.s3.secret-key=another")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("refuses us: 403 SignatureDoesNotMatch")
                        .hasStackTraceContaining("Check the credentials"));
        program("moneyprinter.store.s3.access-key=nobody")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("refuses us: 403 InvalidAccessKeyId"));
    }

    @Test
    void saysWhichSettingIsWrong() {
        program("moneyprinter.store.s3.bucket=")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("moneyprinter.store.s3.bucket: not set"));
        program("moneyprinter.store.s3.secret-key=")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("only one of access-key and secret-key is set"));
        program("moneyprinter.store.s3.part-size=1MB")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("moneyprinter.store.s3.part-size"));
    }

    @Test
    void startsWithABucketThatDoesNotAnswer() throws Exception {
        relay.close();

        program("moneyprinter.store.s3.endpoint=" + relay.endpoint()).run(context -> {
            assertThat(context).hasNotFailed();
            assertFails(
                    () -> context.getBean(ObjectStore.class).exists(key),
                    StoreErrorCode.STORE_UNAVAILABLE,
                    "does not answer");
        });
    }

    @Test
    void keepsObjectsOnTheMachineUnlessItIsTold() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(S3AutoConfiguration.class, HostingAutoConfiguration.class))
                .withPropertyValues("moneyprinter.home=" + work.resolve("home"))
                .run(context -> assertThat(context.getBean(ObjectStore.class)).isInstanceOf(LocalObjectStore.class));
    }

    @Test
    void keepsItsSecretToItself() {
        assertThat(Stores.properties(server.endpoint()).toString())
                .contains("***")
                .doesNotContain(S3Server.SECRET_KEY)
                .doesNotContain(S3Server.ACCESS_KEY);
    }

    private ApplicationContextRunner program(String setting) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(S3AutoConfiguration.class, HostingAutoConfiguration.class))
                .withPropertyValues(server.properties())
                .withPropertyValues("moneyprinter.home=" + work.resolve("home"), "moneyprinter.store.s3.timeout=1s")
                .withPropertyValues(setting);
    }

    private String tag() {
        try (var client = Clients.client(Stores.properties(server.endpoint()))) {
            return client.headObject(request -> request.bucket(S3Server.BUCKET).key(key.value()))
                    .eTag();
        }
    }

    private S3ObjectStore elsewhere() {
        return Stores.in(server, work.resolve("two"));
    }

    private void stored() {
        elsewhere().put(key, content);
    }

    private static void assertFails(ThrowingCallable call, ErrorCode code, String detail) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(call)
                .withMessageContaining(detail)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code).isNotEqualTo(CommonErrorCode.INTERNAL_ERROR));
    }
}

package io.moneyprinter.materials.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.MaterialsModule;
import io.moneyprinter.s3.S3AutoConfiguration;
import io.moneyprinter.service.hosting.HostingAutoConfiguration;
import io.moneyprinter.service.retention.Findings;
import io.moneyprinter.service.retention.Pointing;
import io.moneyprinter.service.retention.Retention;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoreProperties;
import io.moneyprinter.service.store.Tally;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.s3.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Kills real processes with SIGKILL between an object in a bucket and its row, in both orders. */
class BucketKillTests {

    /** 128 and the number of the signal. */
    private static final int KILLED = 137;

    private static final int PATIENCE = 120;

    /** More than one part. */
    private static final int SIZE = 6 << 20;

    private final TestDatabase database = TestDatabase.withSchemas("materials");
    private final S3Server server = S3Server.start();

    @TempDir
    Path work;

    private byte[] content;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        content = new byte[SIZE];
        new Random(3).nextBytes(content);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 9);
        file = Files.write(work.resolve("paper.pdf"), content);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void leavesNoRowWithoutItsObjectWhereverTheProcessIsKilled() throws Exception {
        // The object is there, its row is not.
        kill("add", file.toString(), "between object and row");
        var orphaned = assertAgree(1);
        assertThat(orphaned.resting().count()).as("too young to go").isEqualTo(1);
        assertThat(retention(Duration.ZERO, Retention::collect).collected()).isEqualTo(Tally.NONE);
        var collected = retention(Duration.ofHours(25), Retention::collect);
        assertThat(collected.orphans()).isEqualTo(new Tally(1, SIZE));
        assertThat(collected.collected()).isEqualTo(new Tally(1, SIZE));
        assertAgree(0);

        // What was orphaned is stored again, and what has a row stays however old it is.
        kill("add", file.toString(), "between object and row");
        var first = add();
        assertRoundTrip(first);
        assertThat(retention(Duration.ofDays(400), Retention::collect).collected())
                .isEqualTo(Tally.NONE);
        assertRoundTrip(first);

        // The row is gone, the object is not.
        kill("purge", first, "between row and object");
        assertAgree(1);
        assertThat(server.objects().list(S3Server.BUCKET).contents())
                .filteredOn(object -> object.key().startsWith("materials/"))
                .hasSize(1);
        endDeletions();
        assertAgree(0);

        // Both are gone, but nobody has noted it.
        var second = add();
        assertRoundTrip(second);
        kill("purge", second, "after object");
        assertAgree(0);
        endDeletions();
        assertAgree(0);

        // Two have it: what one of them deletes stays for the other.
        var third = add();
        assertRoundTrip(third);
        purgeAsAnother();
        assertRoundTrip(third);
        assertAgree(1);
    }

    @Test
    void leavesNoRowWithoutItsOriginalWhereverTheProcessIsKilled() throws Exception {
        var photo = SecretFiles.photo(work);
        content = Files.readAllBytes(photo);
        file = photo;

        // What came in is there, and what was made of it; the rows are not.
        kill("add", photo.toString(), "between original and row");
        assertThat(assertAgree(2).resting().count()).as("too young to go").isEqualTo(2);
        assertThat(retention(Duration.ofHours(25), Retention::collect)
                        .collected()
                        .count())
                .isEqualTo(2);
        assertAgree(0);

        var first = add();
        assertOriginal(first);
        assertThat(retention(Duration.ofDays(400), Retention::collect).collected())
                .isEqualTo(Tally.NONE);
        assertOriginal(first);

        // The rows are gone, what came in is not.
        kill("purge", first, "between row and original");
        assertAgree(1);
        endDeletions();
        assertAgree(0);

        var second = add();
        kill("purge", second, "after original");
        assertAgree(0);
        endDeletions();
        assertAgree(0);

        // Two have it.
        var third = add();
        purgeAsAnother();
        assertOriginal(third);
        assertAgree(2);
    }

    private Findings assertAgree(int objects) {
        var found = retention(Duration.ZERO, Retention::verify);
        assertThat(found.missing()).isEmpty();
        assertThat(found.damaged()).isEmpty();
        assertThat(found.unreadable()).isEmpty();
        assertThat(found.agree()).isTrue();
        assertThat(found.checked()).isEqualTo(objects);
        assertThat(found.unchecked()).isZero();
        return found;
    }

    private interface Looking {
        Findings look(Retention retention, boolean deep);
    }

    /** @param later how much later it is than now */
    private Findings retention(Duration later, Looking looking) {
        var found = new ArrayList<Findings>();
        var clock = Clock.offset(Clock.systemUTC(), later);
        withStore("retention", clock, store -> {
            var pointing = new Pointing(
                    new MaterialsModule().keyColumns(), Set.copyOf(new MaterialsModule().namespaces()), Set.of());
            var retention = new Retention(store.store(), database.dataSource(), pointing, store.properties(), clock);
            found.add(looking.look(retention, true));
        });
        return found.getFirst();
    }

    private void assertRoundTrip(String id) {
        withStore("another-machine", Clock.systemUTC(), store -> {
            var assets = TestAssets.of(database, store.store());
            var media = assets.get(DoomedOwner.OWNER, new AssetId(id)).media();
            assertThat(store.store().file(media)).hasBinaryContent(content);
        });
    }

    private void assertOriginal(String id) {
        withStore("another-machine", Clock.systemUTC(), store -> {
            var original = TestAssets.of(database, store.store()).original(DoomedOwner.OWNER, new AssetId(id), null);
            assertThat(store.store().file(original.key())).hasBinaryContent(content);
        });
    }

    private void endDeletions() {
        withStore(
                "another-machine",
                Clock.systemUTC(),
                store -> TestAssets.upkeep(database, store.store(), Clock.systemUTC())
                        .releaseAll());
    }

    private void purgeAsAnother() {
        withStore("another-machine", Clock.systemUTC(), store -> {
            var assets = TestAssets.of(database, store.store());
            var other = new UserId("another");
            assets.purge(other, assets.add(other, file, null).assetId());
        });
    }

    private record Opened(ObjectStore store, StoreProperties properties) {}

    private interface Using {
        void use(Opened opened);
    }

    private void withStore(String machine, Clock clock, Using using) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(S3AutoConfiguration.class, HostingAutoConfiguration.class))
                .withBean(Clock.class, () -> clock)
                .withPropertyValues(settings(machine).toArray(String[]::new))
                .run(context -> using.use(
                        new Opened(context.getBean(ObjectStore.class), context.getBean(StoreProperties.class))));
    }

    private List<String> settings(String machine) {
        var settings = new ArrayList<>(List.of(server.properties()));
        settings.add("moneyprinter.home=" + work.resolve(machine));
        settings.add("moneyprinter.store.s3.part-size=5MB");
        return settings;
    }

    private void kill(String deed, String what, String doom) throws Exception {
        var process = run(deed, what, doom);
        assertThat(process.inputReader().lines().anyMatch(DoomedOwner.HERE::equals))
                .as(doom)
                .isTrue();
        process.destroyForcibly();
        assertThat(process.waitFor()).as(doom).isEqualTo(KILLED);
    }

    /** The id of what was taken in. */
    private String add() throws Exception {
        var process = run("add", file.toString(), "never");
        var id = process.inputReader().lines().reduce("", (before, line) -> line);
        assertThat(process.waitFor()).isZero();
        return id;
    }

    private Process run(String deed, String what, String doom) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedOwner.class.getName(),
                database.url(),
                database.username(),
                database.password(),
                deed,
                what,
                doom));
        command.addAll(settings("doomed"));
        var process = new ProcessBuilder(command)
                .redirectError(work.resolve("doomed.log").toFile())
                .start();
        CompletableFuture.delayedExecutor(PATIENCE, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }
}

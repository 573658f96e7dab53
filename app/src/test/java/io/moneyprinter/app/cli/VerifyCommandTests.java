package io.moneyprinter.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.app.Server;
import io.moneyprinter.app.ServerOptions;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.retention.Retention;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.testing.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTests {

    private static final String[] SCHEMAS = {"materials", "tts", "orchestration"};

    @TempDir
    Path work;

    private final String userHome = System.getProperty("user.home");
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path home;
    private LocalObjectStore store;

    @BeforeEach
    void start() throws Exception {
        System.setProperty("user.home", work.toString());
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        home = Files.createDirectories(Home.of(System.getenv()));
        assertThat(home).startsWith(work);
        store = new LocalObjectStore(home, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        System.setProperty("user.home", userHome);
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void provesThatRowsAndObjectsAgree() throws Exception {
        var database = database(SCHEMAS);
        var kept = object("kept", Duration.ofDays(100));
        row(database, kept);

        assertThat(verify()).as(printed()).isZero();
        assertThat(verify("--collect", "--deep")).isZero();
        assertThat(printed())
                .contains("originals   1 object", "nothing that a row points to", "1 read, 0 damaged")
                .contains("deleted     0 objects");
        assertThat(store.exists(kept)).isTrue();

        Files.writeString(path(kept), "other");
        assertThat(verify()).isZero();
        assertThat(verify("--deep")).isEqualTo(ExitCodes.FAILED);
        assertThat(printed()).contains("FAIL  damaged     " + kept);

        store.delete(kept);
        assertThat(verify()).isEqualTo(ExitCodes.FAILED);
        assertThat(printed()).contains("FAIL  missing     %s, needed by materials.asset.storage_path".formatted(kept));
    }

    @Test
    void deletesWhatNobodyNeedsBesideARunningServer() throws Exception {
        database(SCHEMAS);
        var orphan = object("orphan", Duration.ofDays(2));
        var young = object("young", Duration.ofHours(2));
        var options = ServerOptions.everything(home)
                .withServices(EnumSet.of(ServiceId.NOTIFICATIONS))
                .withPort(0);
        try (var server = Server.start(options)) {
            assertThat(server.bean(Retention.class).verify(false).orphans().count())
                    .isEqualTo(1);

            assertThat(verify()).isZero();
            assertThat(printed()).contains("orphaned    1 object", "resting     1 object");
            assertThat(path(orphan)).exists();
            assertThat(verify("--collect")).isZero();
        }

        assertThat(printed()).contains("deleted     1 object");
        assertThat(path(orphan)).doesNotExist();
        assertThat(path(young)).exists();
    }

    @Test
    void deletesNothingWithoutTheRowsOfAllServices() throws Exception {
        database("materials");
        var orphan = object("orphan", Duration.ofDays(2));

        assertThat(verify("--collect")).isEqualTo(ExitCodes.FAILED);

        assertThat(printed())
                .contains("FAIL  rows        orchestration: ", "FAIL  rows        tts: ", "nothing is deleted");
        assertThat(path(orphan)).exists();
    }

    private static int verify(String... options) {
        return MoneyPrinterCommand.run(
                Stream.concat(Stream.of("verify"), Stream.of(options)).toArray(String[]::new));
    }

    private TestDatabase database(String... schemas) throws IOException {
        var database = TestDatabase.withSchemas(schemas);
        var settings = Stream.of(database.properties())
                .map(property -> property.replaceFirst("=(.*)", ": '$1'\n"))
                .collect(Collectors.joining());
        Files.writeString(home.resolve("application.yaml"), settings);
        return database;
    }

    private ObjectKey object(String content, Duration age) throws IOException {
        var key = new ObjectKey("materials/%s.png".formatted(Digests.of(content)));
        store.put(key, content.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(path(key), FileTime.from(Instant.now().minus(age)));
        return key;
    }

    private Path path(ObjectKey key) {
        return home.resolve("objects").resolve(key.value());
    }

    private static void row(TestDatabase database, ObjectKey key) {
        database.jdbc()
                .sql("""
                        insert into materials.asset (id, user_id, filename, file_type, mime_type, file_size, storage_path)
                        values (?, 'local', 'a.png', 'image', 'image/png', 4, ?)""")
                .params(UUID.randomUUID().toString(), key.value())
                .update();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}

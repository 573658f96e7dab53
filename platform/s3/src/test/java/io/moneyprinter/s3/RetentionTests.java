package io.moneyprinter.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.database.TransactionLock;
import io.moneyprinter.service.hosting.HostingAutoConfiguration;
import io.moneyprinter.service.retention.Findings.Missing;
import io.moneyprinter.service.retention.Pointing;
import io.moneyprinter.service.retention.Retention;
import io.moneyprinter.service.retention.RetentionAutoConfiguration;
import io.moneyprinter.service.schedule.Sweep;
import io.moneyprinter.service.store.CacheLimit;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.KeyColumn;
import io.moneyprinter.service.store.Lifecycle;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoreProperties;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.database.TestDatabase;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** What is kept and what goes, with the rows of a service that is made up, and of an engine that nobody names. */
class RetentionTests {

    private static final Duration GRACE = Duration.ofHours(24);
    private static final Duration KEEP = Duration.ofDays(30);

    private static final TestDatabase DATABASE = TestDatabase.withSchemas();

    private static final List<KeyColumn> COLUMNS = List.of(
            KeyColumn.of("shop.file", "path").where("not is_deleted"),
            KeyColumn.of("shop.clip", "path").replaceable(),
            KeyColumn.within("shop.result", "result"),
            KeyColumn.unneeded("shop.bill", "sold"));

    private static final Set<String> NAMESPACES = Set.of("cards", "chunks", "films", "materials", "plans", "speech");

    @TempDir
    Path work;

    private final SettableClock clock = new SettableClock();
    private ObjectStore store;

    @BeforeEach
    void open() {
        store = new LocalObjectStore(work, clock, new CacheLimit(Long.MAX_VALUE, Duration.ofHours(1)));
        DATABASE.jdbc().sql("""
                        drop schema if exists shop cascade;
                        drop schema if exists engine cascade;
                        create schema shop;
                        create table shop.file (path text, is_deleted boolean not null default false);
                        create table shop.clip (path text);
                        create table shop.result (result text not null);
                        create table shop.bill (sold text);
                        create table shop.note (tags text[], said jsonb);
                        create schema engine;
                        create table engine.workflow (inputs text)""").update();
    }

    @Test
    void agreesWhenEveryRowHasItsObject() {
        row("file", "path", put("materials", "a"));
        row("result", "result", "{\"audio\":\"%s\",\"size\":3}".formatted(put("speech", "b")));

        var found = retention().verify(true);

        assertThat(found.agree()).isTrue();
        assertThat(found.stored(Lifecycle.ORIGINAL).count()).isEqualTo(1);
        assertThat(found.stored(Lifecycle.RENDITION).count()).isEqualTo(1);
        assertThat(found.checked()).isEqualTo(2);
    }

    @Test
    void tellsWhatIsMissing() {
        row("file", "path", key("materials", "gone"));
        row("result", "result", "[\"%s\"]".formatted(key("films", "gone")));
        DATABASE.jdbc()
                .sql("insert into shop.file values (?, true)")
                .param(key("materials", "deleted").value())
                .update();

        var found = retention().verify(false);

        assertThat(found.agree()).isFalse();
        assertThat(found.missing())
                .containsExactlyInAnyOrder(
                        new Missing(key("materials", "gone"), "shop.file.path"),
                        new Missing(key("films", "gone"), "shop.result.result"));
        assertThat(found.replaced()).isZero();
    }

    /** Chunks are a cache, owners delete originals that plans mention, and clips are fetched again. */
    @Test
    void missesNothingThatIsMadeAgain() {
        row("clip", "path", key("materials", "clip"));
        row(
                "result",
                "result",
                "[\"%s\",\"%s\"]".formatted(key("chunks", "chunk"), key("materials", "deleted by its owner")));

        var found = retention().verify(false);

        assertThat(found.agree()).isTrue();
        assertThat(found.replaced()).isEqualTo(3);
    }

    @Test
    void tellsWhatIsNeededBesidesARow() {
        var remembered = key("materials", "remembered");
        var shown = key("materials", "shown");
        var worked = key("materials", "worked on");
        for (var key : List.of(remembered, shown, worked)) {
            row("clip", "path", key);
        }
        row("result", "result", "[\"%s\"]".formatted(shown));
        DATABASE.jdbc()
                .sql("insert into engine.workflow values (?)")
                .param("{\"media\":\"%s\"}".formatted(worked))
                .update();
        var all = List.of(remembered, shown, worked);
        var clips = List.of(KeyColumn.of("shop.clip", "path"));

        assertThat(retention().needed(all, clips)).containsExactlyInAnyOrder(shown, worked);
        assertThat(retention().needed(all, List.of())).containsExactlyInAnyOrderElementsOf(all);
        DATABASE.jdbc().sql("drop table shop.file").update();
        assertThat(retention().needed(all, clips))
                .as("what a service points to whose rows are not here")
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void deletesOriginalsWithoutARowAfterTheGrace() {
        var orphan = put("materials", "orphan");
        clock.advance(GRACE.minusMinutes(1));
        var young = retention().collect(false);
        assertThat(young.orphans().count()).isZero();
        assertThat(young.resting().count()).isEqualTo(1);
        assertThat(exists(orphan)).isTrue();
        clock.advance(Duration.ofMinutes(2));

        var looked = retention().verify(false);
        assertThat(looked.orphans().count()).isEqualTo(1);
        assertThat(exists(orphan)).isTrue();
        var collected = retention().collect(false);

        assertThat(collected.collected().count()).isEqualTo(1);
        assertThat(exists(orphan)).isFalse();
        assertThat(retention().verify(false).orphans().count()).isZero();
    }

    @Test
    void keepsRenditionsForAsLongAsTheyAreFoundAgain() {
        var speech = put("speech", "found again");
        var forgotten = put("speech", "forgotten");
        clock.advance(KEEP.minusDays(1));
        assertThat(store.exists(speech)).isTrue();
        clock.advance(Duration.ofDays(2));

        retention().collect(false);

        assertThat(exists(speech)).isTrue();
        assertThat(exists(forgotten)).isFalse();
    }

    /** Nobody named these columns; whatever has the digest of an object in it keeps it. */
    @Test
    void keepsWhateverAnyColumnOfAnyTableMentions() {
        var inArray = put("materials", "in an array");
        var inJson = put("speech", "in a document");
        var inEngine = put("films", "in the hands of the engine");
        var beside = put("speech", "in a document", "json");
        DATABASE.jdbc()
                .sql("insert into shop.note values (array['x', ?], cast(? as jsonb))")
                .params(inArray.value(), "{\"deep\":[{\"digest\":\"%s\"}]}".formatted(Digests.of("in a document")))
                .update();
        DATABASE.jdbc()
                .sql("insert into engine.workflow values (?)")
                .param("[\"java.lang.String\",\"%s\"]".formatted(inEngine))
                .update();
        clock.advance(KEEP.multipliedBy(2));

        var found = retention().collect(false);

        assertThat(found.collected().count()).isZero();
        assertThat(List.of(inArray, inJson, inEngine, beside)).allMatch(this::exists);
    }

    @Test
    void keepsNothingForTheBooksAlone() {
        var sold = put("speech", "sold");
        row("bill", "sold", Digests.of("sold"));
        clock.advance(KEEP.plusDays(1));

        retention().collect(false);

        assertThat(exists(sold)).isFalse();
    }

    @Test
    void keepsWhatAPlanNeedsThatARowPointsTo() {
        var card = put("cards", "card");
        var lost = key("cards", "lost");
        var plan = new ObjectKey("plans/%s.json".formatted(Digests.of("plan")));
        store.put(plan, "{\"cards\":[\"%s\",\"%s\"]}".formatted(card, lost).getBytes(StandardCharsets.UTF_8));
        var otherCard = put("cards", "other card");
        store.put(
                new ObjectKey("plans/%s.json".formatted(Digests.of("no row"))),
                "{\"cards\":[\"%s\"]}".formatted(otherCard).getBytes(StandardCharsets.UTF_8));
        row("result", "result", "{\"plan\":\"%s\"}".formatted(plan));
        clock.advance(KEEP.plusDays(1));

        var found = retention().collect(false);

        assertThat(exists(card)).isTrue();
        assertThat(exists(otherCard)).isFalse();
        assertThat(found.missing()).containsExactly(new Missing(lost, plan.value()));
    }

    @Test
    void limitsChunksWhateverPointsToThem() {
        var chunks = new ArrayList<ObjectKey>();
        for (var number = 0; number < 5; number++) {
            chunks.add(put("chunks", "chunk " + number));
            row("result", "result", "[\"%s\"]".formatted(chunks.getLast()));
            clock.advance(Duration.ofHours(1));
        }
        clock.advance(GRACE);
        assertThat(store.exists(chunks.getFirst())).isTrue();

        var found = retention(DataSize.ofBytes(3 * "chunk 0".length())).collect(false);

        assertThat(found.surplus().count()).isEqualTo(2);
        assertThat(chunks.stream().filter(this::exists)).containsExactly(chunks.get(0), chunks.get(3), chunks.get(4));
        assertThat(found.agree()).isTrue();
    }

    @Test
    void deletesNothingWhenAServiceIsNotKnown() {
        var orphan = put("materials", "orphan");
        clock.advance(KEEP.plusDays(1));
        var elsewhere =
                new Pointing(List.of(COLUMNS.getFirst(), KeyColumn.of("elsewhere.file", "path")), NAMESPACES, Set.of());

        var found = new Retention(store, DATABASE.dataSource(), elsewhere, properties(DataSize.ofGigabytes(1)), clock)
                .collect(false);

        assertThat(found.unreadable()).singleElement().asString().startsWith("elsewhere: ");
        assertThat(found.agree()).isFalse();
        assertThat(found.collected().count()).isZero();
        assertThat(exists(orphan)).isTrue();
    }

    /** Such as one that is used in place of the database of the data directory: its rows are not those of the objects. */
    @Test
    void deletesNothingWhenAnotherDatabaseHasObjectsThere() throws Exception {
        var film = put("materials", "film of the first");
        row("file", "path", film);
        retention().collect(false);
        var second = TestDatabase.withSchemas();
        second.jdbc()
                .sql("create schema shop; create table shop.file (path text, is_deleted boolean)")
                .update();
        var forSecond = new Retention(
                store,
                second.dataSource(),
                new Pointing(List.of(COLUMNS.getFirst()), NAMESPACES, Set.of()),
                properties(DataSize.ofGigabytes(1)),
                clock);
        clock.advance(KEEP.plusDays(1));

        var found = forSecond.collect(false);
        assertThat(found.unreadable()).singleElement().asString().startsWith("another database has objects here, too");
        assertThat(found.collected().count()).isZero();
        assertThat(exists(film)).isTrue();
        var orphan = put("materials", "orphan of the first");
        clock.advance(KEEP.plusDays(1));
        assertThat(retention().collect(false).collected().count()).isZero();
        assertThat(exists(orphan)).isTrue();

        var marks = new ArrayList<ObjectKey>();
        ((LocalObjectStore) store).forEach(object -> {
            if (object.key().value().startsWith("owner/")) {
                marks.add(object.key());
            }
        });
        assertThat(marks).hasSize(2);
        for (var mark : marks) {
            if (found.unreadable().getFirst().endsWith(mark.value())) {
                continue;
            }
            store.delete(mark);
        }
        assertThat(retention().collect(false).collected().count()).isEqualTo(1);
        assertThat(exists(film)).isTrue();
    }

    @Test
    void leavesAloneWhatIsNotOurs() throws Exception {
        var readme = Files.writeString(
                Files.createDirectories(work.resolve("objects/notes")).resolve("READ ME"), "x");
        store.put(new ObjectKey("notes/no-digest.txt"), new byte[] {1});
        clock.advance(KEEP.multipliedBy(3));

        assertThat(retention().collect(false).collected().count()).isZero();
        assertThat(readme).exists();
        assertThat(exists(new ObjectKey("notes/no-digest.txt"))).isTrue();
    }

    /** Somebody else may call files by digests, too. */
    @Test
    void leavesAloneWhatIsOfNoNamespaceOfOurs() {
        var theirs = put("backups", "not ours");
        var ours = put("films", "ours");
        clock.advance(KEEP.multipliedBy(3));

        var found = retention().verify(true);
        retention().collect(false);

        assertThat(found.foreign().count()).isEqualTo(1);
        assertThat(found.checked()).isEqualTo(1);
        assertThat(exists(theirs)).isTrue();
        assertThat(exists(ours)).isFalse();
    }

    @Test
    void tellsWhatIsDamaged() throws Exception {
        var damaged = put("films", "damaged");
        put("films", "whole");
        Files.writeString(work.resolve("objects").resolve(damaged.value()), "damaGed");

        assertThat(retention().verify(false).damaged()).isEmpty();
        var found = retention().verify(true);

        assertThat(found.damaged()).containsExactly(damaged);
        assertThat(found.agree()).isFalse();
    }

    @Test
    void removesWhatWasNeverFinished() throws Exception {
        var half = Files.writeString(store.newFile("mp4"), "half");
        Files.setLastModifiedTime(half, FileTime.from(clock.instant()));
        clock.advance(GRACE.plusMinutes(1));

        assertThat(retention().verify(false).leftOvers().count()).isEqualTo(1);
        assertThat(half).exists();
        retention().collect(false);

        assertThat(half).doesNotExist();
    }

    @Test
    void sweepsUnlessItIsToldNotTo() {
        var program = new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(HostingAutoConfiguration.class, RetentionAutoConfiguration.class))
                .withBean(DataSource.class, DATABASE::dataSource)
                .withPropertyValues("moneyprinter.home=" + work.resolve("home"));

        program.run(
                context -> assertThat(context).hasSingleBean(Retention.class).hasSingleBean(Sweep.class));
        program.withPropertyValues("moneyprinter.store.sweep=0")
                .run(context ->
                        assertThat(context).hasSingleBean(Retention.class).doesNotHaveBean(Sweep.class));
    }

    /** Work finds an object and then writes its row, as all work does, while somebody collects without a pause. */
    @Test
    void neverDeletesWhatARowPointsTo() throws Exception {
        var done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var collecting = threads.submit(() -> {
                var collected = 0L;
                while (!done.get()) {
                    clock.advance(KEEP.plusDays(1));
                    collected += retention().collect(false).collected().count();
                }
                return collected;
            });
            var work = new ArrayList<Callable<Void>>();
            for (var worker = 0; worker < 3; worker++) {
                var number = worker;
                work.add(() -> {
                    for (var round = 0; round < 12; round++) {
                        find("shared " + round % 7, number + " " + round);
                    }
                    return null;
                });
            }
            try {
                for (var result : threads.invokeAll(work)) {
                    result.get();
                }
            } finally {
                done.set(true);
            }
            assertThat(collecting.get()).as("collected meanwhile").isPositive();
        }

        assertThat(retention().verify(true).agree()).isTrue();
    }

    /**
     * A picture that was made of a file. A bucket cannot look at the time of an object and delete it in one go; what
     * keeps its row from being written in between is the lock of the key.
     */
    @Test
    void neverDeletesWhatWasMadeOfSomethingElseUnderItsRow() throws Exception {
        var film = key("materials", "film");
        var picture = put("films", "picture of the film");
        clock.advance(KEEP.plusDays(1));
        var slow = new SlowToDelete(store, DATABASE);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var collecting = threads.submit(() -> new Retention(
                            slow,
                            DATABASE.dataSource(),
                            new Pointing(COLUMNS, NAMESPACES, Set.of()),
                            properties(DataSize.ofGigabytes(1)),
                            clock)
                    .collect(false));
            slow.awaitDecision();

            var writing = threads.submit(() -> inLock(List.of(film, picture), () -> {
                if (!store.exists(picture)) {
                    putSoon(picture, "picture of the film");
                }
                row("file", "path", picture);
            }));
            slow.goOnWhenSomebodyWaitsOr(writing);

            writing.get();
            assertThat(collecting.get().collected().count()).isEqualTo(1);
        }

        assertThat(retention().verify(false).missing()).isEmpty();
        assertThat(exists(picture)).isTrue();
    }

    /** One object that several ask for, and one of its own; of each second one the row goes away again. */
    private void find(String shared, String own) {
        for (var name : List.of(shared, own)) {
            var key = key("materials", name);
            inLock(List.of(key), () -> {
                if (!store.exists(key)) {
                    putSoon(key, name);
                }
                row("file", "path", key);
            });
            if (name.hashCode() % 2 == 0) {
                DATABASE.jdbc()
                        .sql("delete from shop.file where path = ?")
                        .param(key.value())
                        .update();
            }
        }
    }

    /** A month passes in a moment here, so that what is just being written may be taken for something left over. */
    private void putSoon(ObjectKey key, String content) {
        while (true) {
            try {
                store.put(key, content.getBytes(StandardCharsets.UTF_8));
                return;
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof NoSuchFileException)) {
                    throw e;
                }
            }
        }
    }

    /** As whoever adds a row for an object does. */
    private static void inLock(List<ObjectKey> keys, Runnable work) {
        var dataSource = DATABASE.dataSource();
        new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult(_ -> {
            TransactionLock.takeObjects(JdbcClient.create(dataSource), keys.toArray(ObjectKey[]::new));
            work.run();
        });
    }

    private Retention retention() {
        return retention(DataSize.ofGigabytes(1));
    }

    private Retention retention(DataSize chunks) {
        return new Retention(
                store,
                DATABASE.dataSource(),
                new Pointing(COLUMNS, NAMESPACES, Set.of("plans")),
                properties(chunks),
                clock);
    }

    private static StoreProperties properties(DataSize chunks) {
        return new StoreProperties(
                StoreProperties.Kind.LOCAL, chunks, Duration.ofHours(1), GRACE, KEEP, Duration.ofHours(24));
    }

    private ObjectKey put(String namespace, String content) {
        return put(namespace, content, "bin");
    }

    private ObjectKey put(String namespace, String content, String extension) {
        var key = new ObjectKey("%s/%s.%s".formatted(namespace, Digests.of(content), extension));
        store.put(key, content.getBytes(StandardCharsets.UTF_8));
        return key;
    }

    private static ObjectKey key(String namespace, String content) {
        return new ObjectKey("%s/%s.bin".formatted(namespace, Digests.of(content)));
    }

    /** Without using it. */
    private boolean exists(ObjectKey key) {
        return Files.exists(work.resolve("objects").resolve(key.value()));
    }

    private static void row(String table, String column, Object value) {
        DATABASE.jdbc()
                .sql("insert into shop.%s (%s) values (?)".formatted(table, column))
                .param(value.toString())
                .update();
    }
}

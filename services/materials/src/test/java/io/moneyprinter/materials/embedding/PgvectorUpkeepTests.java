package io.moneyprinter.materials.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.asset.LibraryFixture;
import io.moneyprinter.materials.embedding.EmbeddingProperties.Pgvector;
import io.moneyprinter.testing.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The same compared by a real pgvector, which also comes, goes and is not allowed. */
@EnabledIf(
        value = "io.moneyprinter.testing.database.TestDatabase#hasPgvector",
        disabledReason = "no server with pgvector is named; ./moneyprinter test --pgvector starts one")
class PgvectorUpkeepTests extends EmbeddingUpkeepContract {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final int DIMENSIONS = 64;
    private static final long ONE_FILE = DIMENSIONS + Vectors.ID_BYTES;
    private static final long ENOUGH = 1 << 20;

    private static TestDatabase database;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(PgvectorDirections.class);

    PgvectorUpkeepTests() {
        super(database(), Pgvector.ALWAYS);
    }

    private static synchronized TestDatabase database() {
        if (database == null) {
            database = TestDatabase.withPgvector("materials");
        }
        return database;
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
    }

    @Test
    void hasTheDatabaseCompare() {
        add("IMG_1.jpg", "Cocktails");
        meanings.embedAll();
        var found = nearest("drinks");
        // Memory would believe it.
        database.jdbc()
                .sql("update materials.asset_embedding set vector = cast(repeat('x', 64) as bytea)")
                .update();

        assertThat(nearest("drinks")).hasSize(1).isEqualTo(found);
        assertThat(meanings.owners(ENOUGH, AT_ONCE).of(user, DIMENSIONS)).isNull();
        var never = meanings(Pgvector.NEVER);
        assertThat(never.owners(ENOUGH, AT_ONCE).of(user, DIMENSIONS)).isNotNull();
        assertThat(never.meanings().nearest(user, sense(never, "drinks"), 5)).isNotEqualTo(found);
    }

    @Test
    void comparesInMemoryWhatHasRoomThereUnlessItIsToldOtherwise() {
        add("IMG_1.jpg", "Cocktails");
        add("IMG_2.jpg", "Drinks");
        add("IMG_3.jpg", "Bees");
        var asking = meanings(Pgvector.AUTO);
        asking.embedAll();
        var wanted = asking.rows()
                .find(user, library.id(user, "IMG_3.jpg"), "concepts")
                .orElseThrow();

        assertThat(asking.owners(3 * ONE_FILE, AT_ONCE).of(user, DIMENSIONS)).isNotNull();
        var owners = asking.owners(2 * ONE_FILE, Duration.ofMinutes(1));
        assertThat(owners.of(user, DIMENSIONS)).isNull();
        assertThat(owners.nearest(user, wanted, 5)).hasSize(3);
        assertThat(owners.nearest(user, wanted, 1))
                .satisfiesExactly(near -> assertThat(near.id()).isEqualTo(library.id(user, "IMG_3.jpg")));
        assertThat(owners.owners()).isEqualTo(1);
    }

    @Test
    void copiesWhatWasThereBefore() {
        addSome(user, 40);
        meanings(Pgvector.NEVER).embedAll();
        assertThat(directions()).isZero();

        // It has not been copied, and memory knows it.
        assertThat(nearest("sunset")).hasSize(40);
        meanings.embedAll();

        assertThat(directions()).isEqualTo(40);
        assertThat(meanings.owners(ENOUGH, AT_ONCE).of(user, DIMENSIONS)).isNull();
        assertThat(nearest("sunset")).hasSize(40);
    }

    @Test
    void copiesAgainWhatOneWhoDidNotKnowHasChanged() {
        add("IMG_1.jpg", "Cocktails");
        add("IMG_2.jpg", "Bees");
        meanings.embedAll();
        var id = library.id(user, "IMG_1.jpg");
        library.describe(user, id, "Bienen");
        meanings(Pgvector.NEVER).embedAll();

        // Old directions are not compared.
        assertThat(nearest("swarm")).hasSize(2);
        assertThat(meanings.owners(ENOUGH, AT_ONCE).of(user, DIMENSIONS)).isNotNull();
        meanings.embedAll();

        assertThat(meanings.owners(ENOUGH, AT_ONCE).of(user, DIMENSIONS)).isNull();
        assertThat(nearest("swarm")).hasSize(2);
    }

    /** As operators may: the table holds nothing that is not elsewhere. */
    @Test
    void comparesInMemoryWhileItIsCopiedAgain() {
        add("IMG_1.jpg", "Cocktails");
        meanings.embedAll();
        var owners = meanings.owners(ENOUGH, AT_ONCE);
        assertThat(owners.of(user, DIMENSIONS)).isNull();

        database.jdbc().sql("truncate materials.asset_direction").update();

        assertThat(owners.of(user, DIMENSIONS)).isNotNull();
        meanings.keepUp();
        assertThat(owners.of(user, DIMENSIONS)).isNull();
    }

    /** Whoever was killed has left some; two go on at once, while files are deleted. */
    @Test
    void sharesTheWorkOfCopying() {
        var many = new UserId("user-" + UUID.randomUUID());
        IntStream.range(0, 10).forEach(i -> add("dusk %d.jpg".formatted(i), "Dusk"));
        meanings(Pgvector.NEVER).embedAll();
        addSome(many, 3_000);
        embed(many);
        meanings.keepUp();
        database.jdbc()
                .sql("delete from materials.asset_direction where change % 3 <> 0")
                .update();
        database.jdbc()
                .sql("update materials.asset_direction set change = change - 1 where change % 2 = 0")
                .update();
        var another = meanings(Pgvector.ALWAYS);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(meanings::keepUp),
                        CompletableFuture.runAsync(another::keepUp),
                        CompletableFuture.runAsync(() -> IntStream.range(0, 10)
                                .forEach(i -> library.delete(user, library.id(user, "dusk %d.jpg".formatted(i))))))
                .join();
        meanings.keepUp();

        assertThat(directions()).isEqualTo(3_000);
        assertThat(database.jdbc().sql("""
                                select count(*) from materials.asset_embedding e
                                join materials.asset_direction d using (asset_id, user_id, model, change)
                                where vector_dims(d.direction) = octet_length(e.vector)""").query(Integer.class).single()).isEqualTo(3_000);
        assertThat(log.list).noneMatch(event -> event.getLevel() == Level.WARN);
    }

    @Test
    void goesOnWithoutTheExtensionAndWithTheOneThatFollows() {
        add("IMG_1.jpg", "Cocktails");
        meanings.embedAll();
        var owners = meanings.owners(ENOUGH, Duration.ofMinutes(1));
        assertThat(owners.of(user, DIMENSIONS)).isNull();
        database.jdbc().sql("drop extension vector cascade").update();
        try {
            // Whoever writes first sees it.
            add("IMG_2.jpg", "Drinks");
            meanings.embedAll();
            assertThat(rows()).isEqualTo(2);
            assertThat(nearest("cocktail")).hasSize(2);
            var wanted = meanings.rows()
                    .find(user, library.id(user, "IMG_2.jpg"), "concepts")
                    .orElseThrow();
            assertThat(owners.nearest(user, wanted, 5)).hasSize(2);
            meanings.embedAll();

            assertThat(warnings())
                    .singleElement()
                    .asString()
                    .contains("PGVECTOR_UNAVAILABLE the extension vector is gone");
        } finally {
            database.jdbc().sql("create extension vector").update();
        }
        meanings.embedAll();

        assertThat(directions()).isEqualTo(2);
        assertThat(meanings.owners(ENOUGH, AT_ONCE).of(user, DIMENSIONS)).isNull();
        assertThat(nearest("cocktail")).hasSize(2);
    }

    @Test
    void losesNoFileAndNoAnswerOverAnExtensionThatGoesMeanwhile() {
        add("IMG_1.jpg", "Cocktails");
        add("IMG_2.jpg", "Drinks");
        meanings.embedAll();
        var searching = meanings(Pgvector.ALWAYS);
        var owners = searching.owners(ENOUGH, Duration.ofMinutes(1));
        var id = library.id(user, "IMG_1.jpg");
        var wanted = meanings.rows().find(user, id, "concepts").orElseThrow();
        assertThat(owners.of(user, DIMENSIONS)).isNull();
        library.describe(user, id, "Cocktails in the evening");
        var taken = meanings.rows().take("concepts", DIMENSIONS, Duration.ofMinutes(5), 10);
        database.jdbc().sql("drop extension vector cascade").update();
        try {
            meanings.rows().keep(taken.getFirst(), "concepts", "digest", wanted);

            assertThat(owners.nearest(user, wanted, 5)).hasSize(2);
            assertThat(database.jdbc()
                            .sql("select text_digest from materials.asset_embedding where asset_id = :id")
                            .param("id", id.value())
                            .query(String.class)
                            .single())
                    .isEqualTo("digest");
            // One of those who wrote, and one of those who searched.
            assertThat(warnings()).hasSize(2).allMatch(warning -> warning.contains("PGVECTOR_UNAVAILABLE"));
        } finally {
            database.jdbc().sql("create extension vector").update();
        }
    }

    @Test
    void saysOnceWhatToRunWhereItMayNotCreateTheExtension() {
        var elsewhere = TestDatabase.withPgvector("materials");
        var guest = "guest_" + UUID.randomUUID().toString().replace("-", "");
        elsewhere.jdbc().sql("""
                        create role %1$s login password 'guest';
                        grant usage, create on schema materials to %1$s;
                        grant all on all tables in schema materials to %1$s;
                        grant all on all sequences in schema materials to %1$s""".formatted(guest)).update();
        var asking = TestMeanings.asking(
                new DriverManagerDataSource(elsewhere.url(), guest, "guest"), server, "concepts", Pgvector.ALWAYS);
        var owner = new UserId("user-" + UUID.randomUUID());
        new LibraryFixture(elsewhere).add(owner, List.of(entry("IMG_1.jpg", null, "Cocktails")));

        asking.embedAll();
        asking.embedAll();

        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("PGVECTOR_UNAVAILABLE have a superuser run CREATE EXTENSION vector", "never", "permission");
        assertThat(asking.meanings().nearest(owner, sense(asking, "drinks"), 5)).hasSize(1);

        elsewhere
                .jdbc()
                .sql(
                        "create schema \"My types\"; create extension vector schema \"My types\"; grant usage on schema \"My types\" to "
                                + guest)
                .update();
        asking.embedAll();

        assertThat(asking.owners(ENOUGH, AT_ONCE).of(owner, DIMENSIONS)).isNull();
        assertThat(asking.meanings().nearest(owner, sense(asking, "drinks"), 5)).hasSize(1);
        assertThat(warnings()).hasSize(1);
    }

    @Test
    void saysOnceThatPgvectorIsTooOld() {
        var elsewhere = TestDatabase.withPgvector("materials");
        elsewhere.jdbc().sql("""
                        create extension vector;
                        alter extension vector drop type halfvec;
                        alter type halfvec rename to unknown_before""").update();
        var asking = TestMeanings.asking(elsewhere.dataSource(), server, "concepts", Pgvector.AUTO);
        new LibraryFixture(elsewhere).add(user, List.of(entry("IMG_1.jpg", null, "Cocktails")));

        asking.embedAll();
        asking.embedAll();

        assertThat(warnings()).singleElement().asString().contains("older than 0.7", "ALTER EXTENSION vector UPDATE");
        assertThat(asking.owners(0, AT_ONCE).of(user, DIMENSIONS)).isNotNull();
        assertThat(asking.meanings().nearest(user, sense(asking, "drinks"), 5)).hasSize(1);
    }

    private TestMeanings meanings(Pgvector pgvector) {
        return TestMeanings.asking(database.dataSource(), server, "concepts", pgvector)
                .keepUp();
    }

    /** All files of somebody get what one file means. */
    private static void embed(UserId owner) {
        database.jdbc().sql("""
                        insert into materials.asset_embedding (asset_id, user_id, model, text_digest, vector)
                        select id, user_id, 'concepts', '', vector from materials.asset,
                            (select vector from materials.asset_embedding limit 1) as any_other
                        where user_id = :user""").param("user", owner.value()).update();
        database.jdbc()
                .sql("update materials.asset set embed_after = null where user_id = :user")
                .param("user", owner.value())
                .update();
    }

    private static int directions() {
        return database.jdbc()
                .sql("select count(*) from materials.asset_direction where direction is not null")
                .query(Integer.class)
                .single();
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}

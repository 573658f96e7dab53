package io.moneyprinter.materials.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.asset.LibraryFixture;
import io.moneyprinter.materials.asset.LibraryFixture.Entry;
import io.moneyprinter.materials.embedding.EmbeddingProperties.Pgvector;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are embedded when, and what is found of them, whoever compares them. */
abstract class EmbeddingUpkeepContract {

    protected final UserId user = new UserId("user-" + UUID.randomUUID());
    protected final ConceptServer server = ConceptServer.start();
    protected final LibraryFixture library;
    protected final TestMeanings meanings;
    private final TestDatabase database;
    private final Pgvector pgvector;

    EmbeddingUpkeepContract(TestDatabase database, Pgvector pgvector) {
        this.database = database;
        this.pgvector = pgvector;
        this.library = new LibraryFixture(database);
        this.meanings = asking(server, "concepts");
    }

    /** In a process of its own. */
    protected final TestMeanings asking(ConceptServer server, String model) {
        return TestMeanings.asking(database.dataSource(), server, model, pgvector)
                .keepUp();
    }

    protected final TestMeanings asking(EmbeddingModel model) {
        return TestMeanings.of(database.dataSource(), model, pgvector).keepUp();
    }

    /** The tests share the database. */
    @BeforeEach
    void leaveTheFilesOfOthers() {
        database.jdbc().sql("update materials.asset set embed_after = null").update();
        database.jdbc().sql("delete from materials.asset_embedding").update();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void embedsInBatchesWhatOwnersSay() {
        library.add(
                user,
                IntStream.range(0, 40)
                        .mapToObj(i -> entry("dusk %d.jpg".formatted(i), "Waves", i + ""))
                        .toList());

        meanings.embedAll();

        assertThat(rows()).isEqualTo(40);
        assertThat(server.asked()).contains("dusk 7. Waves. 7").doesNotHaveDuplicates();
        assertThat(server.server().received()).hasSize(2 + 3);
        assertThat(nearest("sunset")).hasSize(40);
    }

    @Test
    void asksForNoMoreTextsAtATimeThanTheModelWants() {
        library.add(
                user,
                IntStream.range(0, 20)
                        .mapToObj(i -> entry("dusk %d.jpg".formatted(i), null, i + ""))
                        .toList());
        try (var few = new FewAtATime(server)) {
            var asking = asking(few);

            asking.embedAll();
            var sense = sense(asking, "sunset");
            var fits = asking.meanings()
                    .fits(
                            sense,
                            IntStream.range(0, 30)
                                    .mapToObj("dusk %d"::formatted)
                                    .toList());

            assertThat(few.asked).contains(FewAtATime.MOST).allMatch(texts -> texts <= FewAtATime.MOST);
            assertThat(fits).hasSize(30);
            assertThat(asking.meanings().nearest(user, sense, 100)).hasSize(20);
            assertThat(database.jdbc()
                            .sql("select distinct model from materials.asset_embedding")
                            .query(String.class)
                            .list())
                    .containsExactly("few");
        }
    }

    /** A model that is no server, as far as anybody can tell. */
    private static final class FewAtATime implements EmbeddingModel {

        private static final int MOST = 3;

        private final List<Integer> asked = new ArrayList<>();
        private final EmbeddingServer knows;

        private FewAtATime(ConceptServer server) {
            knows = new EmbeddingServer(
                    TestMeanings.properties(server.server().url("/v1/"), ProviderStandIn.KEY, "concepts"));
        }

        @Override
        public String name() {
            return "few";
        }

        @Override
        public String description() {
            return "few at a time";
        }

        @Override
        public int batch() {
            return MOST;
        }

        @Override
        public List<Embedding> embed(List<String> texts, Duration patience) {
            asked.add(texts.size());
            return knows.embed(texts, patience);
        }

        @Override
        public void close() {
            knows.close();
        }
    }

    @Test
    void asksAgainOnlyWhenSomethingElseIsSaid() {
        add("IMG_1.jpg", "Cocktails");
        meanings.embedAll();
        var asked = server.asked().size();
        var id = library.id(user, "IMG_1.jpg");

        library.favour(user, id);
        meanings.embedAll();

        assertThat(server.asked()).hasSize(asked);
        assertThat(waiting()).isZero();

        library.describe(user, id, "Bienen");
        meanings.embedAll();

        assertThat(server.asked()).hasSize(asked + 1);
        assertThat(nearest("swarm")).containsOnlyKeys(id);
        assertThat(nearest("cocktail")).isEmpty();
    }

    @Test
    void embedsAllAnewForAnotherModel() {
        add("IMG_1.jpg", "Cocktails");
        meanings.embedAll();
        try (var other = ConceptServer.startOther()) {
            var another = asking(other, "concepts-2");

            // What the other one has made is not compared with what this one says.
            assertThat(another.meanings().nearest(user, sense(another, "drinks"), 5))
                    .isEmpty();
            another.embedAll();

            assertThat(another.meanings().nearest(user, sense(another, "drinks"), 5))
                    .hasSize(1);
            assertThat(other.asked()).contains("Cocktails");
            assertThat(database.jdbc()
                            .sql("select distinct model from materials.asset_embedding")
                            .query(String.class)
                            .list())
                    .containsExactly("concepts-2");
        }
    }

    @Test
    void forgetsWhatIsDeleted() {
        add("IMG_1.jpg", "Cocktails");
        add("IMG_2.jpg", "Drinks");
        meanings.embedAll();
        var a = library.id(user, "IMG_1.jpg");
        var b = library.id(user, "IMG_2.jpg");
        assertThat(nearest("cocktail")).containsOnlyKeys(a, b);

        library.delete(user, a);
        library.purge(user, b);

        assertThat(rows()).isZero();
        assertThat(nearest("cocktail")).isEmpty();

        library.restore(user, a);
        meanings.embedAll();

        assertThat(nearest("cocktail")).containsOnlyKeys(a);
    }

    @Test
    void doesNotKeepWhatWasDeletedOrChangedMeanwhile() {
        add("IMG_1.jpg", "Cocktails");
        add("IMG_2.jpg", "Cocktails");
        add("IMG_3.jpg", "Cocktails");
        library.delete(user, library.id(user, "IMG_3.jpg"));
        var b = library.id(user, "IMG_2.jpg");
        var a = library.id(user, "IMG_1.jpg");
        server.behave(exchange -> {
            if (server.asked().getLast().startsWith("Cocktails")) {
                library.delete(user, a);
                library.describe(user, b, "Bees");
                server.behave(server.meaning());
            }
            server.meaning().answer(exchange);
        });

        meanings.embedAll();

        assertThat(nearest("hive")).containsOnlyKeys(b);
        assertThat(rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 384, 3_072})
    void findsTheNearestInOrder(int dimensions) {
        try (var model = new RandomModel(dimensions)) {
            addSome(user, 30);
            addSome(new UserId("user-" + UUID.randomUUID()), 10);
            var asking = asking(model);
            asking.embedAll();
            var wanted = model.embedding("what is looked for");

            var near = asking.owners(1 << 20, Duration.ZERO).nearest(user, wanted, 12);

            var all = nearest(wanted);
            assertThat(near).hasSize(12);
            for (var i = 0; i < near.size(); i++) {
                assertThat(near.get(i).id()).isEqualTo(all.get(i).id());
                assertThat(near.get(i).cosine()).isCloseTo(all.get(i).cosine(), within(1e-9));
            }
        }
    }

    @Test
    void doesNotCompareModelsOfTheSameNameWithOtherDimensions() {
        addSome(user, 5);
        try (var model = new RandomModel(24);
                var larger = new RandomModel(32)) {
            asking(model).embedAll();
            var asking = asking(larger);
            var wanted = larger.embedding("what is looked for");

            assertThat(asking.owners(1 << 20, Duration.ZERO).nearest(user, wanted, 5))
                    .isEmpty();
            asking.embedAll();

            assertThat(asking.owners(1 << 20, Duration.ZERO).nearest(user, wanted, 5))
                    .extracting(Vectors.Near::id)
                    .containsExactlyElementsOf(
                            nearest(wanted).stream().map(Vectors.Near::id).toList());
        }
    }

    /** Of which much is said, at once. */
    protected final void addSome(UserId owner, int count) {
        database.jdbc()
                .sql("""
                        insert into materials.asset
                            (id, user_id, filename, file_type, mime_type, file_size, storage_path, description)
                        select gen_random_uuid(), :user, 'IMG_1.png', 'image', 'image/png', 1, 'a.png', 'Dusk ' || i
                        from generate_series(1, :count) i""")
                .param("user", owner.value())
                .param("count", count)
                .update();
    }

    /** One cosine after the other. */
    private List<Vectors.Near> nearest(Embedding wanted) {
        return database
                .jdbc()
                .sql("select asset_id, vector from materials.asset_embedding where user_id = :user")
                .param("user", user.value())
                .query((row, number) -> new Vectors.Near(
                        new AssetId(row.getString("asset_id")), new Embedding(row.getBytes("vector")).cosine(wanted)))
                .list()
                .stream()
                .sorted(Comparator.comparingDouble(Vectors.Near::cosine).reversed())
                .toList();
    }

    /** Every text means something else, but those that mean the same. */
    private record RandomModel(int dimensions) implements EmbeddingModel {

        Embedding embedding(String text) {
            var same = IntStream.range(0, Calibration.PAIRS.size())
                    .filter(i -> Calibration.PAIRS.get(i).found().equals(text)
                            || Calibration.PAIRS.get(i).wanted().equals(text))
                    .findFirst()
                    .orElseGet(text::hashCode);
            var random = new Random(same);
            var vector = new float[dimensions];
            for (var i = 0; i < dimensions; i++) {
                vector[i] = (float) random.nextGaussian();
            }
            return Embedding.of(vector);
        }

        @Override
        public String name() {
            return "random";
        }

        @Override
        public String description() {
            return "random";
        }

        @Override
        public int batch() {
            return 16;
        }

        @Override
        public List<Embedding> embed(List<String> texts, Duration patience) {
            return texts.stream().map(this::embedding).toList();
        }

        @Override
        public void close() {}
    }

    @Test
    void keepsOwnersApart() {
        var other = new UserId("user-" + UUID.randomUUID());
        add("IMG_1.jpg", "Cocktails");
        library.add(other, List.of(entry("IMG_2.jpg", null, "Cocktails")));
        meanings.embedAll();

        assertThat(nearest("drinks")).containsOnlyKeys(library.id(user, "IMG_1.jpg"));
        assertThat(meanings.meanings().nearest(other, sense(meanings, "drinks"), 5))
                .containsOnlyKeys(library.id(other, "IMG_2.jpg"));
        assertThat(meanings.meanings().like(other, library.id(user, "IMG_1.jpg"), 5))
                .isEmpty();
    }

    @Test
    void givesBackWhatItCouldNotEmbedAndGoesOnLater() {
        add("IMG_1.jpg", "Cocktails");
        var served = new int[1];
        server.behave(exchange -> {
            // It learns the scale first.
            if (++served[0] <= 2) {
                server.meaning().answer(exchange);
            } else {
                ProviderStandIn.json(500, "{}").answer(exchange);
            }
        });

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(meanings::embedAll)
                .satisfies(e -> assertThat(e.code()).isEqualTo(MaterialsErrorCode.EMBEDDING_UNAVAILABLE));
        assertThat(waiting()).isEqualTo(1);
        assertThat(rows()).isZero();
        server.behave(server.meaning());
        meanings.embedAll();

        assertThat(waiting()).isZero();
        assertThat(nearest("drinks")).hasSize(1);
    }

    @Test
    void leavesOutTheTextThatIsRefused() {
        add("IMG_1.jpg", "Cocktails");
        add("IMG_2.jpg", "poison");
        add("IMG_3.jpg", "Bees");
        server.behave(exchange -> {
            var asked = server.server().received().getLast().body();
            (asked.contains("poison") ? ProviderStandIn.json(413, "{\"error\":\"too long\"}") : server.meaning())
                    .answer(exchange);
        });

        meanings.embedAll();
        var asked = server.asked().size();
        meanings.embedAll();

        assertThat(server.asked()).hasSize(asked);
        assertThat(waiting()).isZero();
        assertThat(nearest("drinks")).hasSize(1);
        assertThat(nearest("hive")).hasSize(1);
    }

    @Test
    void takesWhatOneWhoDiedHadTakenWhenItsTimeIsOver() {
        add("IMG_1.jpg", "Cocktails");
        var rows = meanings.rows();

        assertThat(rows.take("concepts", 64, Duration.ofMinutes(5), 10)).hasSize(1);
        assertThat(rows.take("concepts", 64, Duration.ofMinutes(5), 10)).isEmpty();
        meanings.embedAll();
        assertThat(rows()).isZero();
        database.jdbc()
                .sql("update materials.asset set embed_after = now() - interval '1 second' where user_id = :user")
                .param("user", user.value())
                .update();
        meanings.embedAll();

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void doesNotUseAModelThatKnowsNothing() {
        add("IMG_1.jpg", "Cocktails");
        server.behave(exchange -> {
            var count =
                    ConceptServer.inputs(server.server().received().getLast()).size();
            ConceptServer.raw(ConceptServer.answerOf(
                            Collections.nCopies(count, "[0.5,0.25]").toArray(String[]::new)))
                    .answer(exchange);
        });

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(meanings::embedAll)
                .withMessageContaining("does not tell what means the same");
        assertThat(sense(meanings, "drinks").isEmpty()).isTrue();
    }

    @Test
    void saysNothingWhenItIsNotSetUpOrFails() {
        var none = TestMeanings.none(database);

        assertThat(none.of(List.of(new Phrase("drinks", 1))).isEmpty()).isTrue();
        assertThat(none.fits(Sense.NONE, List.of("cocktail"))).isEmpty();
        assertThat(none.nearest(user, Sense.NONE, 5)).isEmpty();
        for (var misbehaviour : List.of(
                ProviderStandIn.json(429, "{}").with("Retry-After", 1),
                ProviderStandIn.json(500, "{}"),
                ConceptServer.raw("<html>"),
                ProviderStandIn.hangUp(),
                ProviderStandIn.stall())) {
            var failing = asking(server, "concepts");
            server.behave(misbehaviour);

            assertThat(sense(failing, "drinks").isEmpty()).isTrue();
        }
    }

    @Test
    void keepsAnswersToWhatIsAskedAgain() {
        var sense = sense(meanings, "drinks");
        var first = meanings.meanings().fits(sense, List.of("Cocktail at dusk", "", "An office"));
        var asked = server.asked().size();
        var second = meanings.meanings().fits(sense(meanings, "drinks"), List.of("Cocktail at dusk", "An office"));

        assertThat(server.asked()).hasSize(asked);
        assertThat(second).isEqualTo(first).containsOnlyKeys("Cocktail at dusk", "An office");
        assertThat(first.get("Cocktail at dusk").phrase()).isEqualTo("drinks");
        assertThat(first.get("Cocktail at dusk").score()).isGreaterThan(0.4);
        assertThat(first.get("An office").score()).isLessThan(0.1);
    }

    protected final void add(String name, String description) {
        library.add(user, List.of(entry(name, null, description)));
    }

    protected static Entry entry(String name, @Nullable String category, String description) {
        return new Entry(name, "image", List.of(), category, description, "blue", 0.5);
    }

    protected final Map<AssetId, ?> nearest(String words) {
        return meanings.meanings().nearest(user, sense(meanings, words), 100);
    }

    protected static Sense sense(TestMeanings meanings, String words) {
        return meanings.meanings().of(List.of(new Phrase(words, 1)));
    }

    protected final int rows() {
        return database.jdbc()
                .sql("select count(*) from materials.asset_embedding")
                .query(Integer.class)
                .single();
    }

    private int waiting() {
        return database.jdbc()
                .sql("select count(*) from materials.asset where embed_after is not null and not is_deleted")
                .query(Integer.class)
                .single();
    }
}

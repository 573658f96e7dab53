package io.moneyprinter.materials.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.asset.AssetFixture;
import io.moneyprinter.materials.asset.LibraryFixture;
import io.moneyprinter.materials.asset.LibraryFixture.Entry;
import io.moneyprinter.materials.embedding.EmbeddingModel;
import io.moneyprinter.materials.embedding.TestMeanings;
import io.moneyprinter.materials.embedding.onnx.RealModels;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found among files that have none of the words, by real models. */
class DirectorySearchTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    @TempDir
    Path home;

    private final UserId user = new UserId("user-" + UUID.randomUUID());

    @BeforeEach
    void fill() {
        DATABASE.jdbc().sql("update materials.asset set embed_after = null").update();
        DATABASE.jdbc().sql("delete from materials.asset_embedding").update();
        new LibraryFixture(DATABASE)
                .add(
                        user,
                        List.of(
                                new Entry("cocktail at dusk.mp4", "video", List.of(), null, null, "blue", 0.5),
                                new Entry("bees.jpg", "image", List.of("hive"), "Nature", null, "yellow", 0.5),
                                new Entry("IMG_0001.jpg", "image", List.of("desks"), "Work", null, "grey", 0.5),
                                new Entry("church.jpg", "image", List.of("steeple"), null, null, "grey", 0.5),
                                new Entry("IMG_0002.jpg", "image", List.of(), null, null, "grey", 0.5)));
    }

    @Test
    void findsWhatMeansTheSameInOtherWords() throws Exception {
        for (var directory : List.of(RealModels.miniLm(home), RealModels.bge(home))) {
            try (var model = RealModels.in(directory)) {
                var library = embedded(model);

                assertThat(names(library, "sunset drinks")).first().isEqualTo("cocktail at dusk.mp4");
                assertThat(names(library, "beekeeper")).first().isEqualTo("bees.jpg");
                assertThat(names(library, "people working in an office"))
                        .first()
                        .isEqualTo("IMG_0001.jpg");
                assertThat(names(library, "quantum entanglement")).isEmpty();
            }
        }
    }

    @Test
    void knowsAfterARestartWhatItKnewBefore() throws Exception {
        var directory = RealModels.miniLm(home);
        try (var model = RealModels.in(directory)) {
            embedded(model);
        }
        var before = changes();
        assertThat(before).hasSize(5);

        try (var model = RealModels.in(directory)) {
            var library = embedded(model);

            assertThat(changes()).isEqualTo(before);
            assertThat(names(library, "sunset drinks")).first().isEqualTo("cocktail at dusk.mp4");
        }
    }

    @Test
    void embedsAllAnewWhenAnotherModelIsPutThere() throws Exception {
        String first;
        try (var model = RealModels.in(RealModels.miniLm(home))) {
            embedded(model);
            first = model.name();
            assertThat(models()).containsExactly(first);
        }

        try (var model = RealModels.in(RealModels.bge(home))) {
            var library = TestLibrary.of(
                    DATABASE,
                    new AssetFixture(DATABASE, Intakes.store(home)).assets(),
                    TestMeanings.of(DATABASE, model).meanings());
            // What the other one has made is not compared with what this one says.
            assertThat(names(library, "sunset drinks")).isEmpty();

            library = embedded(model);

            assertThat(models()).containsExactly(model.name()).doesNotContain(first);
            assertThat(names(library, "sunset drinks")).first().isEqualTo("cocktail at dusk.mp4");
        }
    }

    private Library embedded(EmbeddingModel model) {
        var meanings = TestMeanings.of(DATABASE, model);
        meanings.embedAll();
        return TestLibrary.of(DATABASE, new AssetFixture(DATABASE, Intakes.store(home)).assets(), meanings.meanings());
    }

    private List<String> names(Library library, String words) {
        return library.find(user, words, SearchFilter.ofTypes(List.of()), false, 10, 0).matches().stream()
                .map(match -> match.asset().filename())
                .toList();
    }

    private static List<Long> changes() {
        return DATABASE.jdbc()
                .sql("select change from materials.asset_embedding order by change")
                .query(Long.class)
                .list();
    }

    private static List<String> models() {
        return DATABASE.jdbc()
                .sql("select distinct model from materials.asset_embedding")
                .query(String.class)
                .list();
    }
}

package io.moneyprinter.materials.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.language.Language;
import io.moneyprinter.materials.asset.AssetFixture;
import io.moneyprinter.materials.asset.LibraryFixture;
import io.moneyprinter.materials.asset.LibraryFixture.Entry;
import io.moneyprinter.materials.embedding.ConceptServer;
import io.moneyprinter.materials.embedding.Phrase;
import io.moneyprinter.materials.embedding.TestMeanings;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.words.Relevance;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found that has none of the words. */
class MeaningSearchTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");
    private static final SearchFilter ALL = SearchFilter.ofTypes(List.of());

    @TempDir
    Path home;

    private final UserId user = new UserId("user-" + UUID.randomUUID());
    private final LibraryFixture files = new LibraryFixture(DATABASE);
    private final ConceptServer server = ConceptServer.start();
    private final TestMeanings meanings = TestMeanings.asking(DATABASE, server);
    private Library library;

    @BeforeEach
    void fill() {
        DATABASE.jdbc().sql("update materials.asset set embed_after = null").update();
        library =
                TestLibrary.of(DATABASE, new AssetFixture(DATABASE, Intakes.store(home)).assets(), meanings.meanings());
        files.add(
                user,
                List.of(
                        new Entry("cocktail at dusk.mp4", "video", List.of(), null, null, "blue", 0.5),
                        new Entry("bees.jpg", "image", List.of("hive"), "Nature", null, "yellow", 0.5),
                        new Entry("swarm.mp4", "video", List.of(), "Nature", null, "yellow", 0.5),
                        new Entry("office.jpg", "image", List.of("desks"), "Work", null, "grey", 0.5),
                        new Entry("honey.jpg", "image", List.of("glass"), null, null, "yellow", 0.5)));
        files.add(
                new UserId("another-" + user),
                List.of(new Entry("bees of others.jpg", "image", List.of("bees"), null, null, "blue", 0.5)));
        meanings.embedAll();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsWhatMeansTheSameInOtherWords() {
        assertThat(names("sunset drinks")).containsExactly("cocktail at dusk.mp4");
    }

    @Test
    void findsEnglishNamesForGermanWords() {
        assertThat(names("Bienen")).containsExactlyInAnyOrder("bees.jpg", "swarm.mp4");
        assertThat(names("Getränke im Sonnenuntergang")).containsExactly("cocktail at dusk.mp4");
        assertThat(names("Büro")).containsExactly("office.jpg");
    }

    @Test
    void findsNothingForWhatHasNothingInCommon() {
        assertThat(names("Rakete")).isEmpty();
        assertThat(names("quantum entanglement")).isEmpty();
    }

    @Test
    void putsThoseThatHaveTheWordsFirst() {
        var found = library.find(user, "bees ", ALL, false, 10, 0);

        assertThat(found.matches().stream().map(match -> match.asset().filename()))
                .containsExactly("bees.jpg", "swarm.mp4");
        assertThat(found.matches().getFirst().score()).isGreaterThan(1);
        assertThat(found.matches().getLast().score()).isBetween(0.35, 1.0);
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.counts().get("type")).containsEntry("video", 1).containsEntry("image", 1);
    }

    @Test
    void findsThoseThatHaveAnyOfTheWordsBesideThoseThatMeanAll() {
        assertThat(names("honey bienen"))
                .contains("honey.jpg", "bees.jpg", "swarm.mp4")
                .doesNotContain("office.jpg");
    }

    @Test
    void filtersAndPages() {
        var videos = SearchFilter.ofTypes(List.of("video"));

        assertThat(library.find(user, "Bienen", videos, false, 10, 0).matches())
                .singleElement()
                .satisfies(match -> assertThat(match.asset().filename()).isEqualTo("swarm.mp4"));
        var first = library.find(user, "Bienen", ALL, false, 1, 0);
        var second = library.find(user, "Bienen", ALL, false, 1, 1);
        assertThat(first.total()).isEqualTo(2);
        assertThat(first.matches()).hasSize(1).doesNotContainAnyElementsOf(second.matches());
        assertThat(library.find(user, "Bienen", ALL, true, 10, 0).matches().stream()
                        .map(match -> match.asset().filename()))
                .containsExactly("swarm.mp4", "bees.jpg");
    }

    @Test
    void findsFilesThatAreLikeOneInWhatTheyMean() {
        var bees = new Entry("biene.jpg", "image", List.of(), null, null, "grey", 0.5);
        files.add(user, List.of(bees));
        meanings.embedAll();

        var alike = library.alike(user, files.id(user, "bees.jpg"), 5);

        assertThat(alike.getFirst().asset().filename()).isEqualTo("biene.jpg");
        assertThat(alike.stream().map(match -> match.asset().filename()))
                .doesNotContain("bees.jpg", "swarm.mp4", "bees of others.jpg");
    }

    @Test
    void recommendsForASentenceInAnotherLanguage() {
        var sentence = "Abends gibt es Cocktails bei Sonnenuntergang.";
        var wanted = Relevance.toSentence(sentence, Language.ENGLISH);
        var phrases = List.of(new Phrase(sentence, 1));

        var found = library.fitting(user, wanted, phrases, List.of("image", "video"), 3);

        assertThat(found).singleElement().satisfies(fitting -> {
            assertThat(fitting.stored().asset().filename()).isEqualTo("cocktail at dusk.mp4");
            assertThat(fitting.fit().phrase()).isEqualTo(sentence);
        });
        assertThat(library.fitting(user, wanted, phrases, List.of("image"), 3)).isEmpty();
    }

    @Test
    void findsWordsWhenNobodySaysWhatTheyMean() {
        server.behave(ProviderStandIn.json(500, "{}"));

        assertThat(names("bees ")).containsExactly("bees.jpg");
        assertThat(names("sunset drinks")).isEmpty();
        assertThat(library.alike(user, files.id(user, "bees.jpg"), 5)).isNotEmpty();
    }

    private List<String> names(String words) {
        return library.find(user, words, ALL, false, 10, 0).matches().stream()
                .map(match -> match.asset().filename())
                .toList();
    }
}

package io.moneyprinter.materials.shot;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.materials.asset.AssetFixture;
import io.moneyprinter.materials.asset.LibraryFixture;
import io.moneyprinter.materials.asset.LibraryFixture.Entry;
import io.moneyprinter.materials.embedding.ConceptServer;
import io.moneyprinter.materials.embedding.Meanings;
import io.moneyprinter.materials.embedding.TestMeanings;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.pixabay.PixabayStandIn;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that say what is looked for in other words. */
class MeaningShotsTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    @TempDir
    Path work;

    private final UserId user = new UserId("user-" + UUID.randomUUID());
    private final ConceptServer server = ConceptServer.start();
    private final ProviderStandIn pixabay = ProviderStandIn.start();
    private final TestMeanings meanings = TestMeanings.asking(DATABASE, server);
    private ObjectStore store;

    @BeforeEach
    void open() {
        store = Intakes.store(work.resolve("home"));
        DATABASE.jdbc().sql("delete from materials.stock_search").update();
        DATABASE.jdbc().sql("update materials.asset set embed_after = null").update();
    }

    @AfterEach
    void stop() {
        server.close();
        pixabay.close();
    }

    @Test
    void showsTheFileOfTheLibraryThatMeansIt() {
        fill();

        var shot = shot(library(meanings.meanings(), request("en", "sunset drinks")));

        assertThat(shot.scores()).singleElement().satisfies(score -> {
            assertThat(score.title()).isEqualTo("cocktail at dusk.mp4");
            assertThat(score.reasons()).contains("means 'sunset drinks'");
            assertThat(score.relevance()).isBetween(0.5, 0.9);
        });
        assertThat(shot(library(meanings.meanings(), request("de", "Getränke Abenddämmerung")))
                        .scores()
                        .getFirst()
                        .title())
                .isEqualTo("cocktail at dusk.mp4");
    }

    @Test
    void showsNoFileThatMeansSomethingElse() {
        fill();

        assertThat(library(meanings.meanings(), request("en", "stock market crash")))
                .isInstanceOf(Finding.Nothing.class);
        assertThat(library(TestMeanings.none(DATABASE), request("en", "sunset drinks")))
                .isInstanceOf(Finding.Nothing.class);
    }

    @Test
    void goesByWordsWhenNobodySaysWhatTheyMean() {
        fill();
        server.behave(ProviderStandIn.json(429, "{}").with("Retry-After", 60));

        assertThat(library(meanings.meanings(), request("en", "sunset drinks"))).isInstanceOf(Finding.Nothing.class);
        assertThat(shot(library(meanings.meanings(), request("en", "cocktail")))
                        .scores()
                        .getFirst()
                        .reasons())
                .contains("shows 'cocktail'");
    }

    @Test
    void showsTheClipThatMeansItThoughAnotherIsFoundFirst() {
        offer("office, desks", "dusk, cocktail");

        var shot = shot(stock(meanings.meanings(), request("en", "sunset drinks")));

        assertThat(shot.scores()).singleElement().satisfies(score -> {
            assertThat(score.source()).isEqualTo("pixabay/1");
            assertThat(score.reasons())
                    .contains("means 'sunset drinks'")
                    .doesNotContain("its words say something else");
        });
        assertThat(server.asked()).contains("office, desks", "dusk, cocktail");
    }

    @Test
    void showsNoClipThatSaysAndMeansSomethingElse() {
        offer("office, desks", "old church");

        var found = stock(meanings.meanings(), request("en", "sunset drinks"));

        assertThat(found).isInstanceOf(Finding.Nothing.class);
        assertThat(((Finding.Nothing) found).reason()).contains("its words say something else");
    }

    @Test
    void takesClipsByWordsWhenNobodySaysWhatTheyMean() {
        offer("dusk, cocktail", "drinks");
        server.behave(ProviderStandIn.hangUp());

        assertThat(shot(stock(meanings.meanings(), request("en", "sunset drinks")))
                        .scores()
                        .getFirst()
                        .source())
                .isEqualTo("pixabay/1");
    }

    private void fill() {
        new LibraryFixture(DATABASE)
                .add(
                        user,
                        List.of(
                                new Entry("office.mp4", "video", List.of("desks"), null, null, "grey", 0.5),
                                new Entry("cocktail at dusk.mp4", "video", List.of(), null, null, "blue", 0.5)));
        meanings.embedAll();
    }

    /** Clips that are found in that order, by their tags. */
    private void offer(String first, String second) {
        var film = GeneratedMedia.video(work.resolve("clip.mp4"), 90, 160, 25, 25);
        pixabay.on("/files/a.mp4", ProviderStandIn.file(film));
        var file = pixabay.url("/files/a.mp4");
        pixabay.searches(ProviderStandIn.json(200, """
                {"totalHits":2,"hits":[
                {"id":0,"user":"Ada","duration":8,"tags":"%s","videos":{"large":{"url":"%s","width":90,"height":160}}},
                {"id":1,"user":"Ada","duration":8,"tags":"%s","videos":{"large":{"url":"%s","width":90,"height":160}}}]}""".formatted(first, file, second, file)));
    }

    private Finding library(Meanings meanings, ShotRequest request) {
        return TestShots.library(DATABASE, store, new AssetFixture(DATABASE, store).assets(), meanings)
                .find(request);
    }

    private Finding stock(Meanings meanings, ShotRequest request) {
        return TestShots.footage(
                        DATABASE,
                        store,
                        meanings,
                        PixabayStandIn.asking(pixabay, Clock.systemUTC(), ProviderStandIn.KEY))
                .find(request);
    }

    private static Shot shot(Finding finding) {
        assertThat(finding).isInstanceOf(Finding.Fit.class);
        return ((Finding.Fit) finding).shot();
    }

    private ShotRequest request(String language, String term) {
        return new ShotRequest(
                user,
                new VideoId("video-" + UUID.randomUUID()),
                0,
                6,
                "And so it ends.",
                null,
                List.of(),
                "Nothing",
                language,
                Duration.ofSeconds(4),
                90,
                160,
                7,
                MaterialSettings.DEFAULT,
                List.of(term));
    }
}

package io.moneyprinter.materials.shot;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.materials.asset.AssetFixture;
import io.moneyprinter.materials.asset.LibraryFixture;
import io.moneyprinter.materials.asset.LibraryFixture.Entry;
import io.moneyprinter.materials.embedding.TestMeanings;
import io.moneyprinter.materials.embedding.onnx.RealModels;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that say in other words what is looked for, by a real model. */
class DirectoryShotsTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    @TempDir
    Path work;

    private final UserId user = new UserId("user-" + UUID.randomUUID());

    @Test
    void showsTheFileOfTheLibraryThatMeansIt() throws Exception {
        DATABASE.jdbc().sql("update materials.asset set embed_after = null").update();
        new LibraryFixture(DATABASE)
                .add(
                        user,
                        List.of(
                                new Entry("office.mp4", "video", List.of("desks"), null, null, "grey", 0.5),
                                new Entry("cocktail at dusk.mp4", "video", List.of(), null, null, "blue", 0.5)));
        var directory = RealModels.miniLm(work);
        for (var start = 0; start < 2; start++) {
            try (var model = RealModels.in(directory)) {
                var meanings = TestMeanings.of(DATABASE, model);
                meanings.embedAll();

                assertThat(find(meanings, "sunset drinks")).isInstanceOfSatisfying(Finding.Fit.class, fit -> {
                    var score = fit.shot().scores().getFirst();
                    assertThat(score.title()).isEqualTo("cocktail at dusk.mp4");
                    assertThat(score.reasons()).contains("means 'sunset drinks'");
                    assertThat(score.relevance()).isBetween(0.5, 0.9);
                });
                assertThat(find(meanings, "stock market crash")).isInstanceOf(Finding.Nothing.class);
            }
        }
    }

    private Finding find(TestMeanings meanings, String term) {
        var store = Intakes.store(work.resolve("home"));
        return TestShots.library(DATABASE, store, new AssetFixture(DATABASE, store).assets(), meanings.meanings())
                .find(new ShotRequest(
                        user,
                        new VideoId("video-" + UUID.randomUUID()),
                        0,
                        6,
                        "And so it ends.",
                        null,
                        List.of(),
                        "Nothing",
                        "en",
                        Duration.ofSeconds(4),
                        90,
                        160,
                        7,
                        MaterialSettings.DEFAULT,
                        List.of(term)));
    }
}

package io.moneyprinter.materials.shot;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.nasa.NasaStandIn;
import io.moneyprinter.materials.provider.pixabay.PixabayStandIn;
import io.moneyprinter.materials.spi.StockProvider;
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

/** Clips of which nobody says how long or how large they are, and those that are not what was said. */
class UnmeasuredClipsTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    private final ProviderStandIn server = ProviderStandIn.start();

    @TempDir
    Path work;

    private ObjectStore store;

    @BeforeEach
    void open() {
        store = Intakes.store(work.resolve("home"));
        DATABASE.jdbc().sql("delete from materials.stock_search").update();
        DATABASE.jdbc().sql("delete from materials.stock_clip").update();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsAVideoWhoseLengthIsKnownOnlyWhenItIsHere() {
        NasaStandIn.offers(server, "bees", film("film.mp4", 90, 160, 50), 90, 160, null);

        var finding = find();

        assertThat(finding).isInstanceOfSatisfying(Finding.Fit.class, fit -> {
            assertThat(fit.shot().provider()).isEqualTo("nasa");
            assertThat(fit.shot().attribution())
                    .isEqualTo("“Bees”, credit: NASA/JSC (https://images.nasa.gov/details/bees)");
            assertThat(fit.shot().visuals())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Visual.Footage.class,
                            footage -> assertThat(footage.duration())
                                    .isBetween(Duration.ofMillis(1_900), Duration.ofMillis(2_100)));
        });
    }

    @Test
    void leavesAVideoAloneThatTurnsOutToBeTooLong() {
        var long100s = GeneratedMedia.silentVideo(
                work.resolve("long.mp4"),
                filter("color").with("size", "90x160").with("rate", 1).with("duration", 100));
        NasaStandIn.offers(server, "bees", long100s, 90, 160, null);

        assertThat(find())
                .isInstanceOfSatisfying(
                        Finding.Nothing.class,
                        nothing -> assertThat(nothing.failures())
                                .singleElement()
                                .satisfies(failure -> {
                                    assertThat(failure.code()).isEqualTo("MEDIA_TOO_LARGE");
                                    assertThat(failure.reason()).contains("100 seconds long (expected: at most 90)");
                                }));
        // Broader words find it again.
        assertThat(server.requests())
                .filteredOn(uri -> uri.getPath().endsWith(".mp4"))
                .hasSize(1);
        assertThat(server.requests())
                .filteredOn(uri -> uri.getPath().equals("/search"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void doesNotFetchAVideoThatSaysItIsTooLong() {
        NasaStandIn.offers(server, "bees", film("film.mp4", 90, 160, 50), 90, 160, "0:44:00");

        assertThat(find()).isInstanceOf(Finding.Nothing.class);

        assertThat(server.requests()).noneMatch(uri -> uri.getPath().endsWith(".mp4"));
    }

    @Test
    void fetchesALargerFileWhenOneIsSmallerThanItWasSaid() {
        server.on("/files/small.mp4", ProviderStandIn.file(film("small.mp4", 60, 106, 25)))
                .on("/files/large.mp4", ProviderStandIn.file(film("large.mp4", 180, 320, 25)));
        offer("large.mp4", 1_080, 1_920, "small.mp4", 90, 160);

        assertThat(find(pixabay()))
                .isInstanceOfSatisfying(
                        Finding.Fit.class,
                        fit -> assertThat(fit.shot().visuals())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Visual.Footage.class,
                                        footage -> assertThat(footage.width()).isEqualTo(180)));
    }

    @Test
    void showsTheLargestThereIsWhenAllAreSmallerThanTheyWereSaid() {
        server.on("/files/small.mp4", ProviderStandIn.file(film("small.mp4", 46, 82, 25)))
                .on("/files/large.mp4", ProviderStandIn.file(film("large.mp4", 60, 106, 25)));
        offer("large.mp4", 1_080, 1_920, "small.mp4", 90, 160);

        assertThat(find(pixabay()))
                .isInstanceOfSatisfying(
                        Finding.Fit.class,
                        fit -> assertThat(fit.shot().visuals())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Visual.Footage.class,
                                        footage -> assertThat(footage.width()).isEqualTo(60)));
    }

    @Test
    void showsNothingThatWouldLookBroken() {
        server.on("/files/small.mp4", ProviderStandIn.file(film("small.mp4", 32, 58, 25)));
        offer("small.mp4", 90, 160, "small.mp4", 80, 150);

        assertThat(find(pixabay()))
                .isInstanceOfSatisfying(
                        Finding.Nothing.class,
                        nothing -> assertThat(nothing.failures())
                                .singleElement()
                                .satisfies(failure -> {
                                    assertThat(failure.code()).isEqualTo("STOCK_UNAVAILABLE");
                                    assertThat(failure.reason())
                                            .contains("has 32x58 pixels (expected: at least half of 90x160)");
                                }));
    }

    private Path film(String name, int width, int height, int frames) {
        return GeneratedMedia.video(work.resolve(name), width, height, 25, frames);
    }

    private void offer(String large, int width, int height, String tiny, int tinyWidth, int tinyHeight) {
        server.searches(ProviderStandIn.json(200, """
                {"totalHits":1,"hits":[{"id":31,"user":"Ada","duration":8,"videos":{
                "large":{"url":"%s","width":%d,"height":%d},"tiny":{"url":"%s","width":%d,"height":%d}}}]}""".formatted(
                server.url("/files/" + large), width, height, server.url("/files/" + tiny), tinyWidth, tinyHeight)));
    }

    private StockProvider pixabay() {
        return PixabayStandIn.asking(server, Clock.systemUTC(), ProviderStandIn.KEY);
    }

    private Finding find() {
        return find(NasaStandIn.asking(server, Clock.systemUTC()));
    }

    private Finding find(StockProvider provider) {
        return TestShots.footage(DATABASE, store, provider)
                .find(new ShotRequest(
                        new UserId("user-" + UUID.randomUUID()),
                        new VideoId("video-" + UUID.randomUUID()),
                        0,
                        1,
                        "Bees dance.",
                        null,
                        List.of("bees"),
                        "Why bees dance",
                        "en",
                        Duration.ofSeconds(2),
                        90,
                        160,
                        7,
                        MaterialSettings.DEFAULT));
    }
}

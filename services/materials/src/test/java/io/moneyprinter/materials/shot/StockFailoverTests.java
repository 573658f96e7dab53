package io.moneyprinter.materials.shot;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.SourceFailure;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.pexels.PexelsStandIn;
import io.moneyprinter.materials.provider.pexels.PexelsStandIn.Clip;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked after whom, and what is told of it; {@link StockFailoverMatrixTests} has everybody fail. */
class StockFailoverTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    @TempDir
    static Path work;

    private static ObjectStore store;
    private static Path film;
    private static Path photo;

    private final ProviderStandIn bad = ProviderStandIn.start();
    private final ProviderStandIn good = ProviderStandIn.start();

    @BeforeAll
    static void make() {
        store = Intakes.store(work.resolve("home"));
        film = GeneratedMedia.video(work.resolve("clip.mp4"), 90, 160, 25, 25);
        photo = GeneratedMedia.plainImage(work.resolve("photo.jpg"), "red", 180, 320);
    }

    @AfterEach
    void stop() {
        bad.close();
        good.close();
    }

    @Test
    void takesItForNoFailureToHaveNothing() {
        bad.searches(ProviderStandIn.json(200, "{\"total\":0,\"totalHits\":0,\"hits\":[]}"));

        var shot = fit(find(StandInProvider.PIXABAY.at(bad), pexels()));

        assertThat(shot.provider()).isEqualTo("pexels");
        assertThat(shot.failures()).isEmpty();
    }

    @Test
    void tellsOfAllWhoFailed() {
        bad.searches(ProviderStandIn.json(500, "{}"));

        var nothing = (Finding.Nothing)
                find(StandInProvider.PIXABAY.at(bad), StandInProvider.NASA.at(bad), StandInProvider.COVERR.at(bad));

        assertThat(nothing.failures()).extracting(SourceFailure::provider).containsExactly("pixabay", "nasa", "coverr");
        assertThat(nothing.reason()).contains("Pixabay answers with status 500", "NASA answers with status 500");
    }

    @Test
    void leavesAProviderAloneThatAsksForIt() {
        bad.searches(ProviderStandIn.json(429, "").with("Retry-After", 60));
        var footage = TestShots.footage(DATABASE, store, StandInProvider.PIXABAY.at(bad), pexels());
        fit(footage.find(request()));

        var shot = fit(footage.find(request()));

        assertThat(bad.searched()).isEqualTo(1);
        assertThat(shot.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("STOCK_THROTTLED");
            assertThat(failure.reason()).contains("pixabay is left alone until");
        });
    }

    @Test
    void showsAPhotoWhenNobodyHasFootage() {
        var shot = fit(find(nasa()));

        assertThat(shot.attribution()).isEqualTo("“Bees”, credit: NASA/JSC (https://images.nasa.gov/details/bees)");
        assertThat(shot.visuals()).singleElement().isInstanceOfSatisfying(Visual.Still.class, still -> {
            assertThat(still.width()).isEqualTo(180);
            assertThat(store.exists(still.image())).isTrue();
        });
    }

    @Test
    void goesOnToTheNextPageWhenTheVideoHasShownAllOfThisOne() {
        good.on("/files/c0.mp4", ProviderStandIn.file(film)).on("/files/c1.mp4", ProviderStandIn.file(film));
        good.searches(exchange -> {
            var page = exchange.getRequestURI().getQuery().contains("page=0") ? 0 : 1;
            ProviderStandIn.json(200, coverrPage(page, 90)).answer(exchange);
        });
        var footage = TestShots.footage(DATABASE, store, StandInProvider.COVERR.at(good));
        var video = new VideoId("video-" + UUID.randomUUID());
        var words = "bees" + UUID.randomUUID();

        var first = fit(footage.find(request(video, 0, words)));
        var second = fit(footage.find(request(video, 1, words)));

        assertThat(first.attribution()).contains("/c0");
        assertThat(second.attribution()).contains("/c1");
        assertThat(footage.find(request(video, 2, words))).isInstanceOf(Finding.Nothing.class);
        // Of every query, a page is asked for once.
        assertThat(good.searched())
                .isEqualTo(good.requests().stream()
                        .filter(uri -> !uri.getPath().startsWith("/files/"))
                        .distinct()
                        .count());
    }

    @Test
    void takesASmallerFileWhenTheBestOneIsTooLarge() {
        good.on("/files/31.mp4", ProviderStandIn.body(200, new byte[2 << 20]))
                .on("/files/small.mp4", ProviderStandIn.file(film));
        good.searches(
                ProviderStandIn.json(200, """
                {"totalHits":1,"hits":[{"id":31,"user":"Ada","duration":8,"videos":{
                "large":{"url":"%s","width":900,"height":1600},"tiny":{"url":"%s","width":80,"height":150}}}]}""".formatted(good.url("/files/31.mp4"), good.url("/files/small.mp4"))));

        var shot = fit(find(StandInProvider.PIXABAY.at(good)));

        assertThat(shot.attribution()).isEqualTo("Video by Ada on Pixabay");
        assertThat(shot.failures()).isEmpty();
    }

    private StockProvider nasa() {
        good.on("/files/bees.jpg", ProviderStandIn.file(photo))
                .searches(ProviderStandIn.json(200, """
                {"collection":{"items":[{"data":[{"nasa_id":"bees","title":"Bees","center":"JSC"}],
                "links":[{"href":"%s","rel":"canonical","width":180,"height":320}]}]}}""".formatted(good.url("/files/bees.jpg"))));
        return StandInProvider.NASA.at(good);
    }

    private StockProvider pexels() {
        PexelsStandIn.offers(good, film, new Clip(41, 8, 90));
        return StandInProvider.PEXELS.at(good);
    }

    /** One clip on each of two pages. */
    private String coverrPage(int page, int width) {
        return """
                {"page":%1$d,"pages":2,"hits":[{"id":"c%1$d","duration":8,"max_width":%2$d,"max_height":160,
                "canonical_url":"https://coverr.co/videos/c%1$d","urls":{"mp4_download":"%3$s"}}]}""".formatted(page, width, good.url("/files/c%d.mp4".formatted(page)));
    }

    private static Finding find(StockProvider... providers) {
        return TestShots.footage(DATABASE, store, providers).find(request());
    }

    private static Shot fit(Finding finding) {
        assertThat(finding).isInstanceOf(Finding.Fit.class);
        return ((Finding.Fit) finding).shot();
    }

    /** About something that nobody has looked for. */
    private static ShotRequest request() {
        return request(new VideoId("video-" + UUID.randomUUID()), 0, "bees" + UUID.randomUUID());
    }

    private static ShotRequest request(VideoId video, int index, String words) {
        return new ShotRequest(
                // Whoever has seen a clip lately is shown others.
                new UserId("owner-of-" + video),
                video,
                index,
                6,
                "Bees dance.",
                null,
                List.of("bees", words),
                words,
                "en",
                Duration.ofSeconds(4),
                90,
                160,
                7,
                MaterialSettings.DEFAULT);
    }
}

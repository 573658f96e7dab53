package io.moneyprinter.materials.provider.nasa;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.StockProviderContract;
import io.moneyprinter.materials.spi.Rendition;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NasaTests extends StockProviderContract {

    @Override
    protected StockProvider provider(Clock clock, String... keys) {
        return NasaStandIn.asking(server, clock, keys);
    }

    @Override
    protected void offer(StockKind kind, boolean more) {
        var next = more
                ? "{\"rel\":\"next\",\"prompt\":\"Next\",\"href\":\"http://images-api.nasa.gov/search?page=2\"}"
                : "";
        if (kind == StockKind.VIDEO) {
            offerVideos(next);
        } else {
            offerPhotos(next);
        }
    }

    /** Of one is said how long and how large it is, of the other nothing, as it came in a format of long ago. */
    private void offerVideos(String next) {
        server.searches(ProviderStandIn.json(
                200,
                NasaStandIn.page(
                        next,
                        NasaStandIn.found("Old Bees", "Dancing bees", "hive"),
                        NasaStandIn.found("Bees~2021’s", "Bees that dance", "dancing"))));
        NasaStandIn.manifest(server, "Old Bees", "~orig.wmv", "~mobile.mp4", "~preview.mp4", "~medium.mp4");
        server.on(
                "/video/Old Bees/metadata.json", ProviderStandIn.json(403, "<Error><Code>AccessDenied</Code></Error>"));
        NasaStandIn.manifest(
                server,
                "Bees~2021’s",
                "~orig.mp4",
                "~large.mp4",
                "~medium.mp4",
                "~mobile.mp4",
                "~preview.mp4",
                "~small.mp4");
        server.on(
                "/video/Bees~2021’s/metadata.json",
                ProviderStandIn.json(200, NasaStandIn.metadata(3_840, 2_160, "0:01:05")));
    }

    private void offerPhotos(String next) {
        server.searches(ProviderStandIn.json(200, """
                {"collection":{"version":"1.1","href":"http://images-api.nasa.gov/search?q=bees",
                 "metadata":{"total_hits":2},
                 "links":[%s],
                 "items":[
                  {"href":"https://images-assets.nasa.gov/image/iss026-s-001/collection.json",
                   "data":[{"center":"JSC","date_created":"2010-04-14T00:00:00Z","description":"ISS026","keywords":["bee"],
                    "media_type":"image","nasa_id":"iss026-s-001","title":"Expedition 26"}],
                   "links":[
                    {"href":"https://images-assets.nasa.gov/image/iss026-s-001/iss026-s-001~medium.jpg","rel":"alternate",
                     "render":"image","width":1280,"size":212000,"height":1256},
                    {"href":"https://images-assets.nasa.gov/image/iss026-s-001/iss026-s-001~orig.jpg","rel":"canonical",
                     "render":"image","height":3926,"width":4000,"size":1525000}]},
                  {"href":"http://images-assets.nasa.gov/image/a b/collection.json",
                   "data":[{"center":"JPL","media_type":"image","nasa_id":"a b","title":"Pillars",
                    "secondary_creator":"ESA","photographer":"Ada"}],
                   "links":[{"href":"http://images-assets.nasa.gov/image/a b/a b~orig.png","rel":"canonical",
                    "render":"image","width":1500,"height":2000},
                    {"href":"http://images-assets.nasa.gov/image/a b/a b~orig.tif","rel":"alternate","render":"image",
                    "width":1500,"height":2000}]}]}}""".formatted(next)));
    }

    @Override
    protected List<StockClip> offered(StockKind kind) {
        return kind == StockKind.VIDEO ? videos() : photos();
    }

    private List<StockClip> videos() {
        return List.of(
                new StockClip(
                        "Bees~2021’s",
                        StockKind.VIDEO,
                        List.of(
                                film("Bees~2021’s", "mobile.mp4", 320, 180),
                                film("Bees~2021’s", "small.mp4", 640, 360),
                                film("Bees~2021’s", "medium.mp4", 853, 480),
                                film("Bees~2021’s", "large.mp4", 1_280, 720),
                                film("Bees~2021’s", "orig.mp4", 3_840, 2_160)),
                        Duration.ofSeconds(65),
                        "“Bees that dance”, credit: NASA/JSC (https://images.nasa.gov/details/Bees%7E2021%E2%80%99s)"),
                new StockClip(
                        "Old Bees",
                        StockKind.VIDEO,
                        List.of(film("Old Bees", "mobile.mp4", 320, 180), film("Old Bees", "medium.mp4", 854, 480)),
                        Duration.ZERO,
                        "“Dancing bees”, credit: NASA/JSC (https://images.nasa.gov/details/Old%20Bees)"));
    }

    private Rendition film(String id, String size, int width, int height) {
        var name = id.replace(" ", "%20").replace("’", "%E2%80%99");
        return new Rendition(size, server.url("/video/%s/%s~%s".formatted(name, name, size)), width, height);
    }

    private static List<StockClip> photos() {
        var first = "https://images-assets.nasa.gov/image/iss026-s-001/iss026-s-001~";
        return List.of(
                new StockClip(
                        "iss026-s-001",
                        StockKind.PHOTO,
                        List.of(
                                new Rendition("medium.jpg", URI.create(first + "medium.jpg"), 1280, 1256),
                                new Rendition("orig.jpg", URI.create(first + "orig.jpg"), 4000, 3926)),
                        Duration.ZERO,
                        "“Expedition 26”, credit: NASA/JSC (https://images.nasa.gov/details/iss026-s-001)"),
                new StockClip(
                        "a b",
                        StockKind.PHOTO,
                        List.of(new Rendition(
                                "orig.png",
                                URI.create("https://images-assets.nasa.gov/image/a%20b/a%20b~orig.png"),
                                1500,
                                2000)),
                        Duration.ZERO,
                        "“Pillars”, credit: NASA/JPL/ESA/Ada (https://images.nasa.gov/details/a%20b)"));
    }

    @Override
    protected String empty() {
        return "{\"collection\":{\"version\":\"1.1\",\"items\":[],\"metadata\":{\"total_hits\":0}}}";
    }

    @Override
    protected String nonsense() {
        return """
                {"collection":{"items":[{"data":[],"links":[{"href":"https://a.example/b.jpg","width":10,"height":10}]},
                {"data":[{"nasa_id":"a"}]},{"data":[{"nasa_id":"b"}],"links":[{"href":"https://a.example/b.jpg"},
                {"href":"https://a.example/b.srt","width":10,"height":10}]},
                {"data":[{"title":"c"}],"links":[{"href":"https://a.example/b.jpg","width":10,"height":10}]}]}}""";
    }

    @Override
    protected String secondPage() {
        return "page=2";
    }

    @Override
    protected String key(ProviderStandIn.Received request) {
        return "";
    }

    @Test
    void asksInTheWordsOfTheApi() {
        server.searches(ProviderStandIn.json(200, empty()));

        provider().search(new StockQuery("bees", "en", StockKind.PHOTO, 1080, 1920));

        assertThat(server.requests().getFirst()).hasToString("/search?q=bees&media_type=image&page=1&page_size=30");
    }

    @Test
    void asksOnlyAboutTheFewVideosWhoseWordsFitBest() {
        var found = IntStream.range(0, 30)
                .mapToObj(i -> NasaStandIn.found("id" + i, i % 7 == 5 ? "Bees, dancing" : "Launch " + i, "rocket"))
                .toArray(String[]::new);
        server.searches(ProviderStandIn.json(200, NasaStandIn.search(found)));
        for (var i = 0; i < 30; i++) {
            NasaStandIn.manifest(server, "id" + i, "~orig.mp4");
            server.on(
                    "/video/id%d/metadata.json".formatted(i),
                    ProviderStandIn.json(200, NasaStandIn.metadata(64, 48, "9.01 s")));
        }

        var page = provider().search(query(StockKind.VIDEO));

        assertThat(page.clips()).extracting(StockClip::id).containsExactly("id5", "id12", "id19", "id26");
        assertThat(server.requests()).hasSize(1 + 2 * NasaStandIn.VIDEOS);
        assertThat(server.requests().getFirst())
                .hasToString("/search?q=dancing%20bees&media_type=video&page=1&page_size=30");
    }

    @Test
    void doesWithoutAVideoWhoseFilesCannotBeAskedFor() {
        offer(StockKind.VIDEO, false);
        server.on("/asset/Old Bees", ProviderStandIn.json(404, "{\"reason\":\"No assets found for Old Bees\"}"));

        assertThat(provider().search(query(StockKind.VIDEO)).clips())
                .extracting(StockClip::id)
                .containsExactly("Bees~2021’s");

        server.on("/asset/Bees~2021’s", ProviderStandIn.hangUp());
        assertFails(provider(), MaterialsErrorCode.STOCK_UNAVAILABLE);
    }

    @Test
    void endsWhenItIsAskedTooOftenAboutVideos() {
        offer(StockKind.VIDEO, false);
        server.on(
                "/video/Bees~2021’s/metadata.json",
                ProviderStandIn.json(429, "").with("Retry-After", 9));

        assertThat(assertFails(provider(), MaterialsErrorCode.STOCK_THROTTLED).retryAfter())
                .isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void knowsNothingOfAVideoWhoseMetadataMisbehaves() {
        for (var misbehaviour : List.of(
                ProviderStandIn.json(200, "<html>"),
                ProviderStandIn.json(200, "[]"),
                ProviderStandIn.json(200, "{\"QuickTime:Duration\":\"long\",\"Composite:ImageSize\":\"wide\"}"),
                ProviderStandIn.json(500, ""),
                ProviderStandIn.hangUp(),
                ProviderStandIn.stall())) {
            offer(StockKind.VIDEO, false);
            server.on("/video/Bees~2021’s/metadata.json", misbehaviour);

            assertThat(provider().search(query(StockKind.VIDEO)).clips())
                    .hasSize(2)
                    .allSatisfy(clip -> assertThat(clip.saysItsLength()).isFalse());
        }
    }

    @Test
    void readsWhatMetadataSayInOtherWords() {
        offer(StockKind.VIDEO, false);
        for (var metadata : List.of(
                "[{\"QuickTime:Duration\":\"0 s\",\"Composite:Duration\":\"0:01:05 (approx)\","
                        + "\"Composite:ImageSize\":\"1080 1920\"}]",
                "{\"QuickTime:Duration\":65.0,\"QuickTime:SourceImageWidth\":\"1920\",\"QuickTime:SourceImageHeight\":1080,"
                        + "\"Composite:Rotation\":270}",
                "{\"QuickTime:MediaDuration\":\"65.00 s\",\"QuickTime:ImageWidth\":1080,\"QuickTime:ImageHeight\":1920}")) {
            server.on("/video/Bees~2021’s/metadata.json", ProviderStandIn.json(200, metadata));

            var clip = provider().search(query(StockKind.VIDEO)).clips().getFirst();

            assertThat(clip.duration()).isEqualTo(Duration.ofSeconds(65));
            assertThat(clip.renditions().getLast()).isEqualTo(film("Bees~2021’s", "orig.mp4", 1_080, 1_920));
            assertThat(clip.renditions()).contains(film("Bees~2021’s", "large.mp4", 405, 720));
        }
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        server.searches(ProviderStandIn.json(
                400,
                "{\"reason\":\"Maximum number of search results have been displayed. Please refine your search.\"}"));

        assertThat(assertFails(provider(), MaterialsErrorCode.STOCK_UNAVAILABLE))
                .hasMessageContaining("status 400: Maximum number of search results have been displayed");
    }

    @Test
    void doesNotGoOnBehindTheLastPageThatIsShown() {
        offer(StockKind.PHOTO, true);

        var last = new StockQuery("bees", "en", StockKind.PHOTO, 1_080, 1_920, 334);

        assertThat(provider().search(last).more()).isFalse();
    }
}

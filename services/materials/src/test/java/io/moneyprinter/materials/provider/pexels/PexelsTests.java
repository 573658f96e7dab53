package io.moneyprinter.materials.provider.pexels;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.StockProviderContract;
import io.moneyprinter.materials.spi.RateLimit;
import io.moneyprinter.materials.spi.Rendition;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PexelsTests extends StockProviderContract {

    private static final String NEXT = "\"https://api.pexels.com/v1/videos/search?page=2\"";

    @Override
    protected StockProvider provider(Clock clock, String... keys) {
        return PexelsStandIn.asking(server, clock, keys);
    }

    @Override
    protected void offer(StockKind kind, boolean more) {
        var next = more ? NEXT : "null";
        server.searches(ProviderStandIn.json(
                200,
                kind == StockKind.VIDEO
                        ? PexelsStandIn.page(
                                server, next, new PexelsStandIn.Clip(11, 9, 1080), new PexelsStandIn.Clip(12, 5, 2160))
                        : """
                        {"page":1,"per_page":30,"total_results":2,"next_page":%s,"photos":[
                          {"id":21,"width":3000,"height":4000,"url":"https://www.pexels.com/photo/bees-21/",
                           "photographer":"Ada\\u0000 Meadow","photographer_url":"https://www.pexels.com/@ada",
                           "photographer_id":7,"avg_color":"#978E82","liked":false,"alt":"Bees",
                           "src":{"original":"https://images.pexels.com/photos/21/a.jpeg",
                             "large2x":"https://images.pexels.com/photos/21/a.jpeg?dpr=2&h=650&w=940",
                             "large":"https://images.pexels.com/photos/21/a.jpeg?h=650&w=940",
                             "tiny":"https://images.pexels.com/photos/21/a.jpeg?h=200&w=280"}},
                          {"id":22,"width":900,"height":600,"url":null,"photographer":null,
                           "src":{"original":"https://images.pexels.com/photos/22/b.jpeg","large2x":null}}]}""".formatted(next)));
    }

    @Override
    protected List<StockClip> offered(StockKind kind) {
        return kind == StockKind.VIDEO
                ? List.of(video(11, 9, 1080, 1920), video(12, 5, 2160, 3840))
                : List.of(
                        new StockClip(
                                "photo-21",
                                StockKind.PHOTO,
                                List.of(
                                        new Rendition(
                                                "original",
                                                URI.create("https://images.pexels.com/photos/21/a.jpeg"),
                                                3000,
                                                4000),
                                        new Rendition(
                                                "large2x",
                                                URI.create(
                                                        "https://images.pexels.com/photos/21/a.jpeg?dpr=2&h=650&w=940"),
                                                975,
                                                1300)),
                                Duration.ZERO,
                                "Photo by Ada Meadow on Pexels (https://www.pexels.com/photo/bees-21/)"),
                        new StockClip(
                                "photo-22",
                                StockKind.PHOTO,
                                List.of(new Rendition(
                                        "original",
                                        URI.create("https://images.pexels.com/photos/22/b.jpeg"),
                                        900,
                                        600)),
                                Duration.ZERO,
                                "Photo on Pexels"));
    }

    private StockClip video(long id, int seconds, int width, int height) {
        var file = server.url("/files/" + id + ".mp4");
        return new StockClip(
                Long.toString(id),
                StockKind.VIDEO,
                List.of(
                        new Rendition("2", file, 90, 160),
                        new Rendition("4", file, 4320, 7680),
                        new Rendition("3", file, width, height)),
                Duration.ofSeconds(seconds),
                "Video by Ada Meadow on Pexels (https://www.pexels.com/video/bees-%d/)".formatted(id));
    }

    @Override
    protected String empty() {
        return "{\"page\":1,\"per_page\":30,\"total_results\":0,\"videos\":[],\"photos\":[]}";
    }

    @Override
    protected String nonsense() {
        return """
                {"videos":[{"id":1},{"id":2,"duration":5,"video_files":[{"id":1,"file_type":"video/mp4","width":1080,
                "height":1920,"link":"not a link"}]},{"id":3,"duration":5,"video_files":null},
                {"id":4,"duration":0,"video_files":[{"id":1,"file_type":"video/mp4","width":1080,"height":1920,
                "link":"https://a.example/b.mp4"}]}],
                "photos":[{"id":1},{"id":2,"width":10,"height":10,"src":null},
                {"id":3,"width":10,"height":10,"src":{"original":"file:///etc/passwd"}},
                {"id":4,"width":0,"height":10,"src":{"original":"https://a.example/b.jpg"}}]}""";
    }

    @Override
    protected String secondPage() {
        return "page=2";
    }

    @Override
    protected String key(ProviderStandIn.Received request) {
        return request.header("Authorization");
    }

    @Test
    void asksInTheWordsOfTheApi() {
        server.searches(ProviderStandIn.json(200, empty()));

        provider().search(new StockQuery("Bienen & Blüten?", "de-AT", StockKind.VIDEO, 1920, 1080));
        provider().search(new StockQuery("bees", "xx", StockKind.PHOTO, 1080, 1080));

        assertThat(server.requests())
                .extracting(URI::toString)
                .containsExactly(
                        "/v1/videos/search?query=Bienen%20%26%20Bl%C3%BCten%3F&orientation=landscape&per_page=30&page=1"
                                + "&locale=de-DE",
                        "/v1/search?query=bees&orientation=square&per_page=30&page=1");
    }

    @Test
    void leavesPexelsAloneUntilItSaysSo() {
        var reset = NOW.plusSeconds(90);
        server.searches(ProviderStandIn.json(200, empty())
                .with("X-Ratelimit-Limit", 200)
                .with("X-Ratelimit-Remaining", 0)
                .with("X-Ratelimit-Reset", reset.getEpochSecond()));
        var provider = provider();

        assertThat(provider.search(query(StockKind.VIDEO)).clips()).isEmpty();

        assertThat(provider.rateLimit()).isEqualTo(new RateLimit(200, 0, reset));
        assertThat(assertFails(provider, MaterialsErrorCode.STOCK_THROTTLED).retryAfter())
                .isEqualTo(Duration.ofSeconds(90));
        assertThat(server.searched()).isEqualTo(1);
    }

    @Test
    void losesPatienceWithAServerThatDrips() {
        server.searches(ProviderStandIn.drip());

        assertFails(provider(), MaterialsErrorCode.STOCK_UNAVAILABLE);
    }
}

package io.moneyprinter.materials.provider.unsplash;

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

class UnsplashTests extends StockProviderContract {

    @Override
    protected StockProvider provider(Clock clock, String... keys) {
        return UnsplashStandIn.asking(server, clock, keys);
    }

    @Override
    protected void offer(StockKind kind, boolean more) {
        server.searches(ProviderStandIn.json(
                200, """
                {"total":2,"total_pages":%1$d,"results":[
                  {"id":"Dwu85P9SOIk","created_at":"2016-07-14T11:00:01Z","width":5616,"height":3744,
                   "color":"#6E633A","blur_hash":"L~I64n","description":"A man","alt_description":"a man","likes":1476,
                   "urls":{"raw":"https://images.unsplash.com/photo-1?ixid=Mnw&ixlib=rb-4.0.3",
                    "full":"https://images.unsplash.com/photo-1?ixid=Mnw&q=85&fm=jpg",
                    "regular":"https://images.unsplash.com/photo-1?ixid=Mnw&w=1080"},
                   "links":{"self":"https://api.unsplash.com/photos/Dwu85P9SOIk",
                    "html":"https://unsplash.com/photos/Dwu85P9SOIk",
                    "download":"https://unsplash.com/photos/Dwu85P9SOIk/download",
                    "download_location":"%2$s"},
                   "user":{"id":"p","username":"brian","name":"Brian Aguirre"}},
                  {"id":"small","width":800,"height":1200,"urls":{"raw":"https://images.unsplash.com/photo-2"}}]}""".formatted(more ? 2 : 1, server.url("/photos/Dwu85P9SOIk/download?ixid=Mnw"))));
    }

    @Override
    protected List<StockClip> offered(StockKind kind) {
        return List.of(
                new StockClip(
                        "Dwu85P9SOIk",
                        StockKind.PHOTO,
                        List.of(
                                new Rendition(
                                        "original",
                                        URI.create("https://images.unsplash.com/photo-1"
                                                + "?ixid=Mnw&ixlib=rb-4.0.3&fm=jpg&q=85"),
                                        5616,
                                        3744),
                                new Rendition(
                                        "w2880",
                                        URI.create("https://images.unsplash.com/photo-1"
                                                + "?ixid=Mnw&ixlib=rb-4.0.3&fm=jpg&q=85&fit=max&w=2880"),
                                        2880,
                                        1920)),
                        Duration.ZERO,
                        "Photo by Brian Aguirre on Unsplash (https://unsplash.com/photos/Dwu85P9SOIk"
                                + "?utm_source=moneyprinter&utm_medium=referral)",
                        server.url("/photos/Dwu85P9SOIk/download?ixid=Mnw")),
                new StockClip(
                        "small",
                        StockKind.PHOTO,
                        List.of(new Rendition(
                                "original", URI.create("https://images.unsplash.com/photo-2?fm=jpg&q=85"), 800, 1200)),
                        Duration.ZERO,
                        "Photo on Unsplash"));
    }

    @Override
    protected String empty() {
        return "{\"total\":0,\"total_pages\":0,\"results\":[]}";
    }

    @Override
    protected String nonsense() {
        return """
                {"total":3,"total_pages":1,"results":[{"id":"a"},{"id":"b","width":10,"height":10,
                "urls":{"raw":"nowhere"}},{"width":10,"height":10,"urls":{"raw":"https://a.example/b"}},
                {"id":"c","urls":{"raw":"https://a.example/b"}}]}""";
    }

    @Override
    protected String secondPage() {
        return "page=2";
    }

    @Override
    protected String key(ProviderStandIn.Received request) {
        return request.header("Authorization").replaceFirst("^Client-ID ", "");
    }

    @Test
    void asksInTheWordsOfTheApi() {
        server.searches(ProviderStandIn.json(200, empty()));

        provider().search(new StockQuery("bees", "en", StockKind.PHOTO, 1080, 1080));

        assertThat(server.received()).singleElement().satisfies(request -> {
            assertThat(request.uri())
                    .hasToString(
                            "/search/photos?query=bees&page=1&per_page=30&content_filter=high&orientation=squarish");
            assertThat(request.header("Authorization")).isEqualTo("Client-ID canary-key");
            assertThat(request.header("Accept-Version")).isEqualTo("v1");
        });
    }

    @Test
    void tellsUnsplashThatAPhotoIsTaken() {
        offer(StockKind.PHOTO, false);
        var provider = provider();
        var photo = provider.search(query(StockKind.PHOTO)).clips().getFirst();
        server.on("/files/bees.jpg", ProviderStandIn.body(200, new byte[] {1}));

        provider.download(
                photo, new Rendition("w2880", server.url("/files/bees.jpg"), 2880, 1920), work.resolve("photo"));

        var told = server.received().getLast();
        assertThat(told.uri()).hasToString("/photos/Dwu85P9SOIk/download?ixid=Mnw");
        assertThat(key(told)).isEqualTo("canary-key");
    }

    @Test
    void sendsTheKeyNowhereElse() {
        try (var other = ProviderStandIn.start()) {
            server.on("/files/bees.jpg", ProviderStandIn.body(200, new byte[] {1}));
            var file = new Rendition("original", server.url("/files/bees.jpg"), 2880, 1920);
            var photo = new StockClip(
                    "1", StockKind.PHOTO, List.of(file), Duration.ZERO, "", other.url("/photos/1/download"));

            provider().download(photo, file, work.resolve("photo"));

            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void takesForbiddenWithNothingLeftForAskedTooOften() {
        server.searches(ProviderStandIn.json(403, "Rate Limit Exceeded")
                .with("X-Ratelimit-Limit", 50)
                .with("X-Ratelimit-Remaining", 0));
        var provider = provider();

        assertThat(assertFails(provider, MaterialsErrorCode.STOCK_THROTTLED).retryAfter())
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(provider.rateLimit()).isEqualTo(new RateLimit(50, 0, null));

        server.searches(ProviderStandIn.json(403, "{\"errors\":[\"OAuth error\"]}"));
        assertFails(provider(), MaterialsErrorCode.STOCK_KEY_REFUSED);
    }
}

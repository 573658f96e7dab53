package io.moneyprinter.materials.provider.openverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.StockProviderContract;
import io.moneyprinter.materials.spi.RateLimit;
import io.moneyprinter.materials.spi.Rendition;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockProvider;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenverseTests extends StockProviderContract {

    @Override
    protected StockProvider provider(Clock clock, String... keys) {
        return OpenverseStandIn.asking(server, clock, keys);
    }

    @Override
    protected void offer(StockKind kind, boolean more) {
        server.searches(ProviderStandIn.json(200, """
                {"result_count":2,"page_count":%d,"page_size":20,"page":1,"results":[
                  {"id":"4bc43a04","title":"Bee","indexed_on":"2020-01-01T00:00:00Z",
                   "foreign_landing_url":"https://www.flickr.com/photos/ada/1","url":"https://live.staticflickr.com/1.jpg",
                   "creator":"Ada","creator_url":"https://www.flickr.com/photos/ada","license":"by",
                   "license_version":"2.0","license_url":"https://creativecommons.org/licenses/by/2.0/",
                   "provider":"flickr","source":"flickr","category":"photograph","filesize":null,"filetype":"jpg",
                   "tags":[{"name":"bee","accuracy":null}],
                   "attribution":"\\"Bee\\" by Ada is licensed under CC BY 2.0. To view a copy of this license, visit https://creativecommons.org/licenses/by/2.0/.",
                   "mature":false,"height":2000,"width":1500,
                   "thumbnail":"https://api.openverse.org/v1/images/4bc43a04/thumb/"},
                  {"id":"5cd","title":"Meadow","url":"https://collection.example/m.png","creator":null,
                   "license":"cc0","license_url":"https://creativecommons.org/publicdomain/zero/1.0/",
                   "foreign_landing_url":null,"attribution":null,"height":900,"width":1600}]}""".formatted(more ? 2 : 1)));
    }

    @Override
    protected List<StockClip> offered(StockKind kind) {
        return List.of(
                new StockClip(
                        "4bc43a04",
                        StockKind.PHOTO,
                        List.of(new Rendition(
                                "original", URI.create("https://live.staticflickr.com/1.jpg"), 1500, 2000)),
                        Duration.ZERO,
                        "\"Bee\" by Ada is licensed under CC BY 2.0. To view a copy of this license, visit"
                                + " https://creativecommons.org/licenses/by/2.0/."
                                + " (https://www.flickr.com/photos/ada/1)"),
                new StockClip(
                        "5cd",
                        StockKind.PHOTO,
                        List.of(new Rendition("original", URI.create("https://collection.example/m.png"), 1600, 900)),
                        Duration.ZERO,
                        "“Meadow”, CC0 (https://creativecommons.org/publicdomain/zero/1.0/), via Openverse"));
    }

    @Override
    protected String empty() {
        return "{\"result_count\":0,\"page_count\":0,\"page_size\":20,\"page\":1,\"results\":[]}";
    }

    @Override
    protected String nonsense() {
        return """
                {"page_count":1,"results":[{"id":"a","url":"https://a.example/b.jpg","width":null,"height":null},
                {"id":"b","url":null,"width":10,"height":10},{"url":"https://a.example/b.jpg","width":9,"height":9}]}""";
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
    void asksForPhotosThatMayBeUsedForEverything() {
        server.searches(ProviderStandIn.json(200, empty()));

        provider().search(query(StockKind.PHOTO));

        assertThat(server.requests().getFirst())
                .hasToString("/v1/images/?q=dancing%20bees&page=1&page_size=20"
                        + "&license_type=commercial%2Cmodification&category=photograph&aspect_ratio=tall");
    }

    @Test
    void restsWhenTheNearestOfItsLimitsIsReached() {
        server.searches(ProviderStandIn.json(200, empty())
                .with("X-RateLimit-Limit-anon_sustained", "200/day")
                .with("X-RateLimit-Available-anon_sustained", 150)
                .with("X-RateLimit-Limit-anon_burst", "20/min")
                .with("X-RateLimit-Available-anon_burst", 0));
        var provider = provider();
        provider.search(query(StockKind.PHOTO));

        assertThat(provider.rateLimit()).isEqualTo(new RateLimit(20, 0, NOW.plusSeconds(60)));
        assertThat(assertFails(provider, MaterialsErrorCode.STOCK_THROTTLED).retryAfter())
                .isEqualTo(Duration.ofSeconds(60));
    }
}

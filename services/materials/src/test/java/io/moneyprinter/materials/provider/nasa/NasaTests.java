package io.moneyprinter.materials.provider.nasa;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

class NasaTests extends StockProviderContract {

    @Override
    protected StockProvider provider(Clock clock, String... keys) {
        return NasaStandIn.asking(server, clock, keys);
    }

    @Override
    protected void offer(StockKind kind, boolean more) {
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
                    "width":1500,"height":2000}]}]}}""".formatted(
                        more
                                ? "{\"rel\":\"next\",\"prompt\":\"Next\",\"href\":\"http://images-api.nasa.gov/search?page=2\"}"
                                : "")));
    }

    @Override
    protected List<StockClip> offered(StockKind kind) {
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
                                URI.create("http://images-assets.nasa.gov/image/a%20b/a%20b~orig.png"),
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
}

package io.moneyprinter.materials.provider.coverr;

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

class CoverrTests extends StockProviderContract {

    @Override
    protected StockProvider provider(Clock clock, String... keys) {
        return CoverrStandIn.asking(server, clock, keys);
    }

    @Override
    protected void offer(StockKind kind, boolean more) {
        server.searches(ProviderStandIn.json(200, """
                {"page":0,"pages":%d,"page_size":20,"total":2,"hits":[
                  {"id":"S1YbPl1NfI","created_at":"2020-11-12T08:55:42.710Z","title":"Cutting Wood",
                   "poster":"https://storage.coverr.co/p/Q","thumbnail":"https://storage.coverr.co/t/Q",
                   "description":"A close-up","is_vertical":false,"tags":["saw"],"downloads":4,"views":1,
                   "aspect_ratio":"16:9","duration":11.625,"max_height":1152,"max_width":2048,
                   "urls":{"mp4":"https://storage.coverr.co/videos/Q?token=t",
                    "mp4_preview":"https://storage.coverr.co/videos/Q/preview?token=t",
                    "mp4_download":"https://storage.coverr.co/videos/Q/download?token=t&filename=Cutting Wood"}},
                  {"id":"bees","title":"Bees","duration":"10.500000","max_width":1080,"max_height":1920,
                   "canonical_url":"https://coverr.co/videos/bees","creator":{"id":"c","name":"Ada Meadow"},
                   "urls":{"mp4_download":"https://storage.coverr.co/videos/B/download"}}]}""".formatted(more ? 2 : 1)));
    }

    @Override
    protected List<StockClip> offered(StockKind kind) {
        return List.of(
                new StockClip(
                        "S1YbPl1NfI",
                        StockKind.VIDEO,
                        List.of(new Rendition(
                                "download",
                                URI.create(
                                        "https://storage.coverr.co/videos/Q/download?token=t&filename=Cutting%20Wood"),
                                2048,
                                1152)),
                        Duration.ofMillis(11_625),
                        "Video on Coverr (https://coverr.co)"),
                new StockClip(
                        "bees",
                        StockKind.VIDEO,
                        List.of(new Rendition(
                                "download", URI.create("https://storage.coverr.co/videos/B/download"), 1080, 1920)),
                        Duration.ofMillis(10_500),
                        "Video by Ada Meadow on Coverr (https://coverr.co/videos/bees)"));
    }

    @Override
    protected String empty() {
        return "{\"page\":0,\"pages\":0,\"page_size\":20,\"total\":0,\"hits\":[]}";
    }

    @Override
    protected String nonsense() {
        return """
                {"page":0,"pages":1,"hits":[{"id":"a"},{"id":"b","duration":5,"max_width":10,"max_height":10,
                "urls":{"mp4_preview":"https://a.example/b.mp4"}},{"duration":5,"max_width":10,"max_height":10,
                "urls":{"mp4_download":"https://a.example/b.mp4"}},{"id":"c","duration":0,"max_width":10,
                "max_height":10,"urls":{"mp4_download":"https://a.example/b.mp4"}},{"id":"d","duration":5,
                "urls":{"mp4_download":"https://a.example/b.mp4"}}]}""";
    }

    /** The first one is 0. */
    @Override
    protected String secondPage() {
        return "page=1";
    }

    @Override
    protected String key(ProviderStandIn.Received request) {
        return request.header("Authorization").replaceFirst("^Bearer ", "");
    }

    @Test
    void asksInTheWordsOfTheApi() {
        server.searches(ProviderStandIn.json(200, empty()));

        provider().search(new StockQuery("dancing bees", "en", StockKind.VIDEO, 1080, 1920));

        assertThat(server.received()).singleElement().satisfies(request -> {
            assertThat(request.uri()).hasToString("/videos?query=dancing%20bees&page=0&page_size=20&urls=true");
            assertThat(request.header("Authorization")).isEqualTo("Bearer canary-key");
        });
    }
}

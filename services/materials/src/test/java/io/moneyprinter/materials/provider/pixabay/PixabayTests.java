package io.moneyprinter.materials.provider.pixabay;

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

class PixabayTests extends StockProviderContract {

    @Override
    protected StockProvider provider(Clock clock, String... keys) {
        return PixabayStandIn.asking(server, clock, keys);
    }

    @Override
    protected void offer(StockKind kind, boolean more) {
        server.searches(ProviderStandIn.json(200, (kind == StockKind.VIDEO ? """
                {"total":%1$d,"totalHits":%1$d,"hits":[
                  {"id":125,"pageURL":"https://pixabay.com/videos/id-125/","type":"film","tags":"flowers, yellow",
                   "duration":12,"views":4462,"downloads":1464,"likes":18,"comments":0,"user_id":1281706,
                   "user":"Coverr-Free-Footage","userImageURL":"https://cdn.pixabay.com/user/a_250x250.png",
                   "videos":{
                    "large":{"url":"https://cdn.pixabay.com/video/125_large.mp4","width":1920,"height":1080,
                     "size":6615235,"thumbnail":"https://cdn.pixabay.com/video/125_large.jpg"},
                    "small":{"url":"https://cdn.pixabay.com/video/125_small.mp4","width":1280,"height":720,
                     "size":2107000,"thumbnail":"https://cdn.pixabay.com/video/125_small.jpg"}}},
                  {"id":126,"pageURL":"https://pixabay.com/videos/id-126/","type":"film","tags":"bees",
                   "duration":4,"user_id":2,"user":"Ada",
                   "videos":{
                    "large":{"url":"","width":0,"height":0,"size":0,"thumbnail":""},
                    "tiny":{"url":"https://cdn.pixabay.com/video/126_tiny.mp4","width":540,"height":960,"size":1,
                     "thumbnail":""}}}]}""" : """
                {"total":%1$d,"totalHits":%1$d,"hits":[
                  {"id":195,"pageURL":"https://pixabay.com/en/blossom-195/","type":"photo","tags":"blossom, bloom",
                   "previewURL":"https://cdn.pixabay.com/photo/195_150.jpg","previewWidth":150,"previewHeight":84,
                   "webformatURL":"https://pixabay.com/get/195_640.jpg","webformatWidth":640,"webformatHeight":360,
                   "largeImageURL":"https://pixabay.com/get/195_1280.jpg",
                   "fullHDURL":"https://pixabay.com/get/195_1920.jpg",
                   "imageURL":"https://pixabay.com/get/195.jpg","imageWidth":4000,"imageHeight":2250,
                   "imageSize":4731420,"user_id":48777,"user":"Josch13"},
                  {"id":196,"pageURL":"https://pixabay.com/en/bee-196/","type":"photo","tags":"bee",
                   "largeImageURL":"https://pixabay.com/get/196_1280.jpg","imageWidth":1000,"imageHeight":2000,
                   "user_id":1,"user":"Ada"}]}""").formatted(more ? 51 : 2)));
    }

    @Override
    protected List<StockClip> offered(StockKind kind) {
        return kind == StockKind.VIDEO
                ? List.of(
                        new StockClip(
                                "125",
                                StockKind.VIDEO,
                                List.of(
                                        rendition("large", "https://cdn.pixabay.com/video/125_large.mp4", 1920, 1080),
                                        rendition("small", "https://cdn.pixabay.com/video/125_small.mp4", 1280, 720)),
                                Duration.ofSeconds(12),
                                "Video by Coverr-Free-Footage on Pixabay (https://pixabay.com/videos/id-125/)"),
                        new StockClip(
                                "126",
                                StockKind.VIDEO,
                                List.of(rendition("tiny", "https://cdn.pixabay.com/video/126_tiny.mp4", 540, 960)),
                                Duration.ofSeconds(4),
                                "Video by Ada on Pixabay (https://pixabay.com/videos/id-126/)"))
                : List.of(
                        new StockClip(
                                "photo-195",
                                StockKind.PHOTO,
                                List.of(
                                        rendition("original", "https://pixabay.com/get/195.jpg", 4000, 2250),
                                        rendition("full-hd", "https://pixabay.com/get/195_1920.jpg", 1920, 1080),
                                        rendition("large", "https://pixabay.com/get/195_1280.jpg", 1280, 720)),
                                Duration.ZERO,
                                "Image by Josch13 on Pixabay (https://pixabay.com/en/blossom-195/)"),
                        new StockClip(
                                "photo-196",
                                StockKind.PHOTO,
                                List.of(rendition("large", "https://pixabay.com/get/196_1280.jpg", 640, 1280)),
                                Duration.ZERO,
                                "Image by Ada on Pixabay (https://pixabay.com/en/bee-196/)"));
    }

    private static Rendition rendition(String id, String file, int width, int height) {
        return new Rendition(id, URI.create(file), width, height);
    }

    @Override
    protected String empty() {
        return "{\"total\":0,\"totalHits\":0,\"hits\":[]}";
    }

    @Override
    protected String nonsense() {
        return """
                {"total":3,"totalHits":3,"hits":[{"id":1},{"id":2,"duration":5,"videos":{"large":{"url":"nowhere",
                "width":10,"height":10}},"imageWidth":10,"imageHeight":10,"largeImageURL":"nowhere"},
                {"id":3,"duration":0,"videos":{"large":{"url":"https://a.example/b.mp4","width":10,"height":10}}}]}""";
    }

    @Override
    protected String secondPage() {
        return "page=2";
    }

    @Override
    protected String key(ProviderStandIn.Received request) {
        return request.uri().getQuery().replaceFirst(".*(^|&)key=([^&]*).*", "$2");
    }

    @Test
    void asksInTheWordsOfTheApi() {
        server.searches(ProviderStandIn.json(200, empty()));

        provider().search(new StockQuery("bees", "nb-NO", StockKind.VIDEO, 1080, 1920));
        provider().search(new StockQuery("bees", "xx", StockKind.PHOTO, 1080, 1920));

        assertThat(server.requests())
                .extracting(URI::toString)
                .containsExactly(
                        "/api/videos/?key=canary-key&q=bees&safesearch=true&per_page=50&page=1&lang=no&video_type=film",
                        "/api/?key=canary-key&q=bees&safesearch=true&per_page=50&page=1&image_type=photo"
                                + "&orientation=vertical");
    }

    @Test
    void leavesPixabayAloneForAsLongAsItSays() {
        server.searches(ProviderStandIn.json(200, empty())
                .with("X-RateLimit-Limit", 100)
                .with("X-RateLimit-Remaining", 0)
                .with("X-RateLimit-Reset", 23));
        var provider = provider();
        provider.search(query(StockKind.VIDEO));

        assertThat(provider.rateLimit()).isEqualTo(new RateLimit(100, 0, NOW.plusSeconds(23)));
        assertThat(assertFails(provider, MaterialsErrorCode.STOCK_THROTTLED).retryAfter())
                .isEqualTo(Duration.ofSeconds(23));
    }

    @Test
    void takesAWrongRequestAboutTheKeyForWhatItIs() {
        server.searches(ProviderStandIn.json(400, "[ERROR 400] Invalid or missing API key (canary-key)."));
        assertFails(provider(), MaterialsErrorCode.STOCK_KEY_REFUSED);
        server.searches(ProviderStandIn.json(400, "[ERROR 400] \"page\" is out of valid range."));

        assertThat(assertFails(provider(), MaterialsErrorCode.STOCK_UNAVAILABLE))
                .hasMessageContaining("\"page\" is out of valid range");
    }
}

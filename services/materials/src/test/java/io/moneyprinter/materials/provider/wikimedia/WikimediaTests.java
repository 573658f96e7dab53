package io.moneyprinter.materials.provider.wikimedia;

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
import org.junit.jupiter.api.Test;

class WikimediaTests extends StockProviderContract {

    @Override
    protected StockProvider provider(Clock clock, String... keys) {
        return WikimediaStandIn.asking(server, clock, keys);
    }

    @Override
    protected void offer(StockKind kind, boolean more) {
        var next = more ? "\"continue\":{\"gsroffset\":20,\"continue\":\"gsroffset||\"}," : "";
        server.searches(ProviderStandIn.json(200, (kind == StockKind.VIDEO ? """
                {"batchcomplete":true,%s"query":{"pages":[
                  {"pageid":9000029,"ns":6,"title":"File:Bunny.webm","index":2,"videoinfo":[{
                   "size":1,"width":896,"height":504,"duration":60.5,"mime":"video/webm",
                   "url":"https://upload.wikimedia.org/4/41/Bunny.webm",
                   "descriptionurl":"https://commons.wikimedia.org/wiki/File:Bunny.webm",
                   "derivatives":[
                    {"src":"https://upload.wikimedia.org/4/41/Bunny.webm",
                     "type":"video/webm; codecs=\\"vp9, opus\\"","width":896,"height":504,"bandwidth":1317509},
                    {"src":"https://upload.wikimedia.org/transcoded/Bunny.240p.vp9.webm",
                     "type":"video/webm; codecs=\\"vp9, opus\\"","transcodekey":"240p.vp9.webm","width":426,
                     "height":240,"bandwidth":333320},
                    {"src":"https://upload.wikimedia.org/transcoded/Bunny.ogv","type":"video/ogg; codecs=\\"theora\\"",
                     "transcodekey":"480p.ogv","width":854,"height":480}],
                   "extmetadata":{"LicenseShortName":{"value":"Public domain","source":"commons-desc-page"}}}]},
                  {"pageid":5,"ns":6,"title":"File:Bees (dance).webm","index":1,"videoinfo":[{
                   "width":1080,"height":1920,"duration":8,"mime":"video/webm","url":"https://upload.wikimedia.org/b.webm",
                   "descriptionurl":"https://commons.wikimedia.org/wiki/File:Bees_(dance).webm",
                   "derivatives":[{"src":"https://upload.wikimedia.org/b.webm","type":"video/webm","width":1080,
                    "height":1920}],
                   "extmetadata":{"ObjectName":{"value":"Bees dance"},
                    "Artist":{"value":"<a href=\\"//commons.wikimedia.org/wiki/User:A\\">Ada &amp; Bo</a>"},
                    "LicenseShortName":{"value":"CC BY-SA 4.0"},
                    "LicenseUrl":{"value":"https://creativecommons.org/licenses/by-sa/4.0"}}}]}]}}""" : """
                {"batchcomplete":true,%s"query":{"pages":[
                  {"pageid":7,"ns":6,"title":"File:Cairo.jpg","index":1,"imageinfo":[{
                   "size":4245497,"width":6000,"height":4000,"mime":"image/jpeg",
                   "thumburl":"https://upload.wikimedia.org/thumb/5/54/Cairo.jpg/3840px-Cairo.jpg",
                   "thumbwidth":3840,"thumbheight":2560,"responsiveUrls":{},
                   "url":"https://upload.wikimedia.org/5/54/Cairo.jpg",
                   "descriptionurl":"https://commons.wikimedia.org/wiki/File:Cairo.jpg",
                   "extmetadata":{"ObjectName":{"value":"Cairo"},"Artist":{"value":"Ada"},
                    "LicenseShortName":{"value":"CC0"}}}]},
                  {"pageid":8,"ns":6,"title":"File:Small.png","index":2,"imageinfo":[{
                   "width":1000,"height":1800,"mime":"image/png","thumburl":"https://upload.wikimedia.org/Small.png",
                   "thumbwidth":1000,"thumbheight":1800,"url":"https://upload.wikimedia.org/Small.png",
                   "extmetadata":{"LicenseShortName":{"value":"CC0"}}}]}]}}""").formatted(next)));
    }

    @Override
    protected List<StockClip> offered(StockKind kind) {
        return kind == StockKind.VIDEO
                ? List.of(
                        new StockClip(
                                "5",
                                StockKind.VIDEO,
                                List.of(rendition("original", "b.webm", 1080, 1920)),
                                Duration.ofSeconds(8),
                                "“Bees dance” by Ada & Bo, CC BY-SA 4.0"
                                        + " (https://creativecommons.org/licenses/by-sa/4.0), via Wikimedia Commons"
                                        + " (https://commons.wikimedia.org/wiki/File:Bees_%28dance%29.webm)"),
                        new StockClip(
                                "9000029",
                                StockKind.VIDEO,
                                List.of(
                                        rendition("original", "4/41/Bunny.webm", 896, 504),
                                        rendition("240p.vp9.webm", "transcoded/Bunny.240p.vp9.webm", 426, 240)),
                                Duration.ofMillis(60_500),
                                "“File:Bunny.webm”, Public domain, via Wikimedia Commons"
                                        + " (https://commons.wikimedia.org/wiki/File:Bunny.webm)"))
                : List.of(
                        new StockClip(
                                "7",
                                StockKind.PHOTO,
                                List.of(
                                        rendition("original", "5/54/Cairo.jpg", 6000, 4000),
                                        rendition("w3840", "thumb/5/54/Cairo.jpg/3840px-Cairo.jpg", 3840, 2560)),
                                Duration.ZERO,
                                "“Cairo” by Ada, CC0, via Wikimedia Commons"
                                        + " (https://commons.wikimedia.org/wiki/File:Cairo.jpg)"),
                        new StockClip(
                                "8",
                                StockKind.PHOTO,
                                List.of(rendition("original", "Small.png", 1000, 1800)),
                                Duration.ZERO,
                                "“File:Small.png”, CC0, via Wikimedia Commons"));
    }

    private static Rendition rendition(String id, String file, int width, int height) {
        return new Rendition(id, URI.create("https://upload.wikimedia.org/" + file), width, height);
    }

    @Override
    protected String empty() {
        return "{\"batchcomplete\":true}";
    }

    @Override
    protected String nonsense() {
        return """
                {"query":{"pages":[{"pageid":1,"index":1},{"pageid":2,"index":2,"imageinfo":[],"videoinfo":[]},
                {"pageid":3,"imageinfo":[{"mime":"image/tiff","url":"https://a.example/b.tif","width":10,"height":10,
                "extmetadata":{"LicenseShortName":{"value":"CC0"}}}],
                "videoinfo":[{"duration":5,"derivatives":[{"src":"https://a.example/b.webm","type":"video/webm","width":10,
                "height":10}]}]}]}}""";
    }

    @Override
    protected String secondPage() {
        return "gsroffset=20";
    }

    @Override
    protected String key(ProviderStandIn.Received request) {
        return "";
    }

    @Test
    void asksInTheWordsOfTheApi() {
        server.searches(ProviderStandIn.json(200, empty()));

        provider().search(new StockQuery("bees", "en", StockKind.VIDEO, 1080, 1920));
        provider().search(new StockQuery("bees", "en", StockKind.PHOTO, 1080, 1920));

        assertThat(server.requests())
                .extracting(URI::getQuery)
                .containsExactly(
                        "action=query&format=json&formatversion=2&generator=search&gsrsearch=filetype:video bees"
                                + "&gsrnamespace=6&gsrlimit=20&gsroffset=0&prop=videoinfo"
                                + "&viprop=url|size|mime|extmetadata|derivatives"
                                + "&viextmetadatafilter=Artist|LicenseShortName|LicenseUrl|ObjectName",
                        "action=query&format=json&formatversion=2&generator=search&gsrsearch=filetype:bitmap bees"
                                + "&gsrnamespace=6&gsrlimit=20&gsroffset=0&prop=imageinfo"
                                + "&iiprop=url|size|mime|extmetadata"
                                + "&iiextmetadatafilter=Artist|LicenseShortName|LicenseUrl|ObjectName&iiurlwidth=3840");
    }

    @Test
    void findsFailuresInAnswersThatLookWell() {
        server.searches(ProviderStandIn.json(
                200, "{\"error\":{\"code\":\"ratelimited\",\"info\":\"You've exceeded your rate limit.\"}}"));
        assertFails(provider(), MaterialsErrorCode.STOCK_THROTTLED);
        server.searches(ProviderStandIn.json(
                200, "{\"error\":{\"code\":\"badvalue\",\"info\":\"Unrecognized <b>value</b>\"}}"));

        assertThat(assertFails(provider(), MaterialsErrorCode.STOCK_UNAVAILABLE))
                .hasMessage("the answer of Wikimedia Commons cannot be used: Unrecognized value");
    }

    @Test
    void saysWhatAFileShowsInWordsOfItsOwn() {
        offer(StockKind.VIDEO, false);

        assertThat(provider().search(query(StockKind.VIDEO)).clips())
                .extracting(StockClip::about)
                .containsExactly("Bees dance Bees (dance).webm", "Bunny.webm");
    }
}

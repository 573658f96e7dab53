package io.moneyprinter.materials.provider.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.StockProviderContract;
import io.moneyprinter.materials.spi.Rendition;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveTests extends StockProviderContract {

    @Override
    protected StockProvider provider(Clock clock, String... keys) {
        return ArchiveStandIn.asking(server, clock, keys);
    }

    @Override
    protected void offer(StockKind kind, boolean more) {
        server.searches(ProviderStandIn.json(200, """
                {"responseHeader":{"status":0,"QTime":133,"params":{"wt":"json","rows":"8"}},
                 "response":{"numFound":%d,"start":0,"docs":[
                  {"identifier":"PouringCoffee","title":"Pouring Coffee","creator":"NatureClip",
                   "licenseurl":"http://creativecommons.org/licenses/by/3.0/"},
                  {"identifier":"Bees1950","title":["Bees","1950"],
                   "licenseurl":"http://creativecommons.org/licenses/publicdomain/"},
                  {"identifier":"NotForSale","title":"No","licenseurl":"http://creativecommons.org/licenses/by-nc-sa/3.0/"}
                 ]}}""".formatted(more ? 9 : 3)));
        server.on("/metadata/PouringCoffee", ProviderStandIn.json(200, """
                {"created":1616004182,"server":"ia800308.us.archive.org","files":[
                  {"name":"Pouring.mov","format":"QuickTime","size":"54240950","width":"1920","height":"1080",
                   "length":"53.7","source":"original"},
                  {"name":"a b/Pouring.mp4","format":"h.264","size":"2593422","width":"1280","height":"720",
                   "length":"53.7","source":"derivative"},
                  {"name":"secret.mp4","format":"h.264","width":"1280","height":"720","length":"53.7","private":"true"},
                  {"name":"__ia_thumb.jpg","format":"Item Tile","size":"13158"}]}"""));
        server.on("/metadata/Bees1950", ProviderStandIn.json(200, """
                {"files":[{"name":"Bees_512kb.mp4","format":"512Kb MPEG4","length":"02:05","width":320,"height":240},
                  {"name":"Bees.mp4","format":"h.264","length":125.3,"width":640,"height":480}]}"""));
    }

    @Override
    protected List<StockClip> offered(StockKind kind) {
        return List.of(
                new StockClip(
                        "PouringCoffee",
                        StockKind.VIDEO,
                        List.of(new Rendition(
                                "a b/Pouring.mp4", server.url("/download/PouringCoffee/a%20b/Pouring.mp4"), 1280, 720)),
                        Duration.ofMillis(53_700),
                        "“Pouring Coffee” by NatureClip, CC BY (http://creativecommons.org/licenses/by/3.0/), via"
                                + " the Internet Archive (https://archive.org/details/PouringCoffee)"),
                new StockClip(
                        "Bees1950",
                        StockKind.VIDEO,
                        List.of(
                                new Rendition(
                                        "Bees_512kb.mp4", server.url("/download/Bees1950/Bees_512kb.mp4"), 320, 240),
                                new Rendition("Bees.mp4", server.url("/download/Bees1950/Bees.mp4"), 640, 480)),
                        Duration.ofMillis(125_300),
                        "“Bees”, public domain (http://creativecommons.org/licenses/publicdomain/), via the Internet"
                                + " Archive (https://archive.org/details/Bees1950)"));
    }

    @Override
    protected String empty() {
        return "{\"responseHeader\":{\"status\":0},\"response\":{\"numFound\":0,\"start\":0,\"docs\":[]}}";
    }

    /** Every answer is the same, also those about single works. */
    @Override
    protected String nonsense() {
        return """
                {"response":{"numFound":4,"docs":[{"identifier":"a"},{"title":"b",
                "licenseurl":"http://creativecommons.org/licenses/by/3.0/"},{"identifier":"c",
                "licenseurl":"http://creativecommons.org/licenses/by/3.0/"}]},
                "files":[{"name":"../d.mp4","format":"h.264","width":"10","height":"10","length":"5"},
                {"name":"e.mp4","format":"h.264"},{"name":"f.mp4","format":"h.264","width":"10",
                "height":"10","length":"long"}]}""";
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
    void asksWithoutLettingAWordBeAnOperator() {
        server.searches(ProviderStandIn.json(200, empty()));

        provider().search(new StockQuery("bees NOT\"wasps", "en", StockKind.VIDEO, 1080, 1920));

        assertThat(server.requests().getFirst().getQuery())
                .isEqualTo("q=\"bees\" AND \"NOT\" AND \"wasps\" AND mediatype:movies"
                        + " AND licenseurl:(*creativecommons.org*)&fl[]=identifier&fl[]=title&fl[]=creator"
                        + "&fl[]=licenseurl&rows=8&page=1&output=json");
    }

    @Test
    void doesWithoutAWorkThatCannotBeAskedAbout() {
        offer(StockKind.VIDEO, false);
        server.on("/metadata/PouringCoffee", ProviderStandIn.json(500, ""));

        assertThat(provider().search(query(StockKind.VIDEO)).clips())
                .extracting(StockClip::id)
                .containsExactly("Bees1950");

        server.on("/metadata/Bees1950", ProviderStandIn.hangUp());
        assertFails(provider(), MaterialsErrorCode.STOCK_UNAVAILABLE);
    }
}

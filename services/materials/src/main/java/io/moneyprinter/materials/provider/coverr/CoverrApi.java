package io.moneyprinter.materials.provider.coverr;

import io.moneyprinter.materials.provider.http.About;
import io.moneyprinter.materials.provider.http.Address;
import io.moneyprinter.materials.provider.http.Asker;
import io.moneyprinter.materials.provider.http.Credit;
import io.moneyprinter.materials.provider.http.Request;
import io.moneyprinter.materials.provider.http.Scaled;
import io.moneyprinter.materials.provider.http.StockApi;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockPage;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.service.provider.ApiKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The search of Coverr; its pages begin with 0. */
final class CoverrApi implements StockApi<CoverrPage> {

    private final CoverrProperties properties;

    CoverrApi(CoverrProperties properties) {
        this.properties = properties;
    }

    @Override
    public String provider() {
        return "coverr";
    }

    @Override
    public String name() {
        return "Coverr";
    }

    @Override
    public Set<StockKind> kinds() {
        return Set.of(StockKind.VIDEO);
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    @Override
    public Request search(StockQuery query, ApiKey key) {
        var address = Address.of(properties.baseUrl(), "/videos")
                .with("query", query.words())
                .with("page", query.page() - 1)
                .with("page_size", properties.resultsPerQuery())
                .with("urls", "true");
        return Request.of(address, "Authorization", "Bearer " + key.value());
    }

    @Override
    public Class<CoverrPage> answer() {
        return CoverrPage.class;
    }

    @Override
    public StockPage read(CoverrPage page, StockQuery query, Asker asker) {
        if (page.hits() == null) {
            throw failures().unusable("there are no hits in it", null);
        }
        return new StockPage(page.hits().stream().flatMap(this::clip).toList(), page.page() + 1 < page.pages());
    }

    private Stream<StockClip> clip(CoverrPage.Hit hit) {
        if (hit.id() == null || hit.urls() == null || !(hit.duration() > 0)) {
            return Stream.empty();
        }
        var creator = hit.creator() == null ? null : hit.creator().name();
        var page = hit.canonicalUrl() == null ? "https://coverr.co" : hit.canonicalUrl();
        return Scaled.rendition("download", hit.urls().mp4Download(), hit.maxWidth(), hit.maxHeight()).stream()
                .map(file -> new StockClip(
                                hit.id(),
                                StockKind.VIDEO,
                                List.of(file),
                                Duration.ofMillis(Math.round(hit.duration() * 1e3)),
                                Credit.on(name(), "Video", creator, page))
                        .withAbout(About.of(hit.title(), About.tags(hit.tags()), hit.description())));
    }
}

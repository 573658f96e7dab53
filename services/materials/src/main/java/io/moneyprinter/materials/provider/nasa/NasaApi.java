package io.moneyprinter.materials.provider.nasa;

import io.moneyprinter.materials.provider.http.About;
import io.moneyprinter.materials.provider.http.Address;
import io.moneyprinter.materials.provider.http.Asker;
import io.moneyprinter.materials.provider.http.Credit;
import io.moneyprinter.materials.provider.http.Request;
import io.moneyprinter.materials.provider.http.Scaled;
import io.moneyprinter.materials.provider.http.StockApi;
import io.moneyprinter.materials.spi.Rendition;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockPage;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.service.provider.ApiKey;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The search of the library of NASA. Of photos it says how large they are; of videos only that they are there. */
final class NasaApi implements StockApi<NasaPage> {

    /** What is behind the first ten thousand results is refused. */
    private static final int MOST_RESULTS = 10_000;

    private final NasaProperties properties;

    NasaApi(NasaProperties properties) {
        this.properties = properties;
    }

    @Override
    public String provider() {
        return "nasa";
    }

    @Override
    public String name() {
        return "NASA";
    }

    @Override
    public Set<StockKind> kinds() {
        return Set.of(StockKind.VIDEO, StockKind.PHOTO);
    }

    @Override
    public boolean needsKey() {
        return false;
    }

    @Override
    public Request search(StockQuery query, ApiKey key) {
        return Request.of(Address.of(properties.baseUrl(), "/search")
                .with("q", query.words())
                .with("media_type", query.kind() == StockKind.VIDEO ? "video" : "image")
                .with("page", query.page())
                .with("page_size", properties.resultsPerQuery()));
    }

    @Override
    public Class<NasaPage> answer() {
        return NasaPage.class;
    }

    @Override
    public StockPage read(NasaPage page, StockQuery query, Asker asker) {
        var collection = page.collection();
        if (collection == null || collection.items() == null) {
            throw failures().unusable("there is no collection in it", null);
        }
        var clips = query.kind() == StockKind.VIDEO
                ? new NasaVideos(this, asker, properties.videosPerQuery()).of(collection.items(), query)
                : collection.items().stream()
                        .flatMap(item -> photo(item).stream())
                        .toList();
        var reachable = (long) query.page() * properties.resultsPerQuery() < MOST_RESULTS;
        return new StockPage(clips, reachable && links(collection.links()).anyMatch(link -> "next".equals(link.rel())));
    }

    private Optional<StockClip> photo(NasaPage.Item item) {
        var renditions = links(item.links())
                .filter(link ->
                        String.valueOf(link.href()).toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png)"))
                .flatMap(link ->
                        Scaled.rendition(size(link.href()), secure(link.href()), link.width(), link.height()).stream())
                .toList();
        if (item.data() == null || item.data().isEmpty() || renditions.isEmpty()) {
            return Optional.empty();
        }
        var data = item.data().getFirst();
        return Optional.ofNullable(data.nasaId()).map(id -> clip(id, data, StockKind.PHOTO, renditions, Duration.ZERO));
    }

    StockClip clip(String id, NasaPage.Data data, StockKind kind, List<Rendition> renditions, Duration duration) {
        return new StockClip(id, kind, renditions, duration, attribution(id, data))
                .withAbout(About.of(data.title(), About.tags(data.keywords()), data.description()));
    }

    /** What to ask for all files of a work. */
    Request files(String id) {
        return Request.of(Address.of(properties.baseUrl(), "/asset/" + Address.encoded(id)));
    }

    private static Stream<NasaPage.Link> links(@Nullable List<NasaPage.Link> links) {
        return Objects.requireNonNullElse(links, List.<NasaPage.Link>of()).stream();
    }

    /** Files are called such as {@code PIA24439~large.jpg}. */
    static String size(@Nullable String href) {
        return String.valueOf(href).replaceFirst(".*~", "");
    }

    /** NASA names its own files as if they could only be had in the open. */
    static @Nullable String secure(@Nullable String href) {
        return href == null ? null : href.replaceFirst("^http://([a-z-]+\\.nasa\\.gov/)", "https://$1");
    }

    private static String attribution(String id, NasaPage.Data data) {
        var who = Stream.of("NASA", data.center(), data.secondaryCreator(), data.photographer())
                .map(Credit::clean)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining("/"));
        var title = Credit.clean(data.title());
        return (title.isEmpty() ? "" : "“" + title + "”, ")
                + "credit: "
                + who
                + Credit.linked("https://images.nasa.gov/details/" + Address.encoded(id));
    }
}

package io.moneyprinter.materials.provider.pixabay;

import io.moneyprinter.materials.provider.http.About;
import io.moneyprinter.materials.provider.http.Address;
import io.moneyprinter.materials.provider.http.Asker;
import io.moneyprinter.materials.provider.http.Credit;
import io.moneyprinter.materials.provider.http.RateHeaders;
import io.moneyprinter.materials.provider.http.Refusal;
import io.moneyprinter.materials.provider.http.Request;
import io.moneyprinter.materials.provider.http.Scaled;
import io.moneyprinter.materials.provider.http.StockApi;
import io.moneyprinter.materials.spi.RateLimit;
import io.moneyprinter.materials.spi.Rendition;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockPage;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.service.fetch.Fetcher;
import io.moneyprinter.service.provider.ApiKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The searches of Pixabay, which take the key as a part of the address. */
final class PixabayApi implements StockApi<PixabayPage> {

    private static final Set<String> LANGUAGES = Set.of(
            "cs", "da", "de", "en", "es", "fr", "id", "it", "hu", "nl", "no", "pl", "pt", "ro", "sk", "fi", "sv", "tr",
            "vi", "th", "bg", "ru", "el", "ja", "ko", "zh");

    private static final int LONGEST_WORDS = 100;

    private final PixabayProperties properties;

    PixabayApi(PixabayProperties properties) {
        this.properties = properties;
    }

    @Override
    public String provider() {
        return "pixabay";
    }

    @Override
    public String name() {
        return "Pixabay";
    }

    @Override
    public Set<StockKind> kinds() {
        return Set.of(StockKind.VIDEO, StockKind.PHOTO);
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    @Override
    public Request search(StockQuery query, ApiKey key) {
        var words = query.words();
        var address = Address.of(properties.baseUrl(), query.kind() == StockKind.VIDEO ? "/videos/" : "/")
                .with("key", key.value())
                .with("q", words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS))
                .with("safesearch", "true")
                .with("per_page", properties.resultsPerQuery())
                .with("page", query.page());
        var language = query.baseLanguage().equals("nb") ? "no" : query.baseLanguage();
        if (LANGUAGES.contains(language)) {
            address.with("lang", language);
        }
        if (query.kind() == StockKind.VIDEO) {
            // Videos cannot be asked for by how they stand.
            return Request.of(address.with("video_type", "film"));
        }
        address.with("image_type", "photo");
        return Request.of(
                switch (query.orientation()) {
                    case LANDSCAPE -> address.with("orientation", "horizontal");
                    case PORTRAIT -> address.with("orientation", "vertical");
                    case SQUARE -> address;
                });
    }

    @Override
    public Class<PixabayPage> answer() {
        return PixabayPage.class;
    }

    @Override
    public StockPage read(PixabayPage page, StockQuery query, Asker asker) {
        if (page.hits() == null) {
            throw failures().unusable("there are no hits in it", null);
        }
        var clips = page.hits().stream()
                .map(hit -> query.kind() == StockKind.VIDEO ? video(hit) : photo(hit))
                .filter(clip -> !clip.renditions().isEmpty())
                .toList();
        return new StockPage(clips, (long) query.page() * properties.resultsPerQuery() < page.totalHits());
    }

    private StockClip video(PixabayPage.Hit hit) {
        List<Rendition> files = hit.videos() == null || hit.duration() <= 0
                ? List.of()
                : hit.videos().entrySet().stream()
                        .flatMap(size -> Scaled.rendition(
                                size.getKey(),
                                size.getValue().url(),
                                size.getValue().width(),
                                size.getValue().height())
                                .stream())
                        .toList();
        return new StockClip(
                        Long.toString(hit.id()),
                        StockKind.VIDEO,
                        files,
                        Duration.ofSeconds(hit.duration()),
                        Credit.on(name(), "Video", hit.user(), hit.pageUrl()))
                .withAbout(About.of(hit.tags()));
    }

    private StockClip photo(PixabayPage.Hit hit) {
        var width = hit.imageWidth();
        var height = hit.imageHeight();
        var files = Stream.of(
                        Scaled.rendition("original", hit.imageUrl(), width, height),
                        Scaled.within("full-hd", hit.fullHdUrl(), width, height, 1920, 1920),
                        Scaled.within("large", hit.largeImageUrl(), width, height, 1280, 1280))
                .flatMap(Optional::stream)
                .toList();
        return new StockClip(
                        "photo-" + hit.id(),
                        StockKind.PHOTO,
                        files,
                        Duration.ZERO,
                        Credit.on(name(), "Image", hit.user(), hit.pageUrl()))
                .withAbout(About.of(hit.tags()));
    }

    /** {@code X-RateLimit-Reset} is how many seconds are left. */
    @Override
    public @Nullable RateLimit rateLimit(Fetcher.Answer answer, Instant now) {
        var reset = RateHeaders.reset(answer);
        return RateHeaders.read(answer, reset == null ? null : now.plusSeconds(reset));
    }

    /** A wrong key is a wrong request, as any other parameter would be. */
    @Override
    public Refusal refusal(Fetcher.Answer answer, @Nullable RateLimit limit) {
        return answer.status() == 400 && new String(answer.body(), StandardCharsets.UTF_8).contains("API key")
                ? Refusal.KEY
                : Refusal.of(answer.status());
    }
}

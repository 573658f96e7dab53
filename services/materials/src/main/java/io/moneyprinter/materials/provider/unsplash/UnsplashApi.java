package io.moneyprinter.materials.provider.unsplash;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The search of Unsplash, which makes photos smaller on request and wants to be told when one is taken. */
final class UnsplashApi implements StockApi<UnsplashPage> {

    private final UnsplashProperties properties;

    UnsplashApi(UnsplashProperties properties) {
        this.properties = properties;
    }

    @Override
    public String provider() {
        return "unsplash";
    }

    @Override
    public String name() {
        return "Unsplash";
    }

    @Override
    public Set<StockKind> kinds() {
        return Set.of(StockKind.PHOTO);
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    @Override
    public Request search(StockQuery query, ApiKey key) {
        var address = Address.of(properties.baseUrl(), "/search/photos")
                .with("query", query.words())
                .with("page", query.page())
                .with("per_page", properties.resultsPerQuery())
                .with("content_filter", "high")
                .with(
                        "orientation",
                        switch (query.orientation()) {
                            case LANDSCAPE -> "landscape";
                            case PORTRAIT -> "portrait";
                            case SQUARE -> "squarish";
                        });
        return new Request(address.toUri(), headers(key));
    }

    private static Map<String, String> headers(ApiKey key) {
        return Map.of("Authorization", "Client-ID " + key.value(), "Accept-Version", "v1");
    }

    @Override
    public Class<UnsplashPage> answer() {
        return UnsplashPage.class;
    }

    @Override
    public StockPage read(UnsplashPage page, StockQuery query, Asker asker) {
        if (page.results() == null) {
            throw failures().unusable("there are no results in it", null);
        }
        var clips = page.results().stream()
                .flatMap(photo -> clip(photo, query).stream())
                .toList();
        return new StockPage(clips, query.page() < page.totalPages());
    }

    private Optional<StockClip> clip(UnsplashPage.Photo photo, StockQuery query) {
        var raw = photo.urls() == null ? null : photo.urls().raw();
        if (photo.id() == null || raw == null || photo.width() <= 0 || photo.height() <= 0) {
            return Optional.empty();
        }
        var links = photo.links();
        var page = links == null || links.html() == null
                ? null
                : Address.of(links.html())
                        .with("utm_source", "moneyprinter")
                        .with("utm_medium", "referral")
                        .toString();
        return Optional.of(new StockClip(
                        photo.id(),
                        StockKind.PHOTO,
                        renditions(photo, raw, query),
                        Duration.ZERO,
                        Credit.on(
                                name(),
                                "Photo",
                                photo.user() == null ? null : photo.user().name(),
                                page),
                        Credit.address(links == null ? null : links.downloadLocation())
                                .orElse(null),
                        About.of(photo.altDescription(), photo.description())))
                .filter(clip -> !clip.renditions().isEmpty());
    }

    /** The original as a JPEG and, where that is larger than need be, one of just the right size. */
    private static List<Rendition> renditions(UnsplashPage.Photo photo, String raw, StockQuery query) {
        var scale = Math.max(query.width() / (double) photo.width(), query.height() / (double) photo.height());
        // A hair less, so that no rounding error asks for a pixel more.
        var width = (int) Math.ceil(photo.width() * scale - 1e-6);
        var original = Address.of(raw).with("fm", "jpg").with("q", 85);
        var fitting = Address.of(raw)
                .with("fm", "jpg")
                .with("q", 85)
                .with("fit", "max")
                .with("w", width);
        return Stream.of(
                        Scaled.rendition("original", original.toString(), photo.width(), photo.height()),
                        scale < 1
                                ? Scaled.rendition("w" + width, fitting.toString(), width, (int)
                                        Math.round(photo.height() * (width / (double) photo.width())))
                                : Optional.<Rendition>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    /** There is no header about the reset: the limit is for an hour. */
    @Override
    public @Nullable RateLimit rateLimit(Fetcher.Answer answer, Instant now) {
        return RateHeaders.read(answer, null);
    }

    /** Whoever asks too often is forbidden to, as is somebody without a key. */
    @Override
    public Refusal refusal(Fetcher.Answer answer, @Nullable RateLimit limit) {
        return answer.status() == 403 && limit != null && limit.remaining() == 0
                ? Refusal.THROTTLED
                : Refusal.of(answer.status());
    }

    /** The key goes to Unsplash alone, wherever an answer wants it to be sent. */
    @Override
    public @Nullable Request use(StockClip clip, ApiKey key) {
        var address = clip.use();
        return address == null
                        || !String.valueOf(address.getRawAuthority())
                                .equals(properties.baseUrl().getRawAuthority())
                ? null
                : new Request(address, headers(key));
    }
}

package io.moneyprinter.materials.provider.pexels;

import io.moneyprinter.materials.provider.http.Address;
import io.moneyprinter.materials.provider.http.Asker;
import io.moneyprinter.materials.provider.http.Credit;
import io.moneyprinter.materials.provider.http.RateHeaders;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The searches of Pexels; a page of photos has another address than one of videos. */
final class PexelsApi implements StockApi<PexelsPage> {

    /** The languages that Pexels searches in, by ISO 639-1; others are left for Pexels to guess. */
    private static final Map<String, String> LOCALES = Map.ofEntries(
            Map.entry("en", "en-US"),
            Map.entry("pt", "pt-BR"),
            Map.entry("es", "es-ES"),
            Map.entry("ca", "ca-ES"),
            Map.entry("de", "de-DE"),
            Map.entry("it", "it-IT"),
            Map.entry("fr", "fr-FR"),
            Map.entry("sv", "sv-SE"),
            Map.entry("id", "id-ID"),
            Map.entry("pl", "pl-PL"),
            Map.entry("ja", "ja-JP"),
            Map.entry("zh", "zh-CN"),
            Map.entry("ko", "ko-KR"),
            Map.entry("th", "th-TH"),
            Map.entry("nl", "nl-NL"),
            Map.entry("hu", "hu-HU"),
            Map.entry("vi", "vi-VN"),
            Map.entry("cs", "cs-CZ"),
            Map.entry("da", "da-DK"),
            Map.entry("fi", "fi-FI"),
            Map.entry("uk", "uk-UA"),
            Map.entry("el", "el-GR"),
            Map.entry("ro", "ro-RO"),
            Map.entry("nb", "nb-NO"),
            Map.entry("sk", "sk-SK"),
            Map.entry("tr", "tr-TR"),
            Map.entry("ru", "ru-RU"));

    private final PexelsProperties properties;

    PexelsApi(PexelsProperties properties) {
        this.properties = properties;
    }

    @Override
    public String provider() {
        return "pexels";
    }

    @Override
    public String name() {
        return "Pexels";
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
        var path = query.kind() == StockKind.VIDEO ? "/videos/search" : "/search";
        var address = Address.of(properties.baseUrl(), path)
                .with("query", query.words())
                .with("orientation", query.orientation().name().toLowerCase(Locale.ROOT))
                .with("per_page", properties.resultsPerQuery())
                .with("page", query.page());
        var locale = LOCALES.get(query.baseLanguage());
        if (locale != null) {
            address.with("locale", locale);
        }
        return Request.of(address, "Authorization", key.value());
    }

    @Override
    public Class<PexelsPage> answer() {
        return PexelsPage.class;
    }

    @Override
    public StockPage read(PexelsPage page, StockQuery query, Asker asker) {
        var clips = query.kind() == StockKind.VIDEO ? videos(page) : photos(page);
        return new StockPage(clips, page.nextPage() != null);
    }

    private List<StockClip> videos(PexelsPage page) {
        if (page.videos() == null) {
            throw failures().unusable("there are no videos in it", null);
        }
        return page.videos().stream()
                .filter(video -> video.duration() > 0)
                .map(video -> new StockClip(
                        Long.toString(video.id()),
                        StockKind.VIDEO,
                        files(video),
                        Duration.ofSeconds(video.duration()),
                        Credit.on(
                                name(),
                                "Video",
                                video.user() == null ? null : video.user().name(),
                                video.url())))
                .filter(clip -> !clip.renditions().isEmpty())
                .toList();
    }

    private static List<Rendition> files(PexelsPage.Video video) {
        return video.videoFiles() == null
                ? List.of()
                : video.videoFiles().stream()
                        .filter(file -> "video/mp4".equals(file.fileType()))
                        .flatMap(file ->
                                Scaled.rendition(Long.toString(file.id()), file.link(), file.width(), file.height())
                                        .stream())
                        .toList();
    }

    private List<StockClip> photos(PexelsPage page) {
        if (page.photos() == null) {
            throw failures().unusable("there are no photos in it", null);
        }
        return page.photos().stream()
                .filter(photo -> photo.width() > 0 && photo.height() > 0)
                .map(photo -> new StockClip(
                        "photo-" + photo.id(),
                        StockKind.PHOTO,
                        sizes(photo),
                        Duration.ZERO,
                        Credit.on(name(), "Photo", photo.photographer(), photo.url())))
                .filter(clip -> !clip.renditions().isEmpty())
                .toList();
    }

    private static List<Rendition> sizes(PexelsPage.Photo photo) {
        var sources = photo.src();
        if (sources == null) {
            return List.of();
        }
        return Stream.of(
                        Scaled.rendition("original", sources.original(), photo.width(), photo.height()),
                        Scaled.within("large2x", sources.large2x(), photo.width(), photo.height(), 1880, 1300))
                .flatMap(Optional::stream)
                .toList();
    }

    /** {@code X-Ratelimit-Reset} is in seconds since 1970; Pexels leaves all of them away on a refusal. */
    @Override
    public @Nullable RateLimit rateLimit(Fetcher.Answer answer, Instant now) {
        var reset = RateHeaders.reset(answer);
        return RateHeaders.read(answer, reset == null ? null : Instant.ofEpochSecond(reset));
    }
}

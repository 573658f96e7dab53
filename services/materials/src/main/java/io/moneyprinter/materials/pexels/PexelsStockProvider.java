package io.moneyprinter.materials.pexels;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.download.Downloads;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.fetch.Fetcher;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks the video search of Pexels, and leaves it alone for as long as it says when it is asked too often. */
@Component
final class PexelsStockProvider implements StockProvider {

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
    private final Downloads downloads;
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.MIN);

    PexelsStockProvider(PexelsProperties properties, Downloads downloads, JsonMapper json, Clock clock) {
        this.properties = properties;
        this.downloads = downloads;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "pexels";
    }

    @Override
    public boolean configured() {
        return !properties.apiKey().isBlank();
    }

    @Override
    public List<StockClip> search(StockQuery query) {
        var rest = restsUntil.get();
        if (clock.instant().isBefore(rest)) {
            throw throttled(rest);
        }
        Fetcher.Answer answer;
        try {
            answer = downloads.ask(address(query), Map.of("Authorization", properties.apiKey()));
        } catch (CodedException e) {
            throw new CodedException(
                    MaterialsErrorCode.STOCK_UNAVAILABLE, "Pexels cannot be asked: " + e.getMessage(), e);
        }
        return switch (answer.status()) {
            case 200 -> {
                if ("0".equals(answer.header("x-ratelimit-remaining"))) {
                    rest(answer);
                }
                yield clips(answer.body(), query);
            }
            case 429 -> throw throttled(rest(answer));
            case 401, 403 ->
                throw new CodedException(MaterialsErrorCode.STOCK_KEY_REFUSED, "Pexels does not accept the key");
            default ->
                throw new CodedException(
                        MaterialsErrorCode.STOCK_UNAVAILABLE, "Pexels answers with status " + answer.status());
        };
    }

    @Override
    public void download(StockClip clip, Path target) {
        try {
            downloads.fetch(clip.file(), target);
        } catch (CodedException e) {
            throw new CodedException(
                    MaterialsErrorCode.STOCK_UNAVAILABLE,
                    "clip %s of Pexels cannot be fetched: %s".formatted(clip.id(), e.getMessage()),
                    e);
        }
    }

    private URI address(StockQuery query) {
        var orientation =
                query.width() > query.height() ? "landscape" : query.width() < query.height() ? "portrait" : "square";
        var address = new StringBuilder(properties.baseUrl().toString().replaceFirst("/+$", ""))
                .append("/videos/search?query=")
                .append(URLEncoder.encode(query.words(), StandardCharsets.UTF_8))
                .append("&orientation=")
                .append(orientation)
                .append("&per_page=")
                .append(properties.resultsPerQuery());
        var locale = LOCALES.get(query.language().split("[-_]", 2)[0]);
        if (locale != null) {
            address.append("&locale=").append(locale);
        }
        return URI.create(address.toString());
    }

    /** {@code X-Ratelimit-Reset} is in seconds since 1970; Pexels leaves it away on a refusal. */
    private Instant rest(Fetcher.Answer answer) {
        var now = clock.instant();
        var until = number(answer.header("x-ratelimit-reset"))
                .map(Instant::ofEpochSecond)
                .or(() -> number(answer.header("retry-after")).map(now::plusSeconds))
                .filter(now::isBefore)
                .orElse(now.plus(properties.restWhenThrottled()));
        restsUntil.set(until);
        return until;
    }

    private static Optional<Long> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.matches("\\d{1,11}"))
                .map(Long::parseLong);
    }

    private CodedException throttled(Instant until) {
        return new CodedException(
                MaterialsErrorCode.STOCK_THROTTLED,
                "Pexels is asked too often and is left alone until " + until,
                List.of(),
                Duration.between(clock.instant(), until),
                null);
    }

    private List<StockClip> clips(byte[] body, StockQuery query) {
        try {
            var page = json.readerFor(PexelsPage.class)
                    .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .<PexelsPage>readValue(body);
            if (page.videos() == null) {
                throw new CodedException(
                        MaterialsErrorCode.STOCK_UNAVAILABLE, "Pexels answers with something else than videos");
            }
            return page.videos().stream()
                    .flatMap(video -> clip(video, query).stream())
                    .toList();
        } catch (JacksonException e) {
            throw new CodedException(
                    MaterialsErrorCode.STOCK_UNAVAILABLE, "Pexels answers with something else than JSON", e);
        }
    }

    /** The smallest rendition that covers the canvas; a clip without one would be blurred. */
    private Optional<StockClip> clip(PexelsPage.Video video, StockQuery query) {
        if (video.videoFiles() == null || video.duration() <= 0) {
            return Optional.empty();
        }
        return video.videoFiles().stream()
                .filter(file -> "video/mp4".equals(file.fileType()) && file.covers(query.width(), query.height()))
                .min(Comparator.comparingLong(PexelsPage.VideoFile::pixels))
                .flatMap(file -> file.address()
                        .map(address -> new StockClip(
                                "%d-%d".formatted(video.id(), file.id()),
                                address,
                                file.width(),
                                file.height(),
                                Duration.ofSeconds(video.duration()),
                                attribution(video))));
    }

    private static String attribution(PexelsPage.Video video) {
        var user = video.user();
        var name = user == null || user.name() == null
                ? ""
                : user.name().replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        var credit = name.isEmpty() ? "Video on Pexels" : "Video by %s on Pexels".formatted(name);
        var link = video.url();
        return link == null || !link.startsWith("https://") || link.length() > 500
                ? credit
                : credit + " (" + link + ")";
    }
}

package io.moneyprinter.materials.provider.openverse;

import io.moneyprinter.materials.provider.http.Address;
import io.moneyprinter.materials.provider.http.Asker;
import io.moneyprinter.materials.provider.http.Credit;
import io.moneyprinter.materials.provider.http.RateHeaders;
import io.moneyprinter.materials.provider.http.Request;
import io.moneyprinter.materials.provider.http.Scaled;
import io.moneyprinter.materials.provider.http.StockApi;
import io.moneyprinter.materials.spi.RateLimit;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockPage;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.service.fetch.Fetcher;
import io.moneyprinter.service.provider.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The search of Openverse, for photos that may be used in anything and changed. */
final class OpenverseApi implements StockApi<OpenversePage> {

    private static final String AVAILABLE = "x-ratelimit-available-";
    private static final String LIMIT = "x-ratelimit-limit-";

    private final OpenverseProperties properties;

    OpenverseApi(OpenverseProperties properties) {
        this.properties = properties;
    }

    @Override
    public String provider() {
        return "openverse";
    }

    @Override
    public String name() {
        return "Openverse";
    }

    @Override
    public Set<StockKind> kinds() {
        return Set.of(StockKind.PHOTO);
    }

    @Override
    public boolean needsKey() {
        return false;
    }

    @Override
    public Request search(StockQuery query, ApiKey key) {
        return Request.of(Address.of(properties.baseUrl(), "/images/")
                .with("q", query.words())
                .with("page", query.page())
                .with("page_size", properties.resultsPerQuery())
                .with("license_type", "commercial,modification")
                .with("category", "photograph")
                .with(
                        "aspect_ratio",
                        switch (query.orientation()) {
                            case LANDSCAPE -> "wide";
                            case PORTRAIT -> "tall";
                            case SQUARE -> "square";
                        }));
    }

    @Override
    public Class<OpenversePage> answer() {
        return OpenversePage.class;
    }

    @Override
    public StockPage read(OpenversePage page, StockQuery query, Asker asker) {
        if (page.results() == null) {
            throw failures().unusable("there are no results in it", null);
        }
        return new StockPage(page.results().stream().flatMap(this::clip).toList(), query.page() < page.pageCount());
    }

    private Stream<StockClip> clip(OpenversePage.Image image) {
        if (image.id() == null) {
            return Stream.empty();
        }
        return Scaled.rendition("original", image.url(), image.width(), image.height()).stream()
                .map(file ->
                        new StockClip(image.id(), StockKind.PHOTO, List.of(file), Duration.ZERO, attribution(image)));
    }

    private String attribution(OpenversePage.Image image) {
        var ready = Credit.clean(image.attribution());
        if (ready.isEmpty()) {
            return Credit.licensed(
                    name(),
                    image.title(),
                    image.creator(),
                    licence(String.valueOf(image.license())),
                    image.licenseUrl(),
                    image.foreignLandingUrl());
        }
        return ready + Credit.linked(image.foreignLandingUrl());
    }

    private static String licence(String code) {
        return switch (code) {
            case "cc0" -> "CC0";
            case "pdm" -> "public domain";
            default -> "CC " + code.toUpperCase(Locale.ROOT);
        };
    }

    /**
     * There are several limits at a time, each with a name of its own and a rate such as {@code 20/min}; what counts is
     * the one that is nearest to its end. Only those of a minute say when they begin anew.
     */
    @Override
    public @Nullable RateLimit rateLimit(Fetcher.Answer answer, Instant now) {
        return answer.headers().keySet().stream()
                .filter(name -> name.startsWith(AVAILABLE))
                .flatMap(name -> limit(answer, name.substring(AVAILABLE.length()), now))
                .min(Comparator.comparingInt(RateLimit::remaining))
                .orElse(null);
    }

    private static Stream<RateLimit> limit(Fetcher.Answer answer, String which, Instant now) {
        var rate = answer.header(LIMIT + which);
        return rate == null
                ? Stream.empty()
                : Stream.ofNullable(RateHeaders.of(
                        RateHeaders.number(answer.header(AVAILABLE + which)),
                        RateHeaders.number(rate.split("/", 2)[0]),
                        rate.endsWith("/min") ? now.plusSeconds(60) : null));
    }
}

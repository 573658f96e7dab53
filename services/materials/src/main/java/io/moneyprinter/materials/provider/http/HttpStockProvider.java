package io.moneyprinter.materials.provider.http;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.download.Downloads;
import io.moneyprinter.materials.spi.RateLimit;
import io.moneyprinter.materials.spi.Rendition;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockPage;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.RetryAfter;
import io.moneyprinter.service.fetch.FetchErrorCode;
import io.moneyprinter.service.fetch.Fetcher;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.service.provider.KeyRing;
import io.moneyprinter.service.provider.RefusalDetail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks one provider, with one key after the other, and remembers how often it may still do so. */
final class HttpStockProvider<P> implements StockProvider {

    private static final Logger log = LoggerFactory.getLogger(HttpStockProvider.class);

    private static final Duration REFUSED_KEY_REST = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final int LONGEST_NAME = 300;

    /** Providers say numbers in quotes, nothing at all, and more than we read. */
    private static final JsonMapper JSON = Json.lenient()
            .rebuild()
            .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final StockApi<P> api;
    private final List<ApiKey> given;
    private final KeyRing keys;
    private final Duration rest;
    private final Downloads downloads;
    private final Clock clock;
    private final Failures failures;
    private volatile @Nullable RateLimit rateLimit;

    HttpStockProvider(StockApi<P> api, List<ApiKey> keys, Duration rest, Downloads downloads, Clock clock) {
        this.api = api;
        this.given = keys.stream().filter(ApiKey::isPresent).toList();
        this.keys = new KeyRing(
                given,
                new KeyRing.Rules(
                        MaterialsErrorCode.STOCK_THROTTLED,
                        Set.of(MaterialsErrorCode.STOCK_KEY_REFUSED),
                        rest,
                        REFUSED_KEY_REST),
                clock);
        this.rest = rest;
        this.downloads = downloads;
        this.clock = clock;
        this.failures = api.failures();
        if (!given.stream().allMatch(ApiKey::isSendable)) {
            throw new IllegalArgumentException(
                    "%s: a key has characters that no key has (expected: letters, digits and signs of ASCII)"
                            .formatted(failures.keyProperty()));
        }
    }

    @Override
    public String provider() {
        return api.provider();
    }

    @Override
    public Set<StockKind> kinds() {
        return api.kinds();
    }

    @Override
    public boolean needsKey() {
        return api.needsKey();
    }

    @Override
    public int keys() {
        return given.size();
    }

    @Override
    public int keysResting() {
        return keys.resting();
    }

    @Override
    public @Nullable RateLimit rateLimit() {
        return rateLimit;
    }

    @Override
    public StockPage search(StockQuery query) {
        while (true) {
            var key = keys.next();
            try {
                return readable(api.read(ask(api.search(query, key), api.answer(), key), query, new Asker() {
                    @Override
                    public <T> T ask(Request request, Class<T> answer) {
                        return HttpStockProvider.this.ask(request, answer, key);
                    }
                }));
            } catch (CodedException failed) {
                if (!keys.rest(key, failed)) {
                    throw failed;
                }
            }
        }
    }

    /** Without those whose names cannot be written down. */
    private static StockPage readable(StockPage page) {
        return new StockPage(
                page.clips().stream()
                        .filter(clip -> isName(clip.id())
                                && clip.renditions().stream().allMatch(rendition -> isName(rendition.id())))
                        .toList(),
                page.more());
    }

    private static boolean isName(String id) {
        return !id.isBlank() && id.length() <= LONGEST_NAME && id.chars().noneMatch(Character::isISOControl);
    }

    private <T> T ask(Request request, Class<T> type, ApiKey key) {
        var answer = answer(request);
        var now = clock.instant();
        var limit = api.rateLimit(answer, now);
        if (limit != null) {
            rateLimit = limit;
        }
        if (answer.status() != 200) {
            throw refused(answer, limit, key, now);
        }
        if (limit != null && limit.remaining() == 0) {
            keys.spent(key, failures.throttled(wait(limit, now)));
        }
        try {
            var read = JSON.readValue(answer.body(), type);
            if (read != null) {
                return read;
            }
        } catch (JacksonException e) {
            throw failures.unusable("it is not what was asked for", e);
        }
        throw failures.unusable("it is empty", null);
    }

    private Fetcher.Answer answer(Request request) {
        try {
            return downloads.ask(request.address(), request.headers());
        } catch (CodedException e) {
            throw e.code() == CommonErrorCode.CANCELLED ? e : failures.unavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private CodedException refused(Fetcher.Answer answer, @Nullable RateLimit limit, ApiKey key, Instant now) {
        var asked = RetryAfter.of(answer.header("retry-after"), LONGEST_WAIT);
        return switch (api.refusal(answer, limit)) {
            case KEY -> failures.keyRefused(answer.status());
            case THROTTLED -> failures.throttled(asked != null ? asked : wait(limit, now));
            case UNAVAILABLE -> failures.unavailable(answer.status(), detail(answer, key), asked);
        };
    }

    private Duration wait(@Nullable RateLimit limit, Instant now) {
        var resetsAt = limit == null ? null : limit.resetsAt();
        return resetsAt == null || !now.isBefore(resetsAt) ? rest : Duration.between(now, resetsAt);
    }

    /** What the provider says of a refusal; some say it in plain text. */
    private static String detail(Fetcher.Answer answer, ApiKey key) {
        try {
            return RefusalDetail.line(RefusalDetail.of(JSON.readTree(answer.body())), key.value());
        } catch (JacksonException noJson) {
            var text = new String(answer.body(), StandardCharsets.UTF_8);
            return text.startsWith("<") ? "" : RefusalDetail.line(text, key.value());
        }
    }

    @Override
    public void download(StockClip clip, Rendition rendition, Path target) {
        try {
            downloads.fetch(rendition.file(), target);
        } catch (CodedException e) {
            throw e.code() == CommonErrorCode.CANCELLED || e.code() == FetchErrorCode.DOWNLOAD_TOO_LARGE
                    ? e
                    : new CodedException(
                            MaterialsErrorCode.STOCK_UNAVAILABLE,
                            "clip %s of %s cannot be fetched: %s".formatted(clip.id(), api.name(), e.getMessage()),
                            e);
        }
        if (clip.use() != null) {
            count(clip);
        }
    }

    /** A use that is not counted is no reason to do without the clip. */
    private void count(StockClip clip) {
        try {
            var request = api.use(clip, keys.next());
            if (request != null) {
                downloads.ask(request.address(), request.headers());
            }
        } catch (CodedException e) {
            log.debug("{} does not count clip {}: {}", api.name(), clip.id(), e.getMessage());
        }
    }
}

package io.moneyprinter.materials.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.spi.Rendition;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.fetch.FetchErrorCode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every provider of stock footage does, whoever it is. The server answers in the shape of the provider. */
public abstract class StockProviderContract {

    protected static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    protected final ProviderStandIn server = ProviderStandIn.start();

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    protected Path work;

    /** The provider as it asks {@link #server}. */
    protected abstract StockProvider provider(Clock clock, String... keys);

    /** Has the server offer two clips, and a page after this one or not. */
    protected abstract void offer(StockKind kind, boolean more);

    /** Those clips. */
    protected abstract List<StockClip> offered(StockKind kind);

    /** A page without a clip. */
    protected abstract String empty();

    /** A page of things that cannot be shown. */
    protected abstract String nonsense();

    /** What the second page is asked for with. */
    protected abstract String secondPage();

    /** Where in a request the key is; empty when there is none. */
    protected abstract String key(ProviderStandIn.Received request);

    @AfterEach
    void stop() {
        server.close();
    }

    protected final StockProvider provider() {
        return provider(clock, ProviderStandIn.KEY);
    }

    protected static StockQuery query(StockKind kind) {
        return new StockQuery("dancing bees", "en", kind, 1080, 1920);
    }

    private StockQuery query() {
        return query(provider().kinds().stream().sorted().findFirst().orElseThrow());
    }

    @Test
    void readsWhatIsFound() {
        for (var kind : provider().kinds()) {
            offer(kind, false);

            var page = provider().search(query(kind));

            assertThat(page.clips())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("about")
                    .containsExactlyElementsOf(offered(kind));
            assertThat(page.clips().getFirst().about()).isNotBlank().doesNotContain("<", "http");
            assertThat(page.more()).isFalse();
        }
    }

    @Test
    void goesOnToTheNextPage() {
        for (var kind : provider().kinds()) {
            offer(kind, true);
            assertThat(provider().search(query(kind)).more()).isTrue();

            provider().search(query(kind).nextPage());

            assertThat(server.requests())
                    .anySatisfy(uri -> assertThat(uri.getQuery()).containsPattern("(^|&)" + secondPage() + "(&|$)"));
        }
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        server.searches(ProviderStandIn.json(200, empty()));

        var page = provider().search(query());

        assertThat(page.clips()).isEmpty();
        assertThat(page.more()).isFalse();
    }

    @Test
    void leavesOutWhatCannotBeShown() {
        server.searches(ProviderStandIn.json(200, nonsense()));

        for (var kind : provider().kinds()) {
            assertThat(provider().search(query(kind)).clips()).isEmpty();
        }
    }

    @Test
    void saysWhenItIsAskedTooOften() {
        server.searches(ProviderStandIn.json(429, "{\"error\":\"slow down\"}").with("Retry-After", 7));

        var failure = assertFails(provider(), MaterialsErrorCode.STOCK_THROTTLED);

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void restsForAWhileWhenItIsNotSaidForHowLong() {
        server.searches(ProviderStandIn.json(429, ""));

        assertThat(assertFails(provider(), MaterialsErrorCode.STOCK_THROTTLED).retryAfter())
                .isPositive();
    }

    @Test
    void saysWhenThereIsNoAnswer() {
        for (var status : List.of(301, 404, 500, 503)) {
            server.searches(ProviderStandIn.json(status, "{\"error\":{\"message\":\"out of order\"}}"));

            assertThat(assertFails(provider(), MaterialsErrorCode.STOCK_UNAVAILABLE))
                    .hasMessageContaining("status %d: out of order".formatted(status));
        }
    }

    @Test
    void saysWhenTheAnswerIsGarbage() {
        for (var body : List.of("<html>", "{", "[]", "{\"error\":{}}", "null", "7", "")) {
            server.searches(ProviderStandIn.json(200, body));

            assertFails(provider(), MaterialsErrorCode.STOCK_UNAVAILABLE);
        }
    }

    @Test
    void saysWhenTheServerStallsOrHangsUp() {
        for (var misbehaviour : List.of(ProviderStandIn.stall(), ProviderStandIn.hangUp())) {
            server.searches(misbehaviour);

            assertFails(provider(), MaterialsErrorCode.STOCK_UNAVAILABLE);
        }
    }

    @Test
    void usesItsKeysInTurn() {
        assumeTrue(provider().needsKey());
        server.searches(ProviderStandIn.json(200, empty()));
        var provider = provider(clock, "one", "two");

        provider.search(query());
        provider.search(query());
        provider.search(query());

        assertThat(server.received().stream().map(this::key)).containsExactly("one", "two", "one");
        assertThat(provider.keys()).isEqualTo(2);
    }

    @Test
    void goesOnWithAnotherKeyWhenOneIsSpentOrWrong() {
        assumeTrue(provider().needsKey());
        for (var status : List.of(401, 429)) {
            server.searches(exchange -> {
                var first = key(new ProviderStandIn.Received(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI(),
                                exchange.getRequestHeaders(),
                                ""))
                        .equals("one");
                ProviderStandIn.json(first ? status : 200, first ? "{}" : empty())
                        .answer(exchange);
            });
            var provider = provider(clock, "one", "two");

            assertThat(provider.search(query()).clips()).isEmpty();

            assertThat(provider.keysResting()).isEqualTo(1);
        }
    }

    @Test
    void asksNoMoreWhenAllKeysRest() {
        assumeTrue(provider().needsKey());
        server.searches(ProviderStandIn.json(429, "").with("Retry-After", 60));
        var provider = provider(clock, "one", "two");
        assertFails(provider, MaterialsErrorCode.STOCK_THROTTLED);

        var failure = assertFails(provider, MaterialsErrorCode.STOCK_THROTTLED);

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(server.searched()).isEqualTo(2);
    }

    @Test
    void saysWhenTheKeyIsRefusedAndKeepsItToItself() {
        assumeTrue(provider().needsKey());
        server.searches(ProviderStandIn.json(401, "{\"error\":\"%s is wrong\"}".formatted(ProviderStandIn.KEY)));
        assertFails(provider(), MaterialsErrorCode.STOCK_KEY_REFUSED);
        server.searches(ProviderStandIn.json(500, "{\"error\":\"%s broke me\"}".formatted(ProviderStandIn.KEY)));

        assertThat(assertFails(provider(), MaterialsErrorCode.STOCK_UNAVAILABLE).getMessage())
                .contains("*** broke me")
                .doesNotContain(ProviderStandIn.KEY);
    }

    @Test
    void asksNobodyWithAnEmptyKey() {
        assertThat(provider(clock, " ").keys()).isZero();
    }

    @Test
    void fetchesAFileWithoutShowingTheKey() {
        server.on("/files/clip.mp4", ProviderStandIn.body(200, new byte[] {1, 2}));

        provider().download(clip(), clip().renditions().getFirst(), work.resolve("clip"));

        assertThat(work.resolve("clip")).hasBinaryContent(new byte[] {1, 2});
        assertThat(server.received()).singleElement().satisfies(request -> {
            assertThat(request.headers().toString()).doesNotContain(ProviderStandIn.KEY);
            assertThat(request.uri().toString()).doesNotContain(ProviderStandIn.KEY);
        });
    }

    @Test
    void saysWhenAFileCannotBeFetched() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(
                        () -> provider().download(clip(), clip().renditions().getFirst(), work.resolve("clip")))
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.STOCK_UNAVAILABLE);
        server.on("/files/clip.mp4", ProviderStandIn.body(200, new byte[2 << 20]));
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(
                        () -> provider().download(clip(), clip().renditions().getFirst(), work.resolve("clip")))
                .extracting(CodedException::code)
                .isEqualTo(FetchErrorCode.DOWNLOAD_TOO_LARGE);
        assertThat(work).isEmptyDirectory();
    }

    private StockClip clip() {
        return new StockClip(
                "1",
                StockKind.VIDEO,
                List.of(new Rendition("1", server.url("/files/clip.mp4"), 1080, 1920)),
                Duration.ofSeconds(9),
                "");
    }

    protected final CodedException assertFails(StockProvider provider, MaterialsErrorCode code) {
        try {
            var page = provider.search(query());
            throw new AssertionError("found " + page);
        } catch (CodedException e) {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
            return e;
        }
    }
}

package io.moneyprinter.materials.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moneyprinter.contracts.common.CircuitState;
import io.moneyprinter.contracts.materials.PictureProvider;
import io.moneyprinter.materials.image.TestImages;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.provider.archive.ArchiveStandIn;
import io.moneyprinter.materials.provider.automatic1111.Automatic1111StandIn;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.nasa.NasaStandIn;
import io.moneyprinter.materials.provider.pexels.PexelsStandIn;
import io.moneyprinter.materials.provider.pixabay.PixabayStandIn;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class SourcesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final List<String> CHAIN = List.of("pixabay", "pexels", "nasa", "internet-archive");

    @TempDir
    Path work;

    private final ProviderStandIn server = ProviderStandIn.start();
    private final ProviderStandIn images = ProviderStandIn.start();
    private final StockProvider pexels = PexelsStandIn.asking(server, CLOCK, "one", "two");
    private final StockProvider pixabay = PixabayStandIn.asking(server, CLOCK, "three");
    private final StockProvider nasa = NasaStandIn.asking(server, CLOCK);
    private final StockProvider archive = ArchiveStandIn.asking(server, CLOCK);

    @AfterEach
    void stop() {
        server.close();
        images.close();
    }

    private Sources sources(List<String> chain, String... keyless) {
        return TestSources.of(CLOCK, chain, List.of(keyless), pexels, pixabay, nasa, archive);
    }

    @Test
    void asksThoseWithAKeyInTheOrderOfTheChain() {
        var sources = sources(CHAIN);

        assertThat(sources.of(StockKind.VIDEO)).containsExactly(pixabay, pexels);
        assertThat(sources.of(StockKind.PHOTO)).containsExactly(pixabay, pexels);
        assertThat(sources(List.of("pexels")).of(StockKind.PHOTO)).containsExactly(pexels);
        assertThat(sources(List.of("nasa")).isEmpty()).isTrue();
    }

    @Test
    void asksThoseWithoutAKeyOnlyWhenTheyAreSwitchedOn() {
        assertThat(sources(CHAIN, "nasa").of(StockKind.PHOTO)).containsExactly(pixabay, pexels, nasa);
        assertThat(sources(CHAIN, "all").of(StockKind.VIDEO)).containsExactly(pixabay, pexels, nasa, archive);
    }

    @Test
    void doesNotStartWithNamesThatNobodyHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sources(List.of("pexel")))
                .withMessage("moneyprinter.materials.stock.chain: 'pexel' (expected: some of internet-archive, nasa,"
                        + " pexels, pixabay)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sources(CHAIN, "pexels"))
                .withMessage("moneyprinter.materials.stock.keyless: 'pexels' (expected: some of internet-archive, nasa,"
                        + " all)");
    }

    @Test
    void listsEveryProviderAndHowItIsDoing() {
        var sources = sources(CHAIN, "nasa");
        server.searches(ProviderStandIn.json(200, "{\"totalHits\":0,\"hits\":[]}")
                .with("X-RateLimit-Limit", 100)
                .with("X-RateLimit-Remaining", 42)
                .with("X-RateLimit-Reset", 5));
        sources.search(pixabay, new StockQuery("bees", "en", StockKind.VIDEO, 1080, 1920));
        server.searches(ProviderStandIn.json(429, "").with("Retry-After", 7));
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> sources.search(pexels, new StockQuery("bees", "en", StockKind.VIDEO, 1080, 1920)));

        assertThat(sources.list())
                .extracting(
                        PictureProvider::id,
                        PictureProvider::state,
                        PictureProvider::configured,
                        PictureProvider::needsKey,
                        PictureProvider::place,
                        PictureProvider::keys,
                        PictureProvider::keysResting,
                        PictureProvider::calls,
                        PictureProvider::errorRate,
                        PictureProvider::lastErrorCode,
                        PictureProvider::retryAfter)
                .containsExactly(
                        Tuple.tuple("pixabay", CircuitState.CLOSED, true, true, 1, 1, 0, 1, 0.0, null, null),
                        Tuple.tuple(
                                "pexels",
                                CircuitState.OPEN,
                                true,
                                true,
                                2,
                                2,
                                2,
                                1,
                                1.0,
                                "STOCK_THROTTLED",
                                NOW.plusSeconds(7)),
                        Tuple.tuple("nasa", CircuitState.CLOSED, true, false, 3, 0, 0, 0, null, null, null),
                        Tuple.tuple("internet-archive", null, false, false, null, 0, 0, 0, null, null, null));
        assertThat(sources.list().getFirst().rateLimit())
                .isEqualTo(new PictureProvider.Limit(100, 42, NOW.plusSeconds(5)));
        var models = TestImages.asking(
                TestDatabase.withSchemas("materials"),
                Intakes.store(work),
                Automatic1111StandIn.asking(images, Duration.ofSeconds(1)));
        var http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new ProviderController(sources, models))
                .build());
        assertThat(http.get().uri("/api/v1/materials/providers"))
                .bodyJson()
                .extractingPath("$[*].kinds[*]")
                .asArray()
                .containsExactly("video", "photo", "video", "photo", "video", "photo", "video", "generated");
    }
}

package io.moneyprinter.materials.shot;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.SourceFailure;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.asset.AssetFixture;
import io.moneyprinter.materials.embedding.Meanings;
import io.moneyprinter.materials.embedding.TestMeanings;
import io.moneyprinter.materials.image.TestImages;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.provider.automatic1111.Automatic1111StandIn;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.ProviderStandIn.Behaviour;
import io.moneyprinter.materials.provider.openai.OpenAiImageStandIn;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.Golden;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever fails, and however, the next one gives the picture in the same job, and the shot tells why. */
class StockFailoverMatrixTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");
    private static final Path PAGE = root().resolve("docs/stock-failover.md");
    private static final String FIRST_KEY = ProviderStandIn.KEY + "-1";
    private static final String SECOND_KEY = ProviderStandIn.KEY + "-2";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @TempDir
    Path work;

    private Meanings meanings;

    private ObjectStore store;
    private Path film;
    private Path photo;

    @BeforeEach
    void make() {
        meanings = TestMeanings.none(DATABASE);
        store = Intakes.store(work.resolve("home"));
        film = GeneratedMedia.video(work.resolve("clip.mp4"), 90, 160, 25, 25);
        photo = GeneratedMedia.plainImage(work.resolve("photo.jpg"), "red", 180, 320);
        DATABASE.jdbc().sql("delete from materials.stock_clip").update();
        DATABASE.jdbc().sql("delete from materials.generated_image").update();
    }

    /**
     * A way to fail.
     *
     * @param code that the shot shows; null for what is no failure
     * @param search how searches are answered; null as they should be
     * @param file how the file is given away; null as it should be
     * @param firstKey how the first of two keys is answered; null where there is one
     */
    private record Misbehaviour(
            String said,
            @Nullable String code,
            @Nullable Behaviour search,
            @Nullable Behaviour file,
            @Nullable Behaviour firstKey) {

        static Misbehaviour searching(String said, @Nullable String code, Behaviour search) {
            return new Misbehaviour(said, code, search, null, null);
        }

        static Misbehaviour giving(String said, String code, Behaviour file) {
            return new Misbehaviour(said, code, null, file, null);
        }

        static Misbehaviour firstKey(String said, Behaviour firstKey) {
            return new Misbehaviour(said, null, null, null, firstKey);
        }
    }

    private static List<Misbehaviour> misbehaviours() {
        return List.of(
                Misbehaviour.firstKey(
                        "the first of two keys is spent: 429",
                        ProviderStandIn.json(429, "{}").with("Retry-After", 60)),
                Misbehaviour.firstKey("the first of two keys is refused: 401", ProviderStandIn.json(401, "{}")),
                Misbehaviour.searching(
                        "asked too often: 429 with `Retry-After`",
                        "STOCK_THROTTLED",
                        ProviderStandIn.json(429, "").with("Retry-After", 30)),
                Misbehaviour.searching("no key is accepted: 401", "STOCK_KEY_REFUSED", ProviderStandIn.json(401, "{}")),
                Misbehaviour.searching("out of order: 500", "STOCK_UNAVAILABLE", ProviderStandIn.json(500, "{}")),
                Misbehaviour.searching("says nothing", "STOCK_UNAVAILABLE", ProviderStandIn.stall()),
                Misbehaviour.searching("says something else", "STOCK_UNAVAILABLE", ProviderStandIn.json(200, "<html>")),
                Misbehaviour.searching("hangs up in the middle", "STOCK_UNAVAILABLE", ProviderStandIn.hangUp()),
                Misbehaviour.giving("the file is gone: 404", "STOCK_UNAVAILABLE", ProviderStandIn.json(404, "")),
                Misbehaviour.giving(
                        "the file is out of order: 500", "STOCK_UNAVAILABLE", ProviderStandIn.json(500, "")),
                Misbehaviour.giving("the file does not come", "STOCK_UNAVAILABLE", ProviderStandIn.stall()),
                Misbehaviour.giving("the file ends in the middle", "STOCK_UNAVAILABLE", ProviderStandIn.hangUp()),
                Misbehaviour.giving(
                        "the file is too large", "DOWNLOAD_TOO_LARGE", ProviderStandIn.body(200, new byte[2 << 20])),
                Misbehaviour.giving(
                        "the file is something else",
                        "MEDIA_UNSUPPORTED",
                        ProviderStandIn.json(200, "<html>".repeat(9))),
                Misbehaviour.giving("the file is damaged", "MEDIA_DAMAGED", ProviderStandIn.body(200, new byte[] {
                    0, 0, 0, 12, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 0, 0
                })));
    }

    @Test
    void goesOnWithTheNextOneWhateverHappens() throws Exception {
        Golden.assertMatches(PAGE, """
                # Who takes over when a stock provider fails

                Below is, for every provider of [stock](stock.md) and every way to fail, who gave the picture in the same \
                job, and the code that the shot has among its `failures`, with the provider's name and a sentence for \
                people. Each provider fails alone here and is asked first; whoever takes over is the next in the chain \
                that has the same kind of clips. “Itself” is a provider that goes on with another key, which is no \
                failure. A dash stands where there are no keys. Written by a test, over real sockets.

                ## Videos

                %s
                ## Photos

                %s
                ## When all of stock fails

                [Models that make pictures](stock.md#pictures-made-by-models) are asked next, where some are set up; \
                what is [designed](visuals.md) always comes out.

                %s""".formatted(table(StockKind.VIDEO), table(StockKind.PHOTO), withoutStock()));
    }

    private String table(StockKind kind) throws InterruptedException {
        var providers = Arrays.stream(StandInProvider.values())
                .filter(provider -> provider.has(kind))
                .toList();
        var table = new StringBuilder();
        row(table, Stream.concat(Stream.of("what happens"), providers.stream().map(StockFailoverMatrixTests::name)));
        row(table, Stream.concat(Stream.of("---"), providers.stream().map(provider -> "---")));
        for (var misbehaviour : misbehaviours()) {
            row(table, Stream.concat(Stream.of(misbehaviour.said()), outcomes(providers, kind, misbehaviour)));
        }
        return table.toString();
    }

    private static String name(StandInProvider provider) {
        try (var nobody = ProviderStandIn.start()) {
            return "`" + provider.at(nobody).provider() + "`";
        }
    }

    /** Of all at a time, since most of it is to wait. */
    private Stream<String> outcomes(List<StandInProvider> providers, StockKind kind, Misbehaviour misbehaviour)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(providers.stream()
                    .map(provider -> (Callable<String>) () -> {
                        try (var bad = ProviderStandIn.start();
                                var good = ProviderStandIn.start()) {
                            return outcome(provider, kind, misbehaviour, bad, good);
                        }
                    })
                    .toList());
            return outcomes.stream().map(StockFailoverMatrixTests::result);
        }
    }

    private static String result(Future<String> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(
                    e.getCause() == null ? e.toString() : e.getCause().getMessage(), e);
        }
    }

    private static void row(StringBuilder table, Stream<String> cells) {
        table.append(cells.collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private String outcome(
            StandInProvider failing,
            StockKind kind,
            Misbehaviour misbehaviour,
            ProviderStandIn bad,
            ProviderStandIn good) {
        var provider = misbehaviour.firstKey() == null ? failing.at(bad) : failing.at(bad, FIRST_KEY, SECOND_KEY);
        if (misbehaviour.firstKey() != null && !provider.needsKey()) {
            return "–";
        }
        var healthy = healthy(failing, kind).at(good);
        good.searches(healthy(failing, kind).finds(good, kind, 41, file(kind)));
        var found = misbehaviour.file() == null
                ? failing.finds(bad, kind, 42, file(kind))
                : failing.finds(bad, kind, 43, misbehaviour.file());
        var firstKey = misbehaviour.firstKey();
        bad.searches(Objects.requireNonNullElse(misbehaviour.search(), exchange -> {
            if (firstKey != null
                    && StandInProvider.isWith(FIRST_KEY, exchange.getRequestURI(), exchange.getRequestHeaders())) {
                firstKey.answer(exchange);
            } else {
                found.answer(exchange);
            }
        }));

        var shot = fit(TestShots.footage(DATABASE, store, meanings, kind, provider, healthy)
                .find(request(MaterialSettings.DEFAULT)));

        if (misbehaviour.code() == null) {
            assertThat(shot.provider()).as(misbehaviour.said()).isEqualTo(provider.provider());
            assertThat(shot.failures()).as(misbehaviour.said()).isEmpty();
            assertThat(provider.keysResting()).isEqualTo(1);
            return "itself";
        }
        assertThat(shot.provider()).as("%s of %s", misbehaviour.said(), failing).isEqualTo(healthy.provider());
        assertThat(shot.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.provider()).isEqualTo(provider.provider());
            assertThat(failure.code())
                    .as("%s of %s", misbehaviour.said(), failing)
                    .isEqualTo(misbehaviour.code());
            assertThat(failure.reason()).isNotBlank().doesNotContain(ProviderStandIn.KEY);
        });
        return "`%s` → %s".formatted(shot.failures().getFirst().code(), shot.provider());
    }

    private Behaviour file(StockKind kind) {
        return ProviderStandIn.file(kind == StockKind.VIDEO ? film : photo);
    }

    /** The next in the chain that has clips of the kind, and from the last on the first. */
    private static StandInProvider healthy(StandInProvider failing, StockKind kind) {
        var all = Arrays.stream(StandInProvider.values())
                .filter(provider -> provider.has(kind))
                .toList();
        return all.get((all.indexOf(failing) + 1) % all.size());
    }

    private String withoutStock() throws Exception {
        var table = new StringBuilder();
        row(table, Stream.of("what happens", "who gives the picture", "`failures` of the shot"));
        row(table, Stream.of("---", "---", "---"));
        instead(table, "all of stock is out of order: 500", null, null);
        instead(
                table,
                "and `openai` is asked too often: 429",
                ProviderStandIn.json(429, "{}").with("Retry-After", 30),
                null);
        instead(
                table,
                "and `openai` does not make that",
                ProviderStandIn.json(400, "{\"error\":{\"code\":\"moderation_blocked\"}}"),
                null);
        instead(table, "and `openai` hangs up", ProviderStandIn.hangUp(), null);
        instead(
                table,
                "and both models are out of order: 500",
                ProviderStandIn.json(500, "{}"),
                ProviderStandIn.json(500, "{}"));
        return table.toString();
    }

    private void instead(StringBuilder table, String said, @Nullable Behaviour openAi, @Nullable Behaviour webUi)
            throws Exception {
        try (var bad = ProviderStandIn.start();
                var first = ProviderStandIn.start();
                var second = ProviderStandIn.start()) {
            var picture = Files.readAllBytes(GeneratedMedia.plainImage(work.resolve("made.png"), "blue", 90, 160));
            OpenAiImageStandIn.makes(first, picture);
            Automatic1111StandIn.makes(second, picture);
            if (openAi != null) {
                first.always(openAi);
            }
            if (webUi != null) {
                second.always(webUi);
            }
            bad.always(ProviderStandIn.json(500, "{}"));
            var drawn = new ObjectKey("designed/background.png");
            store.put(drawn, new byte[] {1});
            var shots = TestShots.shots(
                    DATABASE,
                    store,
                    new AssetFixture(DATABASE, store).assets(),
                    TestImages.asking(
                            DATABASE,
                            store,
                            OpenAiImageStandIn.asking(first, "gpt-image-1", PATIENCE),
                            Automatic1111StandIn.asking(second, PATIENCE)),
                    new Visual.Composition(List.of(new Visual.Layer(drawn, 90, 160, 0, 0, 0, 0, Visual.Entrance.NONE))),
                    StandInProvider.PEXELS.at(bad),
                    StandInProvider.NASA.at(bad));

            var shot = shots.shot(request(new MaterialSettings(
                    null, List.of(MaterialSource.STOCK, MaterialSource.GENERATED, MaterialSource.DESIGNED))));

            var failed = new ArrayList<>(List.of("pexels", "nasa"));
            if (openAi != null) {
                failed.add("openai");
            }
            if (webUi != null) {
                failed.add("automatic1111");
            }
            assertThat(shot.failures()).extracting(SourceFailure::provider).containsExactlyElementsOf(failed);
            assertThat(shot.provider())
                    .isEqualTo(openAi == null ? "openai" : webUi == null ? "automatic1111" : "designed");
            row(
                    table,
                    Stream.of(
                            said,
                            shot.provider(),
                            shot.failures().stream()
                                    .map(failure -> "%s `%s`".formatted(failure.provider(), failure.code()))
                                    .collect(Collectors.joining(", "))));
        }
    }

    private static Shot fit(Finding finding) {
        assertThat(finding).as(finding.toString()).isInstanceOf(Finding.Fit.class);
        return ((Finding.Fit) finding).shot();
    }

    /** Of a video, about something that nobody has looked for. */
    private static ShotRequest request(MaterialSettings materials) {
        var video = "video-" + UUID.randomUUID();
        var words = "bees" + UUID.randomUUID();
        return new ShotRequest(
                // Whoever has seen a clip lately is shown others.
                new UserId("owner-of-" + video),
                new VideoId(video),
                0,
                6,
                "Bees dance.",
                null,
                List.of("bees", words),
                words,
                "en",
                Duration.ofSeconds(4),
                90,
                160,
                7,
                materials);
    }

    private static Path root() {
        var directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isExecutable(directory.resolve("moneyprinter"))) {
            directory = directory.getParent();
        }
        return Objects.requireNonNull(directory, "not run within the project");
    }
}

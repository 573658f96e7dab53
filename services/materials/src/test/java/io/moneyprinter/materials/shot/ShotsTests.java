package io.moneyprinter.materials.shot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.asset.AssetFixture;
import io.moneyprinter.materials.image.TestImages;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.pexels.PexelsStandIn;
import io.moneyprinter.materials.provider.pexels.PexelsStandIn.Clip;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.variant.TestVariants;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShotsTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");
    private static final ObjectKey DRAWN = new ObjectKey("designed/background.png");
    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final Duration LONG = Duration.ofSeconds(9);

    private final UserId user = new UserId("user-" + UUID.randomUUID());
    private final VideoId video = new VideoId("video-" + UUID.randomUUID());
    private final ProviderStandIn pexels = ProviderStandIn.start();

    @TempDir
    Path work;

    private ObjectStore store;
    private AssetFixture assets;
    private Shots shots;
    private Path clip;

    @BeforeEach
    void open() {
        store = Intakes.store(work.resolve("home"));
        store.put(DRAWN, new byte[] {1});
        assets = new AssetFixture(DATABASE, store);
        shots = shots(PexelsStandIn.asking(pexels, Clock.systemUTC(), ProviderStandIn.KEY));
        clip = GeneratedMedia.video(work.resolve("clip.mp4"), 90, 160, 25, 25);
        // Answers are kept for all users, and the tests share the database.
        DATABASE.jdbc().sql("delete from materials.stock_search").update();
        DATABASE.jdbc().sql("delete from materials.stock_clip").update();
    }

    @AfterEach
    void stop() {
        pexels.close();
    }

    @Test
    void showsOwnFilesInOrderEachForItsShare() {
        var red = picture("red");
        var green = picture("green");
        var film = film();

        var shown = IntStream.range(0, 6)
                .mapToObj(index -> shots.shot(own(index, 6, SHORT, red, green, film)))
                .toList();

        assertThat(shown).allSatisfy(shot -> {
            assertThat(shot.provider()).isEqualTo("own");
            assertThat(shot.attribution()).isNull();
            assertThat(shot.visuals()).hasSize(1);
        });
        assertThat(shown.stream().map(ShotsTests::key))
                .containsExactly(key(red), key(red), key(green), key(green), key(film), key(film));
        assertThat(shown.get(4).visuals().getFirst()).isInstanceOf(Visual.Footage.class);
    }

    @Test
    void namesSmallerFilesThatAreThereAndStaysWithWhatItBeganWith() {
        var large = GeneratedMedia.video(work.resolve("large.mp4"), 2560, 1440, 25, 10);
        var id = assets.add(user, large, "large.mp4");
        DATABASE.jdbc().sql("update materials.asset set described = 1").update();

        var before = (Visual.Footage) shots.shot(own(0, 2, SHORT, id)).visuals().getFirst();
        TestVariants.makeAll(TestVariants.worker(DATABASE, store, Clock.systemUTC()));
        var again = shots.shot(own(0, 2, SHORT, id)).visuals().getFirst();
        var after = (Visual.Footage) shots.shot(own(1, 2, SHORT, id)).visuals().getFirst();

        assertThat(before.media()).isEqualTo(key(id));
        assertThat(before.proxies()).isEmpty();
        assertThat(again).isEqualTo(before);
        assertThat(after.media()).isEqualTo(key(id));
        assertThat(after.width()).isEqualTo(2560);
        assertThat(after.proxies()).extracting(Visual.Proxy::width).containsExactly(1920, 1152);
        assertThat(after.proxies()).extracting(Visual.Proxy::height).containsExactly(1080, 1440);
        assertThat(after.proxies()).allMatch(proxy -> store.exists(proxy.media()));
        assertThat(shots.shot(own(1, 2, SHORT, id)).visuals()).containsExactly(after);
    }

    @Test
    void movesTheCameraAnewFromSentenceToSentence() {
        var red = picture("red");

        var stills = IntStream.range(0, 5)
                .mapToObj(index -> (Visual.Still)
                        shots.shot(own(index, 5, SHORT, red)).visuals().getFirst())
                .toList();

        for (var i = 1; i < stills.size(); i++) {
            assertThat(stills.get(i)).isNotEqualTo(stills.get(i - 1));
        }
        assertThat(stills).allSatisfy(still -> {
            assertThat(Math.min(still.zoomFrom(), still.zoomTo())).isGreaterThanOrEqualTo(1);
            assertThat(still.zoomFrom()).isNotEqualTo(still.zoomTo());
        });
    }

    @Test
    void showsALongSentenceTwoPictures() {
        var red = picture("red");

        var visuals = shots.shot(own(0, 1, LONG, red)).visuals();

        assertThat(visuals).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void showsEveryFileWhenThereAreMoreThanSentences() {
        var files = List.of(picture("red"), picture("green"), picture("blue")).toArray(AssetId[]::new);

        var first = shots.shot(own(0, 2, SHORT, files));
        var second = shots.shot(own(1, 2, SHORT, files));

        assertThat(first.visuals()).hasSize(1);
        assertThat(second.visuals()).hasSize(2);
    }

    @Test
    void doesNotShowFilesOfOthers() {
        var foreign = assets.add(new UserId("somebody-else"), image("red"), "a.jpg");

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> shots.shot(own(0, 1, SHORT, foreign)))
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.ASSET_NOT_FOUND);
    }

    @Test
    void showsFootageWithItsCredit() {
        PexelsStandIn.offers(pexels, clip, new Clip(21, 8, 90));

        var shot = shots.shot(stock(0, SHORT, "bees", "meadow"));

        assertThat(shot.provider()).isEqualTo("pexels");
        assertThat(shot.attribution())
                .isEqualTo("Video by Ada Meadow on Pexels (https://www.pexels.com/video/bees-21/)");
        assertThat(shot.visuals()).singleElement().isInstanceOfSatisfying(Visual.Footage.class, footage -> {
            assertThat(footage.width()).isEqualTo(90);
            assertThat(footage.height()).isEqualTo(160);
            assertThat(store.exists(footage.media())).isTrue();
        });
        assertThat(pexels.requests().getFirst().getQuery()).contains("query=bees meadow", "orientation=portrait");
    }

    @Test
    void decidesOnce() {
        PexelsStandIn.offers(pexels, clip, new Clip(22, 8, 90), new Clip(23, 8, 90));
        var request = stock(0, SHORT, "bees");

        var first = shots.shot(request);
        var asked = pexels.requests().size();
        var again = shots(PexelsStandIn.asking(pexels, Clock.systemUTC(), ProviderStandIn.KEY))
                .shot(request);

        assertThat(again).isEqualTo(first);
        assertThat(pexels.requests()).hasSize(asked);
    }

    @Test
    void decidesOnceEvenWhenAskedTwiceAtATime() throws Exception {
        PexelsStandIn.offers(pexels, clip, new Clip(24, 8, 90), new Clip(25, 8, 90));
        var request = stock(0, SHORT, "bees");

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Shot> ask = () -> shots.shot(request);
            var answers = both.invokeAll(List.of(ask, ask));

            assertThat(answers.getFirst().get()).isEqualTo(answers.getLast().get());
        }
    }

    @Test
    void showsNoClipTwiceInAVideo() {
        PexelsStandIn.offers(pexels, clip, new Clip(26, 8, 90), new Clip(27, 8, 90));

        var providers = IntStream.range(0, 3)
                .mapToObj(index -> shots.shot(stock(index, SHORT, "bees")))
                .map(shot -> shot.provider() + " " + shot.attribution())
                .toList();

        assertThat(providers)
                .containsExactly(
                        "pexels Video by Ada Meadow on Pexels (https://www.pexels.com/video/bees-26/)",
                        "pexels Video by Ada Meadow on Pexels (https://www.pexels.com/video/bees-27/)",
                        "designed null");
    }

    @Test
    void showsWhatTheUserHasBeforeAskingProviders() {
        PexelsStandIn.offers(pexels, clip, new Clip(40, 8, 90), new Clip(41, 8, 90));
        var bees = assets.add(user, image("red"), "Bees on a meadow.jpg");
        assets.add(user, image("green"), "Office.jpg");
        assets.add(new UserId("somebody-else"), image("blue"), "Bees.jpg");

        var first = shots.shot(stock(0, SHORT, "bees", "meadow"));
        var second = shots.shot(stock(1, SHORT, "bees", "meadow"));

        assertThat(first.provider()).isEqualTo("library");
        assertThat(first.assetIds()).containsExactly(bees);
        assertThat(first.scores()).singleElement().satisfies(score -> {
            assertThat(score.source()).isEqualTo("library/" + bees);
            assertThat(score.total()).isGreaterThan(0.5);
            assertThat(score.reasons()).contains("shows 'bees meadow'");
        });
        assertThat(second.provider()).isEqualTo("pexels");
        assertThat(second.passedOver()).anyMatch(reason -> reason.startsWith("library: "));
        assertThat(second.scores().getFirst().source()).isEqualTo("pexels/40");
    }

    @Test
    void drawsWhatNoPictureFits() {
        PexelsStandIn.offers(pexels, clip, new Clip(42, 8, 90));

        var shot = shots.shot(stock(0, SHORT, "theodolite"));

        assertThat(shot.provider()).isEqualTo("designed");
        assertThat(shot.scores()).isEmpty();
        assertThat(shot.passedOver())
                .anyMatch(reason -> reason.startsWith("stock: the best has 0.2")
                        && reason.contains("its words say something else"));
    }

    @Test
    void avoidsWhatTheLatestVideosShowed() {
        PexelsStandIn.offers(pexels, clip, new Clip(43, 8, 90), new Clip(44, 8, 90));
        assertThat(shots.shot(stock(0, SHORT, "bees")).attribution()).contains("bees-43");
        var other = request(new VideoId("other-" + UUID.randomUUID()), 0, 1, SHORT, List.of("bees"), stockOnly());

        assertThat(shots.shot(other).attribution()).contains("bees-44");
    }

    @Test
    void showsNothingThatIsExcluded() {
        PexelsStandIn.offers(pexels, clip, new Clip(45, 8, 90), new Clip(46, 8, 90));
        var request = new ShotRequest(
                user,
                video,
                0,
                1,
                "Bees dance.",
                null,
                List.of(),
                "Why bees dance",
                "en",
                SHORT,
                90,
                160,
                7,
                stockOnly(),
                List.of("bees"),
                List.of("pexels/45"),
                null);

        assertThat(shots.shot(request).attribution()).contains("bees-46");
    }

    @Test
    void prefersClipsThatNeedNoRepeat() {
        PexelsStandIn.offers(pexels, clip, new Clip(28, 2, 90), new Clip(29, 8, 90), new Clip(30, 300, 90));

        assertThat(shots.shot(stock(0, SHORT, "bees")).attribution()).contains("bees-29");
    }

    @Test
    void showsALongSentenceTwoClips() {
        PexelsStandIn.offers(pexels, clip, new Clip(31, 8, 90), new Clip(32, 8, 90));

        var shot = shots.shot(stock(0, LONG, "bees"));

        assertThat(shot.visuals()).hasSize(2);
        assertThat(shot.attribution()).contains("bees-31", "; ", "bees-32");
    }

    @Test
    void looksForBroaderWordsWhenThereIsNothing() {
        pexels.searches(exchange -> {
            var found = exchange.getRequestURI().getQuery().contains("query=bees&");
            ProviderStandIn.json(
                            200, found ? PexelsStandIn.page(pexels, new Clip(33, 8, 90)) : PexelsStandIn.page(pexels))
                    .answer(exchange);
        });
        pexels.on(
                "/files/33.mp4",
                exchange -> ProviderStandIn.body(200, Files.readAllBytes(clip)).answer(exchange));

        assertThat(shots.shot(stock(0, SHORT, "bees", "theodolite")).provider()).isEqualTo("pexels");
        assertThat(pexels.searched()).isEqualTo(2);
    }

    @Test
    void fetchesAClipOnlyOnce() {
        PexelsStandIn.offers(pexels, clip, new Clip(34, 8, 90));
        shots.shot(stock(0, SHORT, "bees"));
        var other = request(new VideoId("other-" + UUID.randomUUID()), 0, 1, SHORT, List.of("bees"), stockOnly());

        shots.shot(other);

        assertThat(pexels.requests().stream().filter(uri -> uri.getPath().startsWith("/files/")))
                .hasSize(1);
        assertThat(pexels.searched()).isEqualTo(1);
    }

    @Test
    void drawsWhenTheProviderMisbehaves() {
        var misbehaviours = List.of(
                ProviderStandIn.json(429, "{}"),
                ProviderStandIn.json(500, "{}"),
                ProviderStandIn.json(200, "<html>"),
                ProviderStandIn.json(401, "{}"),
                ProviderStandIn.stall(),
                ProviderStandIn.hangUp());
        for (var index = 0; index < misbehaviours.size(); index++) {
            pexels.searches(misbehaviours.get(index));
            var fresh = shots(PexelsStandIn.asking(pexels, Clock.systemUTC(), ProviderStandIn.KEY));

            assertThat(fresh.shot(stock(index, SHORT, "bees" + index)).provider())
                    .isEqualTo("designed");
        }
        assertThat(passedOver(0)).contains("stock: STOCK_THROTTLED");
        assertThat(passedOver(3)).contains("stock: STOCK_KEY_REFUSED");
    }

    @Test
    void takesNoHarmFromAClipThatIsNone() {
        PexelsStandIn.offers(pexels, work.resolve("clip.mp4"), new Clip(35, 8, 90), new Clip(36, 8, 90));
        pexels.on(
                "/files/35.mp4",
                ProviderStandIn.json(200, "#EXTM3U\n#EXTINF:2,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"));

        assertThat(shots.shot(stock(0, SHORT, "bees")).attribution()).contains("bees-36");
        assertThat(work.resolve("home").resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void asksNobodyWithoutAKey() {
        var keyless = shots(PexelsStandIn.asking(pexels, Clock.systemUTC()));

        assertThat(keyless.shot(stock(0, SHORT, "bees")).provider()).isEqualTo("designed");
        assertThat(pexels.requests()).isEmpty();
    }

    @Test
    void saysWhyThereIsNoPicture() {
        pexels.searches(ProviderStandIn.json(200, PexelsStandIn.page(pexels)));
        var request = request(
                video,
                0,
                1,
                SHORT,
                List.of("bees"),
                new MaterialSettings(null, List.of(MaterialSource.OWN, MaterialSource.STOCK)));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> shots.shot(request))
                .withMessage(
                        "no picture for sentence 1 (own: no pictures or videos were given; stock: nothing that fits)")
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.MATERIAL_MISSING);
    }

    @Test
    void decidesAnewWhenTheSentenceChanged() {
        PexelsStandIn.offers(pexels, clip, new Clip(37, 8, 90));
        shots.shot(stock(0, SHORT, "bees"));

        var changed = shots.shot(own(0, 1, SHORT, picture("red")));

        assertThat(changed.provider()).isEqualTo("own");
        assertThat(shots.shot(stock(1, SHORT, "bees")).attribution()).contains("bees-37");
    }

    @Test
    void decidesAnewWhenThePictureIsGone() {
        PexelsStandIn.offers(pexels, clip, new Clip(38, 8, 90));
        var request = stock(0, SHORT, "bees");
        var first = shots.shot(request);
        store.delete(key(first));

        assertThat(shots.shot(request)).isEqualTo(first);

        assertThat(store.exists(key(first))).isTrue();
    }

    private Shots shots(StockProvider... providers) {
        return TestShots.shots(
                DATABASE, store, assets.assets(), TestImages.asking(DATABASE, store), drawn(), providers);
    }

    private static Visual drawn() {
        return new Visual.Composition(List.of(new Visual.Layer(DRAWN, 90, 160, 0, 0, 0, 0, Visual.Entrance.NONE)));
    }

    private ShotRequest own(int index, int count, Duration duration, AssetId... files) {
        return request(video, index, count, duration, List.of(), new MaterialSettings(List.of(files), null));
    }

    private ShotRequest stock(int index, Duration duration, String... keywords) {
        return request(video, index, 6, duration, List.of(keywords), MaterialSettings.DEFAULT);
    }

    private static MaterialSettings stockOnly() {
        return new MaterialSettings(null, List.of(MaterialSource.STOCK));
    }

    private ShotRequest request(
            VideoId videoId,
            int index,
            int count,
            Duration duration,
            List<String> keywords,
            MaterialSettings materials) {
        return new ShotRequest(
                user,
                videoId,
                index,
                count,
                "Bees dance.",
                null,
                keywords,
                "Why bees dance",
                "en",
                duration,
                90,
                160,
                7,
                materials);
    }

    private AssetId picture(String color) {
        return assets.add(user, image(color), color + ".jpg");
    }

    private Path image(String color) {
        return GeneratedMedia.plainImage(work.resolve(color + ".jpg"), color, 60, 80);
    }

    private AssetId film() {
        return assets.add(user, clip, "film.mp4");
    }

    private ObjectKey key(AssetId id) {
        return assets.assets().get(user, id).media();
    }

    private static ObjectKey key(Shot shot) {
        return switch (shot.visuals().getFirst()) {
            case Visual.Footage footage -> footage.media();
            case Visual.Still still -> still.image();
            case Visual.Composition composition ->
                composition.layers().getFirst().image();
        };
    }

    private @Nullable String passedOver(int index) {
        return DATABASE.jdbc()
                .sql("select passed_over from materials.shot where video_id = :video and sentence_index = :index")
                .param("video", video.value())
                .param("index", index)
                .query(String.class)
                .single();
    }
}

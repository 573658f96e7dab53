package io.moneyprinter.materials.variant;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static io.moneyprinter.materials.variant.VariantType.OPTIMIZED;
import static io.moneyprinter.materials.variant.VariantType.PREVIEW;
import static io.moneyprinter.materials.variant.VariantType.THUMBNAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Visual.Proxy;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.asset.AssetFixture;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.intake.WatchedStore;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.database.TransactionLock;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class VariantWorkerTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");
    private static final Pad MADE = Pad.label("made");

    private final UserId ada = new UserId("ada-" + UUID.randomUUID());
    private final UserId bob = new UserId("bob-" + UUID.randomUUID());
    private final SettableClock clock = new SettableClock();

    @TempDir
    Path work;

    private ObjectStore store;
    private AssetFixture assets;
    private Variants variants;
    private VariantWorker worker;

    @BeforeEach
    void open() {
        // What other tests left is not to be done here.
        DATABASE.jdbc().sql("delete from materials.asset").update();
        // Assets are due from the time of the database on.
        clock.advance(Duration.ofDays(10_000));
        store = Intakes.store(work.resolve("home"));
        assets = new AssetFixture(DATABASE, store);
        variants = TestVariants.of(DATABASE, store);
        worker = TestVariants.worker(DATABASE, store, clock);
    }

    @Test
    void makesSmallerPictures() {
        var id = varied(GeneratedMedia.plainImage(work.resolve("a.jpg"), "0x3366cc", 2400, 1600));

        assertThat(described(id)).containsExactly("thumbnail image/jpeg 320x213", "preview image/jpeg 1280x853");
        var original = pixels(assets.assets().get(ada, id).media());
        for (var variant : variants.of(id)) {
            for (var channel = 0; channel < 3; channel++) {
                assertThat(pixels(variant).average(0, channel))
                        .isCloseTo(original.average(0, channel), Offset.offset(5.0));
            }
            assertThat(facts(variant.key(), "stream=width,height").get("streams.0.width"))
                    .isEqualTo(Integer.toString(variant.width()));
            assertThat(variant.fileSize()).isPositive();
        }
        assertThat(variants.state(id)).isEqualTo(new VariantState(VariantState.Status.READY, List.of()));
    }

    @Test
    void enlargesNoPicture() {
        var id = varied(GeneratedMedia.image(work.resolve("small.jpg"), 100, 60));

        assertThat(described(id)).containsExactly("thumbnail image/jpeg 100x60", "preview image/jpeg 100x60");
    }

    @Test
    void keepsWhatOneCanSeeThrough() {
        var picture = varied(GeneratedMedia.plainImage(work.resolve("glass.png"), "red@0.5", 640, 480));
        var film = varied(made(
                "glass.webm",
                List.of(
                        filter("color").with("color", "green@0.5").with("size", "320x180"),
                        format("yuva420p"),
                        end(24)),
                "c:v",
                "libvpx-vp9"));

        for (var id : List.of(picture, film)) {
            assertThat(described(id)).first().asString().startsWith("thumbnail image/png 320x");
            assertThat(pixels(variants.get(id, THUMBNAIL)).alpha(0)).isCloseTo(128, Offset.offset(4.0));
        }
        assertThat(described(film)).containsExactly("thumbnail image/png 320x180", "preview video/mp4 320x180");
        // What shows through in a loop is black.
        var loop = pixels(variants.get(film, PREVIEW));
        assertThat(loop.average(0, 1)).isCloseTo(64, Offset.offset(12.0));
        assertThat(proxies(film)).isEmpty();
    }

    @Test
    void showsAFrameThatTellsSomething() {
        // Black for most of the time, something for a moment, then white.
        var id = varied(GeneratedMedia.silentVideo(
                work.resolve("dark.mp4"),
                filter("testsrc2").with("size", "320x180").with("rate", 24),
                end(24 * 10),
                box("black", "lt(n,144)"),
                box("white", "gt(n,192)")));

        var thumbnail = variants.get(id, THUMBNAIL);

        assertThat(thumbnail.mimeType()).isEqualTo("image/jpeg");
        assertThat(pixels(thumbnail).brightness(0)).isBetween(60.0, 200.0);
    }

    @Test
    void takesTheFirstFrameWhereNothingIsSeen() {
        var id = varied(GeneratedMedia.silentVideo(
                work.resolve("black.mp4"),
                filter("color").with("color", "black").with("size", "96x54").with("rate", 24),
                end(5)));

        assertThat(described(id)).containsExactly("thumbnail image/jpeg 96x54", "preview video/mp4 96x54");
        assertThat(variants.state(id).status()).isEqualTo(VariantState.Status.READY);
    }

    @Test
    void loopsForFourSecondsWithoutSoundAndSeam() {
        // From black to white.
        var film = work.resolve("ramp.mp4");
        var picture =
                filter("color").with("color", "white").with("size", "960x540").with("rate", 30);
        var fade = filter("fade").with("type", "in").with("start_frame", 0).with("nb_frames", 300);
        made(film, List.of(picture, fade, end(300)), List.of(filter("sine").with("duration", 10)));
        var id = varied(film);

        var loop = variants.get(id, PREVIEW);

        assertThat(described(id)).contains("preview video/mp4 480x270");
        var facts = facts(loop.key(), "stream=codec_type,codec_name,pix_fmt:format=duration");
        assertThat(facts).containsEntry("streams.0.codec_name", "h264").containsEntry("streams.0.pix_fmt", "yuv420p");
        assertThat(facts).doesNotContainValue("audio");
        assertThat(Double.parseDouble(facts.get("format.duration"))).isBetween(3.9, 4.05);
        var seen = pixels(loop);
        assertThat(seen.frames()).isEqualTo(96);
        // Nearly half of the way to white, and back where it ends.
        assertThat(seen.brightness(80) - seen.brightness(0)).isGreaterThan(60);
        assertThat(Math.abs(seen.brightness(95) - seen.brightness(0))).isLessThan(30);
        for (var frame = 1; frame < seen.frames(); frame++) {
            assertThat(Math.abs(seen.brightness(frame) - seen.brightness(frame - 1)))
                    .as("frame %d", frame)
                    .isLessThan(30);
        }
    }

    @Test
    void makesProxiesOfWhatIsLargerThanFilmsNeed() {
        var film = GeneratedMedia.video(work.resolve("large.mp4"), 3840, 2160, 25, 20);
        var id = varied(film);
        var original = assets.assets().get(ada, id).media();

        assertThat(described(id))
                .containsExactly(
                        "thumbnail image/jpeg 320x180", "preview video/mp4 480x270", "optimized video/mp4 1920x1080");
        var proxies = proxies(id);
        assertThat(proxies).extracting(Proxy::width).containsExactly(1920, 1536);
        assertThat(proxies).extracting(Proxy::height).containsExactly(1080, 1920);
        assertThat(proxies).extracting(Proxy::whole).containsExactly(true, false);
        for (var proxy : proxies) {
            var facts = facts(proxy.media(), "stream=codec_type,codec_name,width,height,pix_fmt,has_b_frames");
            assertThat(facts)
                    .containsEntry("streams.0.width", Integer.toString(proxy.width()))
                    .containsEntry("streams.0.pix_fmt", "yuv420p")
                    .containsEntry("streams.0.has_b_frames", "0");
            assertThat(facts.containsValue("audio")).isEqualTo(proxy.whole());
            assertThat(times(proxy.media())).hasSize(20).isEqualTo(times(original));
        }
        assertThat(pixels(proxies.getFirst().media()).difference(pixels(original)))
                .isLessThan(3);
        // A film that stands shows the same of the middle as of the original, and something else than of its left.
        var upright = Pixels.of(store.file(proxies.getLast().media()), work, cut(1080, 1920));
        var shown = Pixels.of(store.file(original), work, cut(1216, 2160));
        var left = Pixels.of(store.file(original), work, cut(1216, 2160).with("x", 0));
        assertThat(upright.frames()).isEqualTo(20);
        assertThat(upright.difference(shown)).isLessThan(3);
        assertThat(upright.difference(left)).isGreaterThan(10);
    }

    @Test
    void staysWithWhatAFilmBeganWith() {
        var id = added(ada, GeneratedMedia.video(work.resolve("intro.mp4"), 2160, 1080, 25, 5));
        var early = new VideoId("early-" + UUID.randomUUID());
        assertThat(variants.proxies(id, media(id), early)).isEmpty();

        worker.makeAll();

        assertThat(variants.proxies(id, media(id), early)).isEmpty();
        var late = new VideoId("late-" + UUID.randomUUID());
        var media = media(id);
        assertThat(variants.proxies(id, media, late)).isEqualTo(proxies(id)).hasSize(2);

        assets.assets().purge(ada, id);
        assertThat(variants.proxies(id, media, late)).isEmpty();
    }

    @Test
    void keepsTheTimesOfAVariableRate() {
        var film = made(
                "vfr.mp4",
                List.of(
                        filter("testsrc2").with("size", "2160x1080").with("rate", 30),
                        end(24),
                        filter("select").with("expr", "not(mod(n,5))+eq(mod(n,3),1)")),
                "fps_mode",
                "vfr",
                "bf",
                "0");
        var id = varied(film);

        var proxy = proxies(id).getFirst();

        assertThat(proxy.width()).isEqualTo(1920);
        assertThat(times(proxy.media()))
                .hasSizeGreaterThan(8)
                .isEqualTo(times(assets.assets().get(ada, id).media()));
    }

    @Test
    void bringsWhatIsTooBrightIntoOrdinaryColours() {
        var id = varied(made(
                "hdr.mp4",
                List.of(
                        filter("testsrc2").with("size", "320x180").with("rate", 24),
                        end(24),
                        format("yuv420p10le"),
                        filter("setparams")
                                .with("range", "tv")
                                .with("color_primaries", "bt2020")
                                .with("color_trc", "smpte2084")
                                .with("colorspace", "bt2020nc")),
                "c:v",
                "libx264"));

        var proxy = proxies(id).getFirst();

        assertThat(proxy.whole()).isTrue();
        assertThat(facts(proxy.media(), "stream=pix_fmt,color_transfer,color_primaries,color_space"))
                .containsEntry("streams.0.pix_fmt", "yuv420p")
                .containsEntry("streams.0.color_transfer", "bt709")
                .containsEntry("streams.0.color_primaries", "bt709")
                .containsEntry("streams.0.color_space", "bt709");
        assertThat(described(id)).hasSize(3);
    }

    @Test
    void showsWhatWasTurnedUpright() {
        var lying = GeneratedMedia.silentVideo(
                work.resolve("lying.mp4"),
                filter("color").with("color", "black").with("size", "320x180").with("rate", 24),
                filter("drawbox")
                        .with("w", 160)
                        .with("h", 180)
                        .with("color", "white")
                        .with("t", "fill"),
                end(24));
        var turned = work.resolve("turned.mp4");
        Ffmpeg.require(SharedFfmpeg.ffmpeg()
                .run(
                        FfmpegCommand.of(
                                Input.of(lying).with("display_rotation", 90),
                                Output.to(turned, Pad.video(0)).with("c", "copy")),
                        Duration.ofMinutes(1)));

        var id = varied(turned);

        assertThat(described(id)).containsExactly("thumbnail image/jpeg 180x320", "preview video/mp4 180x320");
        assertThat(pixels(variants.get(id, THUMBNAIL)).brightness(0)).isBetween(100.0, 150.0);
    }

    @Test
    void drawsAndExcerptsSound() {
        var id = varied(GeneratedMedia.tone(work.resolve("long.wav"), 440, Duration.ofSeconds(70)));

        assertThat(described(id)).containsExactly("thumbnail image/png 320x80", "preview audio/mp4 0x0");
        assertThat(pixels(variants.get(id, THUMBNAIL)).alpha(0)).isBetween(1.0, 250.0);
        var excerpt = facts(variants.get(id, PREVIEW).key(), "stream=codec_name:format=duration");
        assertThat(excerpt).containsEntry("streams.0.codec_name", "aac");
        assertThat(Double.parseDouble(excerpt.get("format.duration"))).isBetween(14.8, 15.2);
    }

    @Test
    void leavesDocumentsAlone() throws Exception {
        var paper = java.nio.file.Files.writeString(work.resolve("paper.pdf"), "%PDF-1.7 and so on");

        var id = varied(paper);

        assertThat(variants.of(id)).isEmpty();
        assertThat(variants.state(id).status()).isEqualTo(VariantState.Status.READY);
    }

    @Test
    void sharesObjectsBetweenOwnersAndDeletesThemWithTheLastOne() {
        var picture = GeneratedMedia.image(work.resolve("shared.jpg"), 400, 300);
        var mine = varied(ada, picture);
        var theirs = varied(bob, picture);
        var keys = variants.of(mine).stream().map(Variant::key).toList();
        assertThat(variants.of(theirs)).extracting(Variant::key).isEqualTo(keys);

        assets.assets().purge(ada, mine);
        assertThat(variants.of(mine)).isEmpty();
        assertThat(keys).hasSize(2).allMatch(store::exists);

        assets.assets().purge(bob, theirs);
        assertThat(variants.of(theirs)).isEmpty();
        assertThat(keys).noneMatch(store::exists);
    }

    @Test
    void makesNothingOfWhatWasDeletedMeanwhile() {
        var id = added(ada, GeneratedMedia.image(work.resolve("late.jpg"), 400, 300));
        var rows = TestVariants.rows(DATABASE);
        var taken = rows.take(clock.instant(), clock.instant()).orElseThrow();
        var made = first(taken);

        assets.assets().purge(ada, id);

        assertThat(rows.keep(taken, made, store::exists, store::delete)).isTrue();
        assertThat(variants.of(id)).isEmpty();
        assertThat(store.exists(made.key())).isFalse();
    }

    @Test
    void keepsAndHoldsNothingOfWhatAnAssetIsNoMore() {
        var id = added(ada, GeneratedMedia.image(work.resolve("old.jpg"), 400, 300));
        var rows = TestVariants.rows(DATABASE);
        var taken = rows.take(clock.instant(), clock.instant().plus(VariantWorker.LEASE))
                .orElseThrow();
        var made = first(taken);

        rows.keep(
                taken,
                made,
                key -> {
                    // By now it was looked whether the asset is there.
                    replace(id, GeneratedMedia.image(work.resolve("new.jpg"), 200, 100));
                    return store.exists(key);
                },
                store::delete);
        rows.hold(taken, clock.instant().plus(VariantWorker.LEASE));
        rows.release(taken, clock.instant().plus(VariantWorker.LEASE));

        assertThat(variants.of(id)).isEmpty();
        worker.makeAll();
        assertThat(described(id)).containsExactly("thumbnail image/jpeg 200x100", "preview image/jpeg 200x100");
        // Whoever is late does not take anything from what there is now.
        rows.keep(taken, made, store::exists, store::delete);
        assertThat(described(id)).hasSize(2);
        // The asset may become again what it was.
        assertThat(store.exists(made.key())).isTrue();
    }

    @Test
    void givesAFilmNoProxyOfWhatAnIntroWas() {
        var id = varied(GeneratedMedia.video(work.resolve("intro.mp4"), 2160, 1080, 25, 5));
        var film = new VideoId("film-" + UUID.randomUUID());
        var before = media(id);
        var another = GeneratedMedia.video(work.resolve("other.mp4"), 320, 180, 25, 5);
        var replaced = new AtomicBoolean();
        var replacing = new WatchedStore(store, key -> {
            // The film asks, and the owner is faster.
            if (!replaced.getAndSet(true)) {
                replace(id, another);
            }
        });

        var old = TestVariants.of(DATABASE, replacing).proxies(id, before, film);

        assertThat(old).hasSize(2);
        assertThat(media(id)).isNotEqualTo(before);
        assertThat(variants.proxies(id, media(id), film)).isEmpty();
        // Whoever still takes it for what it was reads the same as before.
        assertThat(variants.proxies(id, before, film)).isEqualTo(old);
        assertThat(variants.proxies(id, before)).isEmpty();
    }

    @Test
    void makesAgainWhatIsBeingTakenAwayAsRubbish() {
        var id = added(ada, GeneratedMedia.image(work.resolve("rubbish.jpg"), 400, 300));
        var rows = TestVariants.rows(DATABASE);
        var taken = rows.take(clock.instant(), clock.instant()).orElseThrow();
        var made = first(taken);
        var keeping = new AtomicReference<@Nullable CompletableFuture<Boolean>>();
        var database = DATABASE.dataSource();

        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(status -> {
            TransactionLock.takeObject(JdbcClient.create(database), made.key());
            keeping.set(CompletableFuture.supplyAsync(() -> rows.keep(taken, made, store::exists, store::delete)));
            awaitTheLockOrTheEnd(keeping.get());
            store.delete(made.key());
        });

        assertThat(keeping.get().join()).isFalse();
        assertThat(variants.of(id)).isEmpty();
    }

    /** Until somebody waits for a lock, or has done without it. */
    private static void awaitTheLockOrTheEnd(CompletableFuture<?> work) {
        while (!work.isDone() && !DATABASE.jdbc().sql("""
                                select exists (select 1 from pg_locks where locktype = 'advisory' and not granted
                                    and database = (select oid from pg_database where datname = current_database()))""").query(Boolean.class).single()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void makesAgainWhatWasLostOfAllWhoHaveIt() {
        var film = GeneratedMedia.video(work.resolve("lost.mp4"), 2160, 1080, 25, 5);
        var mine = varied(ada, film);
        var theirs = varied(bob, film);
        var all = proxies(mine);
        assertThat(all).hasSize(2);

        store.delete(all.getFirst().media());

        assertThat(proxies(mine)).containsExactly(all.getLast());
        assertThat(variants.state(mine).status()).isEqualTo(VariantState.Status.PENDING);
        assertThat(variants.state(theirs).status()).isEqualTo(VariantState.Status.PENDING);
        worker.makeAll();
        assertThat(proxies(mine)).isEqualTo(all);
        assertThat(variants.of(theirs)).hasSize(3);
        assertThat(variants.state(theirs).status()).isEqualTo(VariantState.Status.READY);
    }

    @Test
    void makesAllOfASingleFrame() {
        var id = varied(GeneratedMedia.silentVideo(
                work.resolve("single.mp4"),
                filter("testsrc2").with("size", "320x180").with("rate", 60),
                end(1)));

        assertThat(described(id)).containsExactly("thumbnail image/jpeg 320x180", "preview video/mp4 320x180");
        assertThat(pixels(variants.get(id, PREVIEW)).frames()).isPositive();
    }

    @Test
    void leavesWhatAProcessDiedOverToTheNext() {
        var id = added(ada, GeneratedMedia.image(work.resolve("left.jpg"), 400, 300));
        // Somebody begins, has made one of two, and is gone.
        var rows = TestVariants.rows(DATABASE);
        var taken = rows.take(clock.instant(), clock.instant().plus(VariantWorker.LEASE))
                .orElseThrow();
        rows.keep(taken, first(taken), store::exists, store::delete);

        worker.makeAll();
        assertThat(variants.of(id)).hasSize(1);
        assertThat(variants.state(id).status()).isEqualTo(VariantState.Status.PENDING);

        clock.advance(VariantWorker.LEASE.plusSeconds(1));
        TestVariants.worker(DATABASE, store, clock).makeAll();
        assertThat(variants.of(id)).hasSize(2);
        assertThat(variants.state(id).status()).isEqualTo(VariantState.Status.READY);
    }

    @Test
    void givesUpWhatNobodyCameToAnEndWith() {
        var id = added(ada, GeneratedMedia.image(work.resolve("deadly.jpg"), 400, 300));
        for (var death = 0; death < 4; death++) {
            assertThat(TestVariants.rows(DATABASE).take(clock.instant(), clock.instant()))
                    .isPresent();
            clock.advance(Duration.ofSeconds(1));
        }

        worker.makeAll();

        assertThat(variants.state(id).status()).isEqualTo(VariantState.Status.FAILED);
        assertThat(variants.state(id).failures()).hasSize(1);
        assertThat(assets.assets().get(ada, id).asset().filename()).isEqualTo("deadly.jpg");
    }

    @Test
    void saysWhatCannotBeMadeAndLeavesTheRest() {
        var id = added(ada, GeneratedMedia.video(work.resolve("broken.mp4"), 320, 180, 24, 24));
        var media = assets.assets().get(ada, id).media();
        store.delete(media);
        store.put(media, "no video at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var whole = added(ada, GeneratedMedia.image(work.resolve("whole.jpg"), 400, 300));

        worker.makeAll();

        assertThat(variants.state(id).status()).isEqualTo(VariantState.Status.FAILED);
        assertThat(variants.state(id).failures())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.code()).isNotBlank());
        assertThat(variants.of(whole)).hasSize(2);
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> variants.get(id, OPTIMIZED))
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.VARIANT_NOT_FOUND);
    }

    @Test
    void waitsUntilAFileIsMeasured() {
        var id = assets.add(ada, GeneratedMedia.image(work.resolve("new.jpg"), 400, 300), "new.jpg");

        worker.makeAll();

        assertThat(variants.of(id)).isEmpty();
    }

    /** Of those that are made of it. */
    private Variant first(JdbcVariants.Unvaried asset) {
        var maker = TestVariants.maker(store);
        var source = maker.source(asset.media(), asset.type(), asset.width(), asset.height(), asset.duration());
        return maker.make(source, Recipes.of(source).getFirst(), maker.telling(source));
    }

    /** By somebody else, whose transactions are not those of this thread; measured at once. */
    private void replace(AssetId id, Path file) {
        CompletableFuture.runAsync(() -> {
                    assets.replace(ada, id, file);
                    measured(id);
                })
                .join();
    }

    private List<Proxy> proxies(AssetId id) {
        return variants.proxies(id, media(id));
    }

    private ObjectKey media(AssetId id) {
        return assets.assets().get(ada, id).media();
    }

    private AssetId varied(Path file) {
        return varied(ada, file);
    }

    private AssetId varied(UserId owner, Path file) {
        var id = added(owner, file);
        worker.makeAll();
        return id;
    }

    private AssetId added(UserId owner, Path file) {
        var id = assets.add(owner, file, String.valueOf(file.getFileName()));
        measured(id);
        return id;
    }

    private static void measured(AssetId id) {
        DATABASE.jdbc()
                .sql("update materials.asset set described = 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    private List<String> described(AssetId id) {
        return variants.of(id).stream()
                .map(variant -> String.format(
                        Locale.ROOT,
                        "%s %s %dx%d",
                        variant.type().word(),
                        variant.mimeType(),
                        variant.width(),
                        variant.height()))
                .toList();
    }

    private Pixels pixels(Variant variant) {
        return pixels(variant.key());
    }

    private Pixels pixels(ObjectKey key) {
        return Pixels.of(store.file(key), work);
    }

    private Map<String, String> facts(ObjectKey key, String entries) {
        return SharedFfmpeg.ffmpeg().probe().facts(store.file(key), entries).facts();
    }

    /** When the frames of a video are shown. */
    private Set<Double> times(ObjectKey key) {
        var facts = facts(key, "packet=codec_type,pts_time");
        return facts.entrySet().stream()
                .filter(fact ->
                        fact.getKey().endsWith(".codec_type") && fact.getValue().equals("video"))
                .map(fact -> facts.get(fact.getKey().replace("codec_type", "pts_time")))
                .map(Double::valueOf)
                .collect(Collectors.toCollection(() -> java.util.Collections.newSetFromMap(new TreeMap<>())));
    }

    private Path made(String name, List<Filter> picture, String... options) {
        var file = work.resolve(name);
        var output = Output.to(file, MADE).with("threads", 1);
        for (var i = 0; i < options.length; i += 2) {
            output = output.with(options[i], options[i + 1]);
        }
        var graph = new FilterGraph(List.of(new Chain(List.of(), picture, List.of(MADE))));
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(FfmpegCommand.of(List.of(), graph, output), Duration.ofMinutes(1)));
        return file;
    }

    private static void made(Path file, List<Filter> picture, List<Filter> sound) {
        var heard = Pad.label("heard");
        var graph = new FilterGraph(
                List.of(new Chain(List.of(), picture, List.of(MADE)), new Chain(List.of(), sound, List.of(heard))));
        var output = Output.to(file, MADE, heard).with("pix_fmt", "yuv420p").with("threads", 1);
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(FfmpegCommand.of(List.of(), graph, output), Duration.ofMinutes(1)));
    }

    private static Filter format(String pixels) {
        return filter("format").with("pix_fmts", pixels);
    }

    private static Filter cut(int width, int height) {
        return filter("crop").with("w", width).with("h", height);
    }

    private static Filter end(int frames) {
        return filter("trim").with("end_frame", frames);
    }

    private static Filter box(String color, String when) {
        return filter("drawbox")
                .with("w", 320)
                .with("h", 180)
                .with("color", color)
                .with("t", "fill")
                .with("enable", when);
    }
}

package io.moneyprinter.materials.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.asset.AssetFixture;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.picture.Pictures.Origin;
import io.moneyprinter.materials.variant.Pixels;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.database.TransactionLock;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

class PicturesTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    private final UserId owner = new UserId("owner-" + UUID.randomUUID());
    private final SettableClock clock = new SettableClock();

    @TempDir
    Path work;

    private ObjectStore store;
    private AssetFixture assets;
    private Pictures pictures;

    @BeforeEach
    void open() {
        DATABASE.jdbc().sql("delete from materials.asset").update();
        DATABASE.jdbc().sql("delete from materials.picture").update();
        store = Intakes.store(work.resolve("home"));
        assets = new AssetFixture(DATABASE, store);
        pictures = TestPictures.of(DATABASE, store, clock);
    }

    @ParameterizedTest
    @EnumSource
    void showsTheSameInEveryFormat(PictureFormat format) {
        var origin = photo("blue");

        var key = pictures.of(origin, new Resize(160, null, Fit.CONTAIN), format);

        assertThat(key.value()).matches("pictures/[0-9a-f]{64}\\." + format.extension());
        assertThat(size(key)).isEqualTo("160x120");
        var seen = seen(key);
        var original = seen(origin.key());
        for (var channel = 0; channel < 3; channel++) {
            assertThat(seen.average(0, channel)).isCloseTo(original.average(0, channel), Offset.offset(4.0));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP", "PNG"})
    void keepsWhatOneCanSeeThrough(PictureFormat format) {
        var id = assets.add(
                owner, GeneratedMedia.plainImage(work.resolve("glass.png"), "red@0.5", 320, 240), "glass.png");

        var key = pictures.of(origin(id, 320, 240, true), new Resize(64, 64, Fit.COVER), format);

        assertThat(size(key)).isEqualTo("64x64");
        assertThat(seen(key).alpha(0)).isCloseTo(128, Offset.offset(4.0));
    }

    @Test
    void makesEachPictureOnce() {
        var origin = photo("red");
        var one = pictures.of(origin, new Resize(100, 100, Fit.COVER), PictureFormat.JPEG);

        assertThat(pictures.of(origin, new Resize(100, 100, Fit.COVER), PictureFormat.JPEG))
                .isEqualTo(one);
        assertThat(pictures.of(origin, new Resize(100, 100, Fit.FILL), PictureFormat.JPEG))
                .isNotEqualTo(one);
        // Larger than it is, a picture is as large as it is, whatever is asked for.
        assertThat(pictures.of(origin, new Resize(2_000, null, Fit.CONTAIN), PictureFormat.JPEG))
                .isEqualTo(pictures.of(origin, new Resize(2_400, 2_400, Fit.CONTAIN), PictureFormat.JPEG));
        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void makesAPictureThatWasLostAgain() {
        var origin = photo("red");
        var resize = new Resize(100, 100, Fit.COVER);
        var key = pictures.of(origin, resize, PictureFormat.WEBP);
        store.delete(key);

        assertThat(pictures.of(origin, resize, PictureFormat.WEBP)).isEqualTo(key);
        assertThat(store.exists(key)).isTrue();
    }

    @Test
    void answersAllWhoAskAtATime() throws Exception {
        var origin = photo("green");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = IntStream.range(0, 8)
                    .mapToObj(number -> (Callable<ObjectKey>) () ->
                            pictures.of(origin, new Resize(64 + number / 4, null, Fit.CONTAIN), PictureFormat.WEBP))
                    .toList();
            for (var answer : threads.invokeAll(asked)) {
                assertThat(store.exists(answer.get())).isTrue();
            }
        }
        assertThat(kept()).isEqualTo(2);
    }

    /** The collection looks for rows, and deletes, under the lock of the picture itself. */
    @Test
    void waitsForWhoeverDecidesWhetherThePictureGoes() throws Exception {
        var origin = photo("red");
        var key = sized(origin, 100);
        DATABASE.jdbc().sql("delete from materials.picture").update();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var asked = new AtomicReference<Future<ObjectKey>>();
            var database = DATABASE.dataSource();
            new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(status -> {
                TransactionLock.takeObject(JdbcClient.create(database), key);
                asked.set(threads.submit(() -> sized(origin, 100)));
                while (!asked.get().isDone() && !somebodyWaits()) {
                    pause();
                }
                store.delete(key);
            });

            assertThat(asked.get().get()).isEqualTo(key);
        }
        assertThat(store.exists(key)).isTrue();
        assertThat(kept()).isEqualTo(1);
    }

    private static boolean somebodyWaits() {
        return DATABASE.jdbc()
                .sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsNoMoreOfAFileThanIsAllowed() {
        pictures = TestPictures.of(
                DATABASE.dataSource(), store, clock, new PictureProperties(3, DataSize.ofGigabytes(1), 2));
        var origin = photo("red");
        var keys = IntStream.range(0, 5)
                .mapToObj(number -> {
                    clock.advance(Duration.ofHours(2));
                    if (number == 3) {
                        // The first one is used again, so the second is the one that nobody wants.
                        sized(origin, 20);
                        clock.advance(Duration.ofHours(2));
                    }
                    return sized(origin, 20 + number);
                })
                .toList();

        assertThat(kept()).isEqualTo(3);
        assertThat(keys).filteredOn(store::exists).containsExactly(keys.get(0), keys.get(3), keys.get(4));
    }

    @Test
    void keepsNoMoreBytesThanAreAllowed() {
        var first = sized(photo("red"), 600);
        clock.advance(Duration.ofHours(2));
        pictures =
                TestPictures.of(DATABASE.dataSource(), store, clock, new PictureProperties(60, DataSize.ofBytes(1), 2));
        var second = sized(photo("blue"), 600);

        // Somebody is about to read the one that was made just now.
        assertThat(kept()).isEqualTo(1);
        assertThat(List.of(first, second)).filteredOn(store::exists).containsExactly(second);
    }

    @Test
    void deletesPicturesWithTheLastOwnerOfTheFile() {
        var file = GeneratedMedia.image(work.resolve("shared.jpg"), 400, 300);
        var other = new UserId("other-" + UUID.randomUUID());
        var mine = assets.add(owner, file, "a.jpg");
        var theirs = assets.add(other, file, "b.jpg");
        var origin = origin(mine, 400, 300, false);
        var key = sized(origin, 100);

        assets.assets().purge(owner, mine);
        assertThat(store.exists(key)).isTrue();
        assets.assets().purge(other, theirs);

        assertThat(store.exists(key)).isFalse();
        assertThat(kept()).isZero();
    }

    @Test
    void keepsNothingOfAFileThatIsGone() {
        var id = assets.add(owner, GeneratedMedia.image(work.resolve("gone.jpg"), 400, 300), "gone.jpg");
        var origin = origin(id, 400, 300, false);
        // Its row goes first: whoever was making a picture then finds nobody to keep it for.
        DATABASE.jdbc().sql("delete from materials.asset").update();

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> sized(origin, 100))
                .extracting(CodedException::code)
                .isEqualTo(CommonErrorCode.OBJECT_NOT_FOUND);
        assertThat(kept()).isZero();
    }

    private ObjectKey sized(Origin origin, int width) {
        return pictures.of(origin, new Resize(width, null, Fit.CONTAIN), PictureFormat.PNG);
    }

    private Origin photo(String color) {
        var file = GeneratedMedia.plainImage(work.resolve(color + ".jpg"), color, 640, 480);
        return origin(assets.add(owner, file, color + ".jpg"), 640, 480, false);
    }

    private Origin origin(AssetId id, int width, int height, boolean alpha) {
        var media = assets.assets().get(owner, id).media();
        return new Origin(media, media, width, height, alpha);
    }

    private Pixels seen(ObjectKey key) {
        return Pixels.of(store.file(key), work);
    }

    private String size(ObjectKey key) {
        var facts = SharedFfmpeg.ffmpeg().probe().facts(store.file(key), "stream=width,height");
        return facts.text("streams.0.width", "") + "x" + facts.text("streams.0.height", "");
    }

    private long kept() {
        return DATABASE.jdbc()
                .sql("select count(*) from materials.picture")
                .query(Long.class)
                .single();
    }
}

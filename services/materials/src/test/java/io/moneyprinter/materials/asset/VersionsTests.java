package io.moneyprinter.materials.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.variant.TestVariants;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class VersionsTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    private final UserId ada = new UserId("ada-" + UUID.randomUUID());
    private final UserId bob = new UserId("bob-" + UUID.randomUUID());

    @TempDir
    Path work;

    private ObjectStore store;
    private Assets assets;

    @BeforeEach
    void open() {
        store = Intakes.store(work.resolve("home"));
        assets = TestAssets.of(DATABASE, store);
    }

    @Test
    void becomesAnotherFileAndKeepsWhatWasSaid() {
        var id = assets.add(ada, picture("red", 60), "logo.jpg").assetId();
        assets.change(ada, id, new AssetChange(null, "brand", List.of("logo"), null, true, null, null, null));
        var red = key(id);

        var replaced = assets.replace(ada, id, picture("blue", 90), "other.jpg", null);

        assertThat(replaced.assetId()).isEqualTo(id);
        assertThat(replaced.filename()).isEqualTo("logo.jpg");
        assertThat(replaced.tags()).containsExactly("logo");
        assertThat(replaced.isFavourite()).isTrue();
        assertThat(replaced.width()).isEqualTo(90);
        assertThat(replaced.traits()).isNull();
        assertThat(key(id)).isNotEqualTo(red);
        assertThat(store.exists(red)).isTrue();
        assertThat(assets.versions(ada, id))
                .extracting(AssetVersion::version, AssetVersion::isCurrent, AssetVersion::width)
                .containsExactly(tuple(2, true, 90), tuple(1, false, 60));
    }

    @Test
    void becomesAgainWhatItWas() {
        var id = assets.add(ada, picture("red", 60), "logo.jpg").assetId();
        var red = key(id);
        assets.replace(ada, id, picture("blue", 90), "b.jpg", null);
        var blue = key(id);

        var restored = assets.restoreVersion(ada, id, 1);

        assertThat(restored.width()).isEqualTo(60);
        assertThat(key(id)).isEqualTo(red);
        assertThat(assets.versions(ada, id))
                .extracting(AssetVersion::version, AssetVersion::media)
                .containsExactly(tuple(3, red), tuple(2, blue), tuple(1, red));
    }

    @Test
    void measuresAndShrinksWhatItIsNow() {
        var id = assets.add(ada, picture("red", 60), "logo.jpg").assetId();
        TestAssets.measuring(DATABASE, store, TestAssets.SOON).describeAll();
        TestVariants.makeAll(TestVariants.worker(DATABASE, store, Clock.systemUTC()));
        var before = TestVariants.of(DATABASE, store).of(id);
        assertThat(colour(id)).isEqualTo("red");

        assets.replace(ada, id, picture("blue", 90), "b.jpg", null);
        assertThat(TestVariants.of(DATABASE, store).of(id)).isEmpty();
        TestAssets.measuring(DATABASE, store, TestAssets.SOON).describeAll();
        TestVariants.makeAll(TestVariants.worker(DATABASE, store, Clock.systemUTC()));

        assertThat(colour(id)).isEqualTo("blue");
        assertThat(TestVariants.of(DATABASE, store).of(id)).isNotEmpty().doesNotContainAnyElementsOf(before);
        // A video may show them.
        assertThat(before)
                .allSatisfy(variant -> assertThat(store.exists(variant.key())).isTrue());
    }

    @Test
    void refusesAFileOfAnotherTypeAndStaysAsItWas() {
        var id = assets.add(ada, picture("red", 60), "logo.jpg").assetId();
        var film = GeneratedMedia.video(work.resolve("film.mp4"), 64, 64, 25, 10);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> assets.replace(ada, id, film, "film.mp4", null))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(CommonErrorCode.FIELD_INVALID);
                    assertThat(failure.errors().toString()).contains("expected: image");
                });

        assertThat(assets.versions(ada, id)).hasSize(1);
    }

    @Test
    void takesTheSameFileForNoVersion() {
        var file = picture("red", 60);
        var id = assets.add(ada, file, "logo.jpg").assetId();

        assets.replace(ada, id, picture("red", 60), "again.jpg", null);

        assertThat(assets.versions(ada, id)).hasSize(1);
    }

    @Test
    void isOnlyForItsOwner() {
        var id = assets.add(ada, picture("red", 60), "logo.jpg").assetId();
        assets.replace(ada, id, picture("blue", 90), "b.jpg", null);

        assertNotFound(() -> assets.versions(bob, id));
        assertNotFound(() -> assets.version(bob, id, 1));
        assertNotFound(() -> assets.replace(bob, id, picture("green", 30), "c.jpg", null));
        assertNotFound(() -> assets.restoreVersion(bob, id, 1));
        assertNotFound(() -> assets.dropVersion(bob, id, 1));
        assertNotFound(() -> assets.restoreVersion(ada, id, 2));
        assertNotFound(() -> assets.dropVersion(ada, id, 7));
    }

    @Test
    void deletesTheContentOfAVersionWithTheLastWhoHasIt() {
        var id = assets.add(ada, picture("red", 61), "logo.jpg").assetId();
        var red = key(id);
        var same = assets.add(bob, picture("red", 61), "mine.jpg").assetId();
        assets.replace(ada, id, picture("blue", 91), "b.jpg", null);

        assets.dropVersion(ada, id, 1);
        assertThat(store.exists(red)).isTrue();
        assets.purge(bob, same);

        assertThat(store.exists(red)).isFalse();
        assertThat(assets.versions(ada, id)).hasSize(1);
    }

    @Test
    void deletesAllVersionsWithTheirAsset() {
        var id = assets.add(ada, picture("red", 62), "logo.jpg").assetId();
        var red = key(id);
        assets.replace(ada, id, picture("blue", 92), "b.jpg", null);
        var blue = key(id);

        assets.purge(ada, id);

        assertThat(store.exists(red)).isFalse();
        assertThat(store.exists(blue)).isFalse();
        assertThat(DATABASE.jdbc()
                        .sql("select count(*) from materials.asset_version where asset_id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void countsVersionsAsKept() {
        var large = assets.add(ada, picture("red", 900), "logo.jpg");
        var kept = large.fileSize() + Objects.requireNonNull(large.original()).fileSize();
        // Room for as much as there is and one byte more: for anything, until there is something more.
        var full = TestAssets.withRoomFor(DATABASE, store, DataSize.ofBytes(kept + 1));

        full.replace(ada, large.assetId(), picture("blue", 20), "b.jpg", null);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> full.add(ada, picture("green", 20), "g.jpg"))
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.ASSET_LIMIT_REACHED);
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> full.replace(ada, large.assetId(), picture("green", 20), "g.jpg", null))
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.ASSET_LIMIT_REACHED);
        full.dropVersion(ada, large.assetId(), 1);
        full.add(ada, picture("green", 20), "g.jpg");
    }

    @Test
    void keepsNoMoreThanTwentyVersionsOfAFileThatIsTheLastThereIsRoomFor() {
        var few = TestAssets.of(DATABASE, store, 1);
        var id = few.add(ada, picture("red", 60), "logo.jpg").assetId();

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> few.add(ada, picture("blue", 90), "b.jpg"))
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.ASSET_LIMIT_REACHED);
        for (var size = 30; size < 50; size++) {
            few.replace(ada, id, picture("green", size), "g.jpg", null);
        }

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> assets.replace(ada, id, picture("green", 55), "g.jpg", null))
                .withMessageContaining("20 earlier versions");
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(call)
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.ASSET_NOT_FOUND);
    }

    private String colour(AssetId id) {
        Asset asset = assets.get(ada, id).asset();
        return asset.traits().colours().getFirst().name();
    }

    private ObjectKey key(AssetId id) {
        return assets.get(ada, id).media();
    }

    /** Content is shared by all owners: a test that wants it deleted has a size of its own. */
    private Path picture(String colour, int side) {
        return GeneratedMedia.plainImage(work.resolve(colour + side + ".jpg"), colour, side, side);
    }
}

package io.moneyprinter.materials.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.ffmpeg.MediaFormat;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.MaterialsModule;
import io.moneyprinter.materials.intake.Corpus;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.service.retention.Findings;
import io.moneyprinter.service.retention.Findings.Missing;
import io.moneyprinter.service.retention.Pointing;
import io.moneyprinter.service.retention.Retention;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoreProperties;
import io.moneyprinter.service.store.Tally;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.store.ForwardingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class OriginalsTests {

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
        // Each test has a store of its own: rows of others would point to nothing there.
        DATABASE.jdbc().sql("delete from materials.asset").update();
    }

    @Test
    void keepsAPhotoAsItCameAndServesOneWithoutItsPlace() throws IOException {
        var photo = SecretFiles.photo(work);

        var added = assets.add(ada, photo, "Holiday.JPG");

        var original = assets.original(ada, added.assetId(), null);
        assertThat(store.file(original.key())).hasSameBinaryContentAs(photo);
        assertThat(SecretFiles.text(store.file(original.key()))).contains(SecretFiles.SECRET, "Exif");
        assertThat(SecretFiles.text(store.file(assets.get(ada, added.assetId()).media())))
                .doesNotContain(SecretFiles.SECRET, "Exif");
        assertThat(added.original()).isNotNull();
        assertThat(added.original().filename()).isEqualTo("Holiday.JPG");
        assertThat(added.original().mimeType()).isEqualTo("image/jpeg");
        assertThat(added.original().fileSize()).isEqualTo(Files.size(photo));
        assertThat(added.original().createdAt()).isEqualTo(original.cameAt());
        assertThat(added.original().expiresAt()).isNull();
        assertThat(assets.get(ada, added.assetId()).asset().original()).isEqualTo(added.original());
        assertThat(photo).as("only read").exists();
    }

    @Test
    void keepsAFilmAsItCameAndServesOneWithoutItsPlace() throws IOException {
        var film = SecretFiles.film(work);

        var id = assets.add(ada, film, "Holiday.mp4").assetId();

        var original = assets.original(ada, id, null);
        assertThat(store.file(original.key())).hasSameBinaryContentAs(film);
        assertThat(SecretFiles.text(store.file(original.key()))).contains(SecretFiles.SECRET, SecretFiles.PLACE);
        assertThat(SecretFiles.text(store.file(assets.get(ada, id).media())))
                .doesNotContain(SecretFiles.SECRET, SecretFiles.PLACE);
    }

    @Test
    void isOnlyForItsOwner() throws IOException {
        var id = assets.add(ada, SecretFiles.photo(work), "a.jpg").assetId();

        assertFails(MaterialsErrorCode.ASSET_NOT_FOUND, () -> assets.original(bob, id, null));
        assertFails(MaterialsErrorCode.ASSET_NOT_FOUND, () -> assets.original(bob, id, 1));
        assertFails(MaterialsErrorCode.ASSET_NOT_FOUND, () -> assets.deleteOriginal(bob, id, null));
        assertFails(MaterialsErrorCode.ASSET_NOT_FOUND, () -> assets.original(ada, new AssetId("none"), null));
        assertFails(MaterialsErrorCode.ASSET_NOT_FOUND, () -> assets.original(ada, id, 2));
        assertThat(assets.original(ada, id, 1)).isEqualTo(assets.original(ada, id, null));
    }

    @ParameterizedTest
    @CsvSource({
        "sea.php,        sea.php.jpg",
        "sea.jpg.html,   sea.jpg.html.jpg",
        "sea.JPEG,       sea.JPEG",
        ".jpg,           .jpg.jpg",
        "'',             unnamed.jpg",
        "../../sea.jpg,  sea.jpg"
    })
    void callsWhatIsSavedByWhatItIs(String name, String saved) {
        assertThat(StoredOriginal.named(Assets.shownName(name), MediaFormat.JPEG.extensions()))
                .isEqualTo(saved);
    }

    @Test
    void keepsNothingOfWhatIsRefused() throws IOException {
        var id = assets.add(ada, GeneratedMedia.plainImage(work.resolve("red.jpg"), "red", 33, 33), "red.jpg")
                .assetId();
        assertThat(originals()).hasSize(1);

        for (var name : List.of("hls_file.mp4", "trunc_mdat.mp4", "magic.mkv")) {
            var bad = Corpus.quick().stream()
                    .filter(file -> file.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .in(work);
            assertThatExceptionOfType(CodedException.class).isThrownBy(() -> assets.add(ada, bad, name));
        }
        var photo = SecretFiles.photo(work);
        assertFails(FfmpegErrorCode.MEDIA_UNSUPPORTED, () -> assets.add(ada, photo, "a.mp4"));
        assertFails(MaterialsErrorCode.CHECKSUM_MISMATCH, () -> assets.add(ada, photo, "a.jpg", "0".repeat(64)));
        var film = SecretFiles.film(work);
        assertFails(CommonErrorCode.FIELD_INVALID, () -> assets.replace(ada, id, film, "a.mp4", null));

        assertThat(originals()).hasSize(1);
    }

    @Test
    void keepsNoOriginalOfWhatWasMadeHere() {
        var made = assets.addMade(
                ada, GeneratedMedia.tone(work.resolve("bed.wav"), 440, Duration.ofMillis(300)), "bed.wav");

        assertThat(made.asset().original()).isNull();
        assertFails(
                MaterialsErrorCode.ORIGINAL_NOT_FOUND,
                () -> assets.original(ada, made.asset().assetId(), null));
        assertThat(originals()).isEmpty();
    }

    @Test
    void storesEqualBytesOnceAndDeletesThemWithTheLastWhoHasThem() throws IOException {
        var photo = SecretFiles.photo(work);
        var mine = assets.add(ada, photo, "mine.jpg").assetId();
        var same = assets.add(bob, photo, "same.jpg").assetId();
        var key = assets.original(ada, mine, null).key();
        assertThat(originals()).hasSize(1);

        assets.deleteOriginal(ada, mine, null);

        assertFails(MaterialsErrorCode.ORIGINAL_NOT_FOUND, () -> assets.original(ada, mine, null));
        assertThat(store.file(assets.original(bob, same, null).key())).hasSameBinaryContentAs(photo);
        assertThat(assets.original(bob, same, null).filename()).isEqualTo("same.jpg");
        assets.purge(bob, same);
        assertThat(store.exists(key)).isFalse();
        assertThat(rows()).isZero();
    }

    @Test
    void letsItsOwnerDeleteTheOriginalAlone() throws IOException {
        var photo = SecretFiles.photo(work);
        var id = assets.add(ada, photo, "a.jpg").assetId();

        assets.deleteOriginal(ada, id, null);

        assertThat(originals()).isEmpty();
        var asset = assets.get(ada, id);
        assertThat(asset.asset().original()).isNull();
        assertThat(store.exists(asset.media())).isTrue();
        assertFails(MaterialsErrorCode.ORIGINAL_NOT_FOUND, () -> assets.deleteOriginal(ada, id, null));
        // Whoever did not want it is not given it again by the way.
        assertThat(assets.add(ada, photo, "a.jpg").original()).isNull();
        assertThat(originals()).isEmpty();
    }

    @Test
    void goesWithItsFileForGoodAndNotBefore() throws IOException {
        var id = assets.add(ada, SecretFiles.photo(work), "secret-plan.jpg").assetId();
        assets.delete(ada, id);
        assertThat(originals()).hasSize(1);
        assertFails(MaterialsErrorCode.ASSET_NOT_FOUND, () -> assets.original(ada, id, null));
        assets.restore(ada, id);
        assertThat(assets.original(ada, id, null).filename()).isEqualTo("secret-plan.jpg");

        assets.purge(ada, id);

        assertThat(originals()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void keepsOneForEachVersion() throws IOException {
        var red = SecretFiles.photo(Files.createDirectory(work.resolve("red")));
        var id = assets.add(ada, red, "red.jpg").assetId();
        var blue = SecretFiles.photo(work);
        assets.replace(ada, id, blue, "blue.jpg", null);

        assertThat(file(id, null)).hasSameBinaryContentAs(blue);
        assertThat(file(id, 1)).hasSameBinaryContentAs(red);
        assertThat(assets.get(ada, id).asset().original().filename()).isEqualTo("blue.jpg");
        assertThat(assets.versions(ada, id))
                .extracting(version -> version.original().filename())
                .containsExactly("blue.jpg", "red.jpg");

        var came = assets.original(ada, id, 1).cameAt();
        assets.restoreVersion(ada, id, 1);
        assertThat(file(id, null)).hasSameBinaryContentAs(red);
        assertThat(assets.original(ada, id, 3).cameAt()).isEqualTo(came);
        assertThat(originals()).hasSize(2);

        assets.dropVersion(ada, id, 1);
        assertThat(file(id, null)).hasSameBinaryContentAs(red);
        assets.dropVersion(ada, id, 2);
        assertThat(originals()).hasSize(1);
        assets.purge(ada, id);
        assertThat(originals()).isEmpty();
    }

    @Test
    void isGoneWhereverAnAssetHasItOnceItsOwnerDeletesIt() throws IOException {
        var id = assets.add(ada, SecretFiles.photo(work), "red.jpg").assetId();
        assets.replace(ada, id, SecretFiles.photo(work), "blue.jpg", null);
        assets.restoreVersion(ada, id, 1);

        assets.deleteOriginal(ada, id, null);

        assertFails(MaterialsErrorCode.ORIGINAL_NOT_FOUND, () -> assets.original(ada, id, 1));
        assertThat(assets.original(ada, id, 2).filename()).isEqualTo("blue.jpg");
        assertThat(originals()).hasSize(1);
        // It becomes again what it was, without what came in for it.
        assets.deleteOriginal(ada, id, 2);
        assertThat(assets.restoreVersion(ada, id, 2).original()).isNull();
        assertThat(originals()).isEmpty();
    }

    @Test
    void takesADocumentForItsOwnOriginal() throws IOException {
        var file = Files.writeString(work.resolve("paper"), "%PDF-1.7 and so on");
        var other = Files.writeString(work.resolve("other"), "%PDF-1.7 and so forth");

        var paper = assets.add(ada, file, "Paper.pdf");
        var id = paper.assetId();

        assertThat(paper.original().filename()).isEqualTo("Paper.pdf");
        assertThat(paper.original().fileSize()).isEqualTo(Files.size(file));
        assertThat(file(id, null)).hasSameBinaryContentAs(file);
        assertThat(assets.original(ada, id, null).key())
                .isEqualTo(assets.get(ada, id).media());
        assertFails(MaterialsErrorCode.ORIGINAL_NEEDED, () -> assets.deleteOriginal(ada, id, null));
        assets.replace(ada, id, other, "other.pdf", null);
        assertThat(file(id, null)).hasSameBinaryContentAs(other);
        assertThat(file(id, 1)).hasSameBinaryContentAs(file);
        assets.change(ada, id, new AssetChange("page.html", null, null, null, null, null, null, null));
        assertThat(assets.original(ada, id, null).filename()).isEqualTo("page.html.pdf");
        assertThat(originals()).isEmpty();
        assertThat(TestAssets.keepingOriginals(DATABASE, store, Duration.ZERO, Clock.systemUTC())
                        .get(ada, id)
                        .asset()
                        .original())
                .isNotNull();
    }

    @Test
    void keepsNoneWhereNoneAreToBeKept() throws IOException {
        var none = TestAssets.keepingOriginals(DATABASE, store, Duration.ZERO, Clock.systemUTC());

        var added = none.add(ada, SecretFiles.photo(work), "a.jpg");

        assertThat(added.original()).isNull();
        assertFails(MaterialsErrorCode.ORIGINAL_NOT_FOUND, () -> none.original(ada, added.assetId(), null));
        assertThat(originals()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void deletesThoseThatWereKeptForLongEnough() throws IOException {
        var clock = new SettableClock();
        var week = Duration.ofDays(7);
        var brief = TestAssets.keepingOriginals(DATABASE, store, week, clock);
        var first = brief.add(ada, SecretFiles.photo(work), "a.jpg");
        assertThat(first.original().expiresAt()).isEqualTo(clock.instant().plus(week));
        clock.advance(Duration.ofDays(4));
        var second = brief.add(ada, SecretFiles.photo(work), "b.jpg").assetId();
        var upkeep = TestAssets.upkeep(DATABASE, store, week, clock);

        clock.advance(Duration.ofDays(3));
        // Whether or not somebody has deleted it yet.
        assertFails(MaterialsErrorCode.ORIGINAL_NOT_FOUND, () -> brief.original(ada, first.assetId(), null));
        assertThat(brief.get(ada, first.assetId()).asset().original()).isNull();
        assertThat(brief.versions(ada, first.assetId()).getFirst().original()).isNull();
        upkeep.dropOldOriginals();

        assertThat(originals()).hasSize(1);
        assertThat(store.exists(brief.get(ada, first.assetId()).media())).isTrue();
        assertThat(brief.original(ada, second, null).filename()).isEqualTo("b.jpg");
        // Whoever runs the program wants none any more.
        TestAssets.upkeep(DATABASE, store, Duration.ZERO, clock).dropOldOriginals();
        assertThat(originals()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void refusesToKeepOriginalsForLessThanNoTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OriginalProperties(Duration.ofDays(-1)))
                .withMessageContaining("keep-for: PT-24H");
        var bound = new Binder(
                        new MapConfigurationPropertySource(Map.of("moneyprinter.materials.originals.keep-for", "90d")))
                .bindOrCreate("moneyprinter.materials.originals", OriginalProperties.class);
        assertThat(bound.keepFor()).isEqualTo(Duration.ofDays(90));
        assertThat(new Binder()
                        .bindOrCreate("moneyprinter.materials.originals", OriginalProperties.class)
                        .keepFor())
                .isNull();
    }

    @Test
    void countsOriginalsAsKept() throws IOException {
        var photo = GeneratedMedia.image(work.resolve("a.png"), 640, 480);
        var small = GeneratedMedia.plainImage(work.resolve("b.jpg"), "red", 30, 30);
        var both = assets.add(ada, photo, "a.png");
        var content = both.fileSize();
        var few = TestAssets.withRoomFor(DATABASE, store, DataSize.ofBytes(content + 1));

        assertFails(MaterialsErrorCode.ASSET_LIMIT_REACHED, () -> few.add(ada, small, "b.jpg"));
        few.deleteOriginal(ada, both.assetId(), null);

        few.add(ada, small, "b.jpg");
    }

    @Test
    void keepsNeitherFileNorRowWhereTheOriginalCannotBeStored() throws IOException {
        var photo = SecretFiles.photo(work);
        var failing = TestAssets.of(
                DATABASE,
                new ForwardingStore(store) {
                    @Override
                    public void put(ObjectKey key, Path file) {
                        if (isOriginal(key)) {
                            throw new IllegalStateException("the disk is full");
                        }
                        super.put(key, file);
                    }
                },
                1_000);

        assertThatIllegalStateException().isThrownBy(() -> failing.add(ada, photo, "a.jpg"));

        assertThat(assets.list(ada, new JdbcAssets.Wanted(false, false, null), null, 10))
                .isEmpty();
        assertThat(rows()).isZero();
        var id = assets.add(ada, photo, "a.jpg").assetId();
        assertThat(file(id, null)).hasSameBinaryContentAs(photo);
    }

    /** As when the last other owner deletes it between the object and the row. */
    @Test
    void storesAgainWhatWasDeletedJustBeforeItsRow() throws IOException {
        var photo = SecretFiles.photo(work);
        var once = new AtomicReference<@Nullable ObjectKey>();
        var losing = new ForwardingStore(store) {
            @Override
            public void put(ObjectKey key, Path file) {
                super.put(key, file);
                if (isOriginal(key) && once.compareAndSet(null, key)) {
                    store.delete(key);
                }
            }
        };

        var id = TestAssets.of(DATABASE, losing, 1_000).add(ada, photo, "a.jpg").assetId();

        assertThat(once.get()).isNotNull();
        assertThat(file(id, null)).hasSameBinaryContentAs(photo);
    }

    @Test
    void keepsWhatOneTakesInWhileAnotherDeletesTheSame() throws Exception {
        var photo = SecretFiles.photo(work);
        var last = ada;
        var id = assets.add(last, photo, "a.jpg").assetId();
        for (var round = 0; round < 6; round++) {
            var leaving = last;
            var left = id;
            var coming = new UserId("owner-%d-%s".formatted(round, UUID.randomUUID()));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var added = threads.submit(() -> assets.add(coming, photo, "b.jpg"));
                var deleted = threads.submit(() -> assets.deleteOriginal(leaving, left, null));
                deleted.get();
                id = added.get().assetId();
            }
            last = coming;

            assertThat(store.file(assets.original(last, id, null).key())).hasSameBinaryContentAs(photo);
            assertThat(rows()).isEqualTo(1);
        }
        assertThat(verify(Duration.ZERO).agree()).isTrue();
    }

    /** Equal keys are equal bytes: others would get them back for theirs. */
    @Test
    void storesNothingElseUnderTheDigestOfAFile() throws IOException {
        var photo = SecretFiles.photo(work);
        var changing = new ForwardingStore(store) {
            @Override
            public Path newFile(String extension) {
                if (extension.equals("bin")) {
                    try {
                        Files.writeString(photo, "and more", StandardOpenOption.APPEND);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                return super.newFile(extension);
            }
        };

        assertFails(
                MaterialsErrorCode.CHECKSUM_MISMATCH,
                () -> TestAssets.of(DATABASE, changing, 1_000).add(ada, photo, "a.jpg"));

        assertThat(originals()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void endsADeletionThatFailed() throws IOException {
        var id = assets.add(ada, SecretFiles.photo(work), "a.jpg").assetId();
        var failing = new ForwardingStore(store) {
            @Override
            public void delete(ObjectKey key) {
                throw new IllegalStateException("the store is away");
            }
        };

        TestAssets.of(DATABASE, failing, 1_000).deleteOriginal(ada, id, null);

        assertFails(MaterialsErrorCode.ORIGINAL_NOT_FOUND, () -> assets.original(ada, id, null));
        assertThat(originals()).as("not yet").hasSize(1);
        assertThat(verify(Duration.ZERO).missing()).isEmpty();
        TestAssets.upkeep(DATABASE, store, Clock.systemUTC()).releaseAll();
        assertThat(originals()).isEmpty();
        assertThat(rows()).isZero();
        assertThat(store.exists(assets.get(ada, id).media())).isTrue();
    }

    @Test
    void isProvedAndKeptByItsRowAndCollectedWithoutOne() throws IOException {
        var photo = SecretFiles.photo(work);
        var id = assets.add(ada, photo, "a.jpg").assetId();
        var key = assets.original(ada, id, null).key();
        var orphan = new ObjectKey("originals/%s.bin".formatted(Digests.of("original", "of nobody")));
        store.put(orphan, new byte[] {1, 2, 3});

        assertThat(verify(Duration.ZERO).agree()).isTrue();
        var collected = look(Duration.ofHours(25), Retention::collect);

        assertThat(collected.collected()).isEqualTo(new Tally(1, 3));
        assertThat(store.exists(orphan)).isFalse();
        assertThat(look(Duration.ofDays(400), Retention::collect).collected()).isEqualTo(Tally.NONE);
        assertThat(file(id, null)).hasSameBinaryContentAs(photo);

        store.delete(key);
        assertThat(verify(Duration.ZERO).missing())
                .containsExactly(new Missing(key, "materials.original.storage_path"));
        // Once nobody wants it, nobody misses it; what its file says of its own digest keeps no object.
        assets.deleteOriginal(ada, id, null);
        assertThat(verify(Duration.ZERO).agree()).isTrue();
        store.put(key, new byte[] {4, 5});
        assertThat(look(Duration.ofHours(25), Retention::collect).collected()).isEqualTo(new Tally(1, 2));
    }

    private Findings verify(Duration later) {
        return look(later, Retention::verify);
    }

    private interface Looking {
        Findings look(Retention retention, boolean deep);
    }

    /** @param later how much later it is than now */
    private Findings look(Duration later, Looking looking) {
        var clock = Clock.offset(Clock.systemUTC(), later);
        var retention = new Retention(
                new LocalObjectStore(work.resolve("home"), clock),
                DATABASE.dataSource(),
                new Pointing(
                        new MaterialsModule().keyColumns(), Set.copyOf(new MaterialsModule().namespaces()), Set.of()),
                new Binder().bindOrCreate("moneyprinter.store", StoreProperties.class),
                clock);
        return looking.look(retention, false);
    }

    private static boolean isOriginal(ObjectKey key) {
        return key.value().startsWith("originals/");
    }

    private Path file(AssetId id, @Nullable Integer version) {
        return store.file(assets.original(ada, id, version).key());
    }

    /** Those that lie there, whatever rows say. */
    private List<Path> originals() {
        try (var files = Files.walk(work.resolve("home"))) {
            Predicate<Path> original = file -> file.toString().contains("originals") && Files.isRegularFile(file);
            return files.filter(original).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int rows() {
        return DATABASE.jdbc()
                .sql("select count(*) from materials.original")
                .query(Integer.class)
                .single();
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(call)
                .extracting(CodedException::code)
                .isEqualTo(code);
    }
}

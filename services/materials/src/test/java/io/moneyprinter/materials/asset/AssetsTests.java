package io.moneyprinter.materials.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.intake.Corpus;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AssetsTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    private static final JdbcAssets.Wanted ALL = new JdbcAssets.Wanted(false, false, null);
    private static final JdbcAssets.Wanted BIN = new JdbcAssets.Wanted(true, false, null);

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
        // Equal content is one object, so what other tests left would count as another owner's.
        DATABASE.jdbc().sql("delete from materials.asset").update();
    }

    @Test
    void keepsDocumentsAsTheyCome() throws IOException {
        var file = Files.writeString(work.resolve("paper"), "%PDF-1.7 and so on");

        var added = assets.add(ada, file, "Paper.pdf");
        var again = assets.add(bob, file, "paper.pdf");

        assertThat(added.fileType()).isEqualTo(Asset.Type.DOCUMENT);
        assertThat(added.mimeType()).isEqualTo("application/pdf");
        assertThat(added.width()).isNull();
        var stored = assets.get(ada, added.assetId());
        assertThat(stored.asset()).isEqualTo(added);
        assertThat(store.file(stored.media())).hasSameBinaryContentAs(file);
        assertThat(assets.get(bob, again.assetId()).media()).isEqualTo(stored.media());
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> assets.add(new UserId("eve-" + UUID.randomUUID()), file, "paper.docx"))
                .withMessageContaining(".docx");
    }

    @Test
    void keepsWhatItTook() {
        var added = assets.add(ada, picture("red"), "Holiday.JPG");

        assertThat(added.filename()).isEqualTo("Holiday.JPG");
        assertThat(added.fileType()).isEqualTo(Asset.Type.IMAGE);
        assertThat(added.mimeType()).isEqualTo("image/jpeg");
        assertThat(added.width()).isEqualTo(40);
        assertThat(added.duration()).isNull();
        var stored = assets.get(ada, added.assetId());
        assertThat(stored.asset()).isEqualTo(added);
        assertThat(store.exists(stored.media())).isTrue();
    }

    @Test
    void describesSoundWithoutSize() {
        var sound = assets.add(
                ada, GeneratedMedia.tone(work.resolve("tone.wav"), 440, Duration.ofMillis(1_500)), "tone.wav");

        assertThat(sound.fileType()).isEqualTo(Asset.Type.AUDIO);
        assertThat(sound.width()).isNull();
        assertThat(sound.duration()).isEqualTo(1.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/cron.d/x.jpg",
                "..\\..\\boot.jpg",
                "/etc/passwd.jpg",
                "-rf.jpg",
                "--.jpg",
                "..jpg",
                "%s%n%x.jpg",
                "$(reboot)`reboot`.jpg",
                "a\0b\n.jpg",
                "concat:a|b.jpg",
                "%2e%2e%2f.jpg",
                "\u202egpj.jpg",
                "'; drop table asset; --.jpg"
            })
    void takesNamesForNothingButNames(String name) {
        var added = assets.add(ada, picture("red"), name);

        assertThat(added.filename())
                .doesNotContain("/", "\\", "\n", "\0", "\u202e")
                .endsWith(".jpg");
        assertThat(assets.get(ada, added.assetId()).media().value()).matches("materials/[0-9a-f]{64}\\.jpg");
    }

    @Test
    void cutsNamesThatAreTooLong() {
        var added = assets.add(ada, picture("red"), "n".repeat(5_000) + ".jpg");

        assertThat(added.filename()).hasSize(255).endsWith("n.jpg");
        assertThat(assets.add(bob, picture("red"), null).filename()).isEqualTo("unnamed.jpg");
    }

    @Test
    void hidesFilesFromEverybodyElse() {
        var id = assets.add(ada, picture("red"), "a.jpg").assetId();

        assertMissing(() -> assets.get(bob, id));
        assertMissing(() -> assets.delete(bob, id));
        assertMissing(() -> assets.get(ada, new AssetId("unknown")));
        assertThat(list(bob, null, 10)).isEmpty();
        assertThat(assets.get(ada, id).asset().assetId()).isEqualTo(id);
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> list(bob, id, 10))
                .extracting(CodedException::code)
                .isEqualTo(CommonErrorCode.FIELD_INVALID);
    }

    @Test
    void listsPageByPageNewestFirst() {
        var first = assets.add(ada, picture("red"), "1.jpg");
        var second = assets.add(ada, picture("green"), "2.jpg");
        var third = assets.add(ada, picture("blue"), "3.jpg");

        assertThat(list(ada, null, 2)).containsExactly(third, second);
        assets.delete(ada, second.assetId());
        assertThat(list(ada, second.assetId(), 2)).containsExactly(first);
        assertThat(list(ada, null, 10)).isEqualTo(List.of(third, first));
    }

    @Test
    void deletesTheContentWithItsLastOwner() {
        var mine = assets.add(ada, picture("red"), "mine.jpg").assetId();
        var same = assets.add(bob, picture("red"), "same.jpg").assetId();
        var media = assets.get(ada, mine).media();
        assertThat(assets.get(bob, same).media()).isEqualTo(media);

        assets.purge(ada, mine);
        assertThat(store.exists(media)).isTrue();
        assertMissing(() -> assets.get(ada, mine));

        assets.delete(bob, same);
        assertThat(store.exists(media)).isTrue();
        assets.purge(bob, same);
        assertThat(store.exists(media)).isFalse();

        assertThat(store.exists(assets.get(
                                ada,
                                assets.add(ada, picture("red"), "again.jpg").assetId())
                        .media()))
                .isTrue();
    }

    @Test
    void forgetsTheNameOfWhatIsDeleted() {
        var id = assets.add(ada, picture("red"), "secret-plan.jpg").assetId();
        assets.change(ada, id, change("secret", "secret", List.of("secret")));
        assets.delete(ada, id);

        assets.purge(ada, id);

        assertThat(DATABASE.jdbc()
                        .sql("select row_to_json(asset)::text from materials.asset where id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .doesNotContain("secret");
        assertThat(words(ada)).isEmpty();
        assertMissing(() -> assets.restore(ada, id));
    }

    @Test
    void keepsNoMoreThanThereIsRoomFor() {
        var few = TestAssets.of(DATABASE, store, 2);
        few.add(ada, picture("red"), "1.jpg");
        var second = few.add(ada, picture("green"), "2.jpg");

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> few.add(ada, picture("blue"), "3.jpg"))
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.ASSET_LIMIT_REACHED);

        few.add(bob, picture("red"), "other.jpg");
        few.delete(ada, second.assetId());
        few.add(ada, picture("blue"), "3.jpg");
        assertThat(few.list(ada, ALL, null, 10)).hasSize(2);
    }

    @Test
    void givesTheBinRoomAndTakesItBackWhenItIsNeeded() {
        var few = TestAssets.of(DATABASE, store, 2);
        var old = few.add(ada, picture("red"), "1.jpg").assetId();
        few.delete(ada, old);
        var next = few.add(ada, picture("red"), "2.jpg").assetId();
        few.delete(ada, next);

        few.add(ada, picture("red"), "3.jpg");

        assertMissing(() -> few.restore(ada, old));
        assertThat(few.list(ada, BIN, null, 10)).extracting(Asset::assetId).containsExactly(next);
        few.restore(ada, next);
        assertThat(few.list(ada, ALL, null, 10)).hasSize(2);
        assertThat(few.list(ada, BIN, null, 10)).isEmpty();
    }

    @Test
    void leavesTheBinAloneForWhatIsRefused() throws Exception {
        var few = TestAssets.of(DATABASE, store, 2);
        few.add(ada, picture("red"), "1.jpg");
        var binned = few.add(ada, picture("blue"), "2.jpg").assetId();
        few.delete(ada, binned);
        var broken = Files.write(work.resolve("broken.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2});

        assertThatExceptionOfType(CodedException.class).isThrownBy(() -> few.add(ada, broken, "broken.jpg"));

        assertThat(few.list(ada, BIN, null, 10)).extracting(Asset::assetId).containsExactly(binned);
        var none = TestAssets.of(DATABASE, store, 1);
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> none.add(ada, picture("green"), "3.jpg"))
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.ASSET_LIMIT_REACHED);
        assertThat(few.restore(ada, binned).assetId()).isEqualTo(binned);
    }

    @Test
    void keepsWhatWasTakenOutOfTheBinAtTheLastMoment() {
        var id = assets.add(ada, picture("red"), "1.jpg").assetId();
        var media = assets.get(ada, id).media();
        var rows = TestAssets.rows(DATABASE);
        assets.delete(ada, id);
        var end = Instant.parse("2100-01-01T00:00:00Z");
        assertThat(rows.deletedBefore(end, 10))
                .extracting(JdbcAssets.Deleted::id)
                .contains(id);

        assets.restore(ada, id);
        assertThat(rows.purge(ada, id, end)).isEmpty();

        assertThat(assets.get(ada, id).asset().filename()).isEqualTo("1.jpg");
        assets.delete(ada, id);
        assertThat(rows.purge(ada, id, Instant.EPOCH)).isEmpty();
        assertThat(rows.purge(ada, id, end)).map(JdbcAssets.Deleted::media).hasValue(media);
        assertThat(rows.purge(ada, id, end)).isEmpty();
    }

    @Test
    void emptiesTheBinWhenItsTimeHasCome() {
        var id = assets.add(ada, picture("red"), "1.jpg").assetId();
        var media = assets.get(ada, id).media();
        assets.delete(ada, id);
        var clock = new SettableClock();
        var upkeep = TestAssets.upkeep(DATABASE, store, clock);

        upkeep.emptyBin();
        assertThat(list(ada, null, 10)).isEmpty();
        assertThat(store.exists(media)).isTrue();
        clock.advance(Duration.ofDays(30));
        upkeep.emptyBin();

        assertThat(store.exists(media)).isFalse();
    }

    @Test
    void forgetsWhereAPageEndedWhenNobodyIsLeftToTurnIt() {
        var id = assets.add(ada, picture("red"), "1.jpg").assetId();
        assets.purge(ada, id);
        var unreleased = assets.add(ada, picture("green"), "2.jpg").assetId();
        // Whoever deleted this died over it.
        TestAssets.rows(DATABASE).purge(ada, unreleased, null);

        TestAssets.upkeep(DATABASE, store, Clock.systemUTC()).forgetPurged();
        assertThat(list(ada, id, 10)).isEmpty();
        var later = Clock.offset(Clock.systemUTC(), Upkeep.LAST_PAGE.plusDays(1));
        TestAssets.upkeep(DATABASE, store, later).forgetPurged();

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> list(ada, id, 10))
                .extracting(CodedException::code)
                .isEqualTo(CommonErrorCode.FIELD_INVALID);
        assertThat(list(ada, unreleased, 10)).isEmpty();
    }

    @Test
    void knowsWhoHasAnObjectWithoutLookingThroughAll() {
        var database = DATABASE.dataSource();
        var jdbc = JdbcClient.create(database);

        var plan = new TransactionTemplate(new JdbcTransactionManager(database)).execute(status -> {
            // There are too few rows for it to be worth it.
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("""
                            explain select exists (select 1 from materials.asset
                                where storage_path = 'materials/x.jpg' and not is_purged)""").query(String.class).list();
        });

        assertThat(String.join("\n", plan)).contains("Index Cond: (storage_path =");
    }

    @Test
    void measuresWhatCameIn() {
        var photo = assets.add(ada, picture("red"), "1.jpg").assetId();
        var sound = assets.add(
                        ada, GeneratedMedia.tone(work.resolve("tone.wav"), 440, Duration.ofMillis(300)), "tone.wav")
                .assetId();
        assertThat(assets.get(ada, photo).asset().traits()).isNull();

        TestAssets.measuring(DATABASE, store, TestAssets.SOON).describeAll();

        var traits = assets.get(ada, photo).asset().traits();
        assertThat(traits.tags()).containsExactly("landscape", "red", "dark");
        assertThat(traits.audible()).isFalse();
        assertThat(assets.get(ada, sound).asset().traits().audible()).isTrue();
        assertThat(words(ada)).contains("red 1", "landscape 1", "tone 1");
    }

    @Test
    void countsEveryWordAsOftenAsThereAreFilesWithIt() {
        var first = assets.add(ada, picture("red"), "bees.jpg").assetId();
        var second = assets.add(ada, picture("green"), "Bee on a meadow.jpg").assetId();
        assertThat(words(ada)).containsExactly("a 1", "bee 2", "meadow 1", "on 1");

        assets.change(ada, second, change("Wiese", null, List.of("Bienen", "Fleiß")));
        assets.delete(ada, first);

        assertThat(words(ada)).containsExactly("a 1", "bee 1", "bienen 1", "fleiss 1", "meadow 1", "on 1", "wiese 1");
        assets.restore(ada, first);
        assertThat(words(ada)).contains("bee 2");
    }

    private static AssetChange change(String category, String description, List<String> tags) {
        return new AssetChange(null, category, tags, description, null, null, null, null);
    }

    private static List<String> words(UserId owner) {
        return DATABASE.jdbc()
                .sql(
                        "select word || ' ' || assets from materials.asset_word where user_id = :user order by word collate \"C\"")
                .param("user", owner.value())
                .query(String.class)
                .list();
    }

    private List<Asset> list(UserId owner, @Nullable AssetId after, int limit) {
        return assets.list(owner, ALL, after, limit);
    }

    @Test
    void keepsTheSameFileOfAnOwnerOnce() {
        var first = assets.add(ada, picture("red"), "1.jpg", null);
        var again = assets.add(ada, picture("red"), "2.jpg", null);
        var others = assets.add(bob, picture("red"), "1.jpg", null);

        assertThat(first.isNew()).isTrue();
        assertThat(again).isEqualTo(new Assets.Added(first.asset(), false));
        assertThat(others.isNew()).isTrue();
        assertThat(others.asset().assetId()).isNotEqualTo(first.asset().assetId());
        assertThat(list(ada, null, 10)).containsExactly(first.asset());

        assets.delete(ada, first.asset().assetId());
        assertThat(assets.add(ada, picture("red"), "3.jpg", null).isNew()).isTrue();
    }

    @Test
    void keepsTheSameFileOnceThatComesTwiceAtATime() throws Exception {
        var file = picture("red");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Asset> adding = () -> assets.add(ada, file, "a.jpg", null).asset();
            var ids = new HashSet<AssetId>();
            for (var added : threads.invokeAll(Collections.nCopies(4, adding))) {
                ids.add(added.get().assetId());
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(list(ada, null, 10)).hasSize(1);
    }

    @Test
    void refusesAFileWithAnotherChecksum() {
        var file = picture("red");
        var right = Digests.ofFile(file);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> assets.add(ada, file, "a.jpg", "0".repeat(64)))
                .withMessageContaining(right)
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.CHECKSUM_MISMATCH);
        assertThat(list(ada, null, 10)).isEmpty();
        assertThat(assets.add(ada, file, "a.jpg", right.toUpperCase(Locale.ROOT))
                        .isNew())
                .isTrue();
    }

    @Test
    void takesAPictureWithWordsOfADocumentForAPicture() throws IOException {
        var file = Corpus.all().stream()
                .filter(next -> next.name().equals("pdf_in.jpg"))
                .findFirst()
                .orElseThrow()
                .in(work);

        assertThat(assets.add(ada, file, "pdf_in.jpg").fileType()).isEqualTo(Asset.Type.IMAGE);
    }

    @Test
    void refusesWhatDoesNotFitItsName() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> assets.add(ada, picture("red"), "film.mp4"))
                .extracting(CodedException::code)
                .isEqualTo(FfmpegErrorCode.MEDIA_UNSUPPORTED);
        assertThat(list(ada, null, 10)).isEmpty();
    }

    private Path picture(String color) {
        return GeneratedMedia.plainImage(work.resolve(color + ".jpg"), color, 40, 30);
    }

    private static void assertMissing(Runnable call) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(call::run)
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.ASSET_NOT_FOUND);
    }
}

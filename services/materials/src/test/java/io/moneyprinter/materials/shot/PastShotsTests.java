package io.moneyprinter.materials.shot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.MaterialsModule;
import io.moneyprinter.materials.asset.AssetFixture;
import io.moneyprinter.materials.image.TestImages;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.openai.OpenAiImageStandIn;
import io.moneyprinter.materials.provider.pexels.PexelsStandIn;
import io.moneyprinter.materials.provider.pexels.PexelsStandIn.Clip;
import io.moneyprinter.materials.variant.TestVariants;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.service.retention.Findings;
import io.moneyprinter.service.retention.Pointing;
import io.moneyprinter.service.retention.Retention;
import io.moneyprinter.service.store.KeyColumn;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoreProperties;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.database.TestDatabase;
import io.moneyprinter.testing.store.ForwardingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.util.unit.DataSize;

/** What becomes of clips and pictures when time passes, with the rows of another service beside ours. */
class PastShotsTests {

    private static final Duration KEEP = Duration.ofDays(90);
    private static final Duration LATER = KEEP.plusDays(1);

    /** A year. */
    private static final Duration LONG_AGO = Duration.ofDays(365);

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    private final ProviderStandIn pexels = ProviderStandIn.start();
    private final ProviderStandIn model = ProviderStandIn.start();
    private final UserId user = new UserId("user-" + UUID.randomUUID());
    private final VideoId video = new VideoId("video-" + UUID.randomUUID());

    @TempDir
    Path work;

    private ObjectStore store;
    private Path clip;
    private Shots shots;

    @BeforeEach
    void open() throws IOException {
        store = Intakes.store(work.resolve("home"));
        clip = GeneratedMedia.video(work.resolve("clip.mp4"), 90, 160, 25, 25);
        PexelsStandIn.offers(pexels, clip, new Clip(1, 8, 90));
        OpenAiImageStandIn.makes(
                model, Files.readAllBytes(GeneratedMedia.plainImage(work.resolve("red.png"), "red", 90, 160)));
        DATABASE.jdbc().sql("""
                        truncate materials.stock_search, materials.stock_clip, materials.stock_use, materials.stock_film, materials.shot,
                            materials.generated_image, materials.asset cascade;
                        drop schema if exists films cascade;
                        create schema films;
                        create table films.result (video text, result text)""").update();
        shots = shots(store);
    }

    @AfterEach
    void stop() {
        pexels.close();
        model.close();
    }

    @Test
    void forgetsInTimeWhatNoVideoShows() {
        var footage = media(shots.shot(request(0, MaterialSource.STOCK)));
        var picture = media(shots.shot(request(1, MaterialSource.GENERATED)));

        past(KEEP.minusDays(1)).sweep();
        assertThat(rows("stock_clip") + rows("generated_image") + rows("shot")).isEqualTo(4);
        assertThat(collect(KEEP.minusDays(1)).collected().count()).isZero();

        past(LATER).sweep();

        // As when the process dies here: objects without rows.
        assertThat(rows("stock_clip") + rows("generated_image") + rows("shot")).isZero();
        assertThat(store.exists(footage) && store.exists(picture)).isTrue();
        assertAgrees(LATER);
        // That was a look, after which they stay for the grace.
        assertThat(collect(LATER).collected().count()).isEqualTo(2);
        assertThat(store.exists(footage) || store.exists(picture)).isFalse();
        assertAgrees(LATER);
        // All is made anew.
        assertThat(media(shots.shot(request(0, MaterialSource.STOCK)))).isEqualTo(footage);
        assertThat(store.exists(footage)).isTrue();
    }

    /** The first version is deleted, the second has its pictures from the first and asked nobody. */
    @Test
    void keepsWhatAVersionShowsThatTookItOver() throws IOException {
        var shot = shots.shot(request(0, MaterialSource.STOCK));
        var footage = media(shot);
        row("second version", shot);

        past(Duration.ZERO).forget(user, video);
        past(LONG_AGO).sweep();

        assertThat(rows("shot") + rows("stock_use")).isZero();
        assertThat(rows("stock_clip")).isEqualTo(1);
        assertThat(collect(LONG_AGO).collected().count()).isZero();
        // Somebody else has the same file, and deletes it for good.
        var assets = new AssetFixture(DATABASE, store);
        var other = new UserId("other");
        var same = assets.add(other, clip, "same.mp4");
        assertThat(assets.assets().get(other, same).media()).isEqualTo(footage);
        assets.assets().purge(other, same);
        assertThat(store.exists(footage)).isTrue();
        assertAgrees(LONG_AGO);

        DATABASE.jdbc().sql("delete from films.result").update();
        past(LONG_AGO).sweep();

        assertThat(rows("stock_clip")).isZero();
        assertThat(collect(LONG_AGO).collected().count()).isEqualTo(1);
        assertThat(store.exists(footage)).isFalse();
    }

    /** As when the last owner of the same file deletes it between the object and the row. */
    @Test
    void takesInAgainWhatWasDeletedJustBeforeItsRow() {
        var lost = new HashSet<ObjectKey>();
        shots = shots(new ForwardingStore(store) {
            @Override
            public boolean exists(ObjectKey key) {
                if (super.exists(key) && lost.add(key)) {
                    delete(key);
                }
                return super.exists(key);
            }
        });

        var footage = media(shots.shot(request(0, MaterialSource.STOCK)));
        var picture = media(shots.shot(request(1, MaterialSource.GENERATED)));

        assertThat(lost).containsExactlyInAnyOrder(footage, picture);
        assertThat(store.exists(footage) && store.exists(picture)).isTrue();
        assertThat(model.received()).hasSize(1);
        assertAgrees(Duration.ZERO);
    }

    @Test
    void forgetsFilmsOfWhichNoVideoIsLeft() {
        shots.shot(request(0, MaterialSource.STOCK));

        past(LATER).sweep();
        assertThat(rows("stock_film")).isEqualTo(1);

        past(LATER).forget(user, video);
        past(KEEP.minusDays(1)).sweep();
        assertThat(rows("stock_film")).isEqualTo(1);

        past(LATER).sweep();
        assertThat(rows("stock_film")).isZero();
    }

    @Test
    void forgetsOneVideoOfManyAndOnlyForItsOwner() {
        shots.shot(request(0, MaterialSource.STOCK));

        past(Duration.ZERO).forget(new UserId("somebody-else"), video);
        past(Duration.ZERO).forget(user, new VideoId("another"));
        assertThat(rows("shot") + rows("stock_use")).isEqualTo(2);

        past(Duration.ZERO).forget(user, video);
        assertThat(rows("shot") + rows("stock_use")).isZero();
    }

    @Test
    void remembersWhatWasChosenAgain() {
        shots.shot(request(0, MaterialSource.STOCK));
        shots.shot(request(0, MaterialSource.GENERATED));
        DATABASE.jdbc()
                .sql("update materials.stock_clip set used_at = now() - interval '100 days'")
                .update();
        DATABASE.jdbc()
                .sql("update materials.generated_image set used_at = now() - interval '100 days'")
                .update();
        past(Duration.ZERO).forget(user, video);

        // Of the same words and seed, so that neither is asked for anew.
        shots.shot(request(0, MaterialSource.STOCK));
        shots.shot(request(0, MaterialSource.GENERATED));
        past(Duration.ZERO).forget(user, video);
        past(Duration.ZERO).sweep();

        assertThat(model.received()).hasSize(1);
        assertThat(rows("stock_clip") + rows("generated_image")).isEqualTo(2);
    }

    @Test
    void doesNotForgetWhatIsChosenMeanwhile() {
        shots.shot(request(0, MaterialSource.STOCK));
        DATABASE.jdbc()
                .sql("update materials.stock_clip set used_at = now() - interval '100 days'")
                .update();
        var rows = new JdbcPastShots(DATABASE.jdbc());
        var before = Clock.systemUTC().instant().minus(KEEP);
        var unused = rows.unused(before);
        assertThat(unused).hasSize(1);
        past(Duration.ZERO).forget(user, video);

        shots.shot(request(0, MaterialSource.STOCK));

        assertThat(rows.forgetUnused(unused, before)).isZero();
        assertThat(rows("stock_clip")).isEqualTo(1);
    }

    @Test
    void goesOnWhereItFailed() {
        shots.shot(request(0, MaterialSource.STOCK));
        var picture = media(shots.shot(request(1, MaterialSource.GENERATED)));
        DATABASE.jdbc().sql("""
                        create function films.fail() returns trigger language plpgsql as
                            $$ begin raise exception 'the disk is full'; end $$;
                        create trigger fail before delete on materials.generated_image
                            execute function films.fail()""").update();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> past(LATER).sweep());

        assertThat(rows("stock_clip")).isZero();
        assertThat(rows("generated_image")).isEqualTo(1);
        assertAgrees(LATER);
        assertThat(collect(LATER).collected().count()).isEqualTo(1);
        assertThat(store.exists(picture)).isTrue();
        DATABASE.jdbc().sql("drop trigger fail on materials.generated_image").update();
        past(LATER).sweep();
        assertThat(collect(LATER.plusDays(2)).collected().count()).isEqualTo(1);
        assertAgrees(LATER);
    }

    @Test
    void forgetsAnswersThatNobodyMayUseAnyMore() {
        shots.shot(request(0, MaterialSource.STOCK));

        past(Duration.ofHours(23)).sweep();
        assertThat(rows("stock_search")).isPositive();

        past(Duration.ofHours(25)).sweep();
        assertThat(rows("stock_search")).isZero();
    }

    /** Its rows may be in another database. */
    @Test
    void forgetsNoFileWhenAServiceCannotBeAsked() {
        shots.shot(request(0, MaterialSource.STOCK));
        DATABASE.jdbc().sql("alter schema films rename to elsewhere").update();
        try {
            var columns = new MaterialsModule().keyColumns();
            var all = new ArrayList<>(columns);
            all.add(KeyColumn.within("films.result", "result"));
            past(LATER, all).sweep();
        } finally {
            DATABASE.jdbc().sql("alter schema elsewhere rename to films").update();
        }

        assertThat(rows("stock_clip")).isEqualTo(1);
    }

    @Test
    void refusesToForgetWhatIsStillWorkedOn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnusedProperties(Duration.ofDays(6), Duration.ofHours(1)))
                .withMessage("keep: PT144H (expected: at least PT168H)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnusedProperties(KEEP, Duration.ZERO))
                .withMessageStartingWith("sweep: PT0S");
    }

    private void assertAgrees(Duration later) {
        var found = retention(later, new MaterialsModule().keyColumns()).verify(true);
        assertThat(found.missing()).isEmpty();
        assertThat(found.agree()).isTrue();
    }

    private Findings collect(Duration later) {
        return retention(later, new MaterialsModule().keyColumns()).collect(false);
    }

    /** So much later than now. */
    private PastShots past(Duration later) {
        return past(later, new MaterialsModule().keyColumns());
    }

    private PastShots past(Duration later, List<KeyColumn> columns) {
        return new PastShots(
                new JdbcPastShots(DATABASE.jdbc()),
                retention(later, columns),
                TestShots.properties(),
                new UnusedProperties(KEEP, Duration.ofHours(24)),
                clock(later));
    }

    private Retention retention(Duration later, List<KeyColumn> columns) {
        var properties = new StoreProperties(
                StoreProperties.Kind.LOCAL,
                DataSize.ofGigabytes(1),
                Duration.ofHours(1),
                Duration.ofHours(24),
                Duration.ofDays(30),
                Duration.ofHours(24));
        return new Retention(
                store,
                DATABASE.dataSource(),
                new Pointing(columns, Set.copyOf(new MaterialsModule().namespaces()), Set.of()),
                properties,
                clock(later));
    }

    private static Clock clock(Duration later) {
        return Clock.offset(Clock.systemUTC(), later);
    }

    private static int rows(String table) {
        return DATABASE.jdbc()
                .sql("select count(*) from materials." + table)
                .query(Integer.class)
                .single();
    }

    /** As the service that makes films keeps what it was told. */
    private static void row(String name, Shot shot) {
        DATABASE.jdbc()
                .sql("insert into films.result values (?, ?)")
                .params(name, Json.strict().writeValueAsString(shot))
                .update();
    }

    private static ObjectKey media(Shot shot) {
        return switch (shot.visuals().getFirst()) {
            case Visual.Footage footage -> footage.media();
            case Visual.Still still -> still.image();
            case Visual.Composition composition -> throw new AssertionError("it was drawn: " + composition);
        };
    }

    private Shots shots(ObjectStore store) {
        var json = Json.strict();
        var assets = new AssetFixture(DATABASE, store).assets();
        return new Shots(
                new OwnFiles(
                        assets,
                        new AssetVisuals(
                                (request, photo, position) -> {
                                    throw new AssertionError("no photo is drawn anew");
                                },
                                TestVariants.of(DATABASE, store))),
                TestShots.library(DATABASE, store, assets),
                TestShots.footage(
                        DATABASE, store, PexelsStandIn.asking(pexels, Clock.systemUTC(), ProviderStandIn.KEY)),
                new GeneratedImages(TestImages.asking(
                        DATABASE, store, OpenAiImageStandIn.asking(model, "gpt-image-1", Duration.ofSeconds(10)))),
                request -> {
                    throw new AssertionError("nothing is drawn");
                },
                new JdbcShots(DATABASE.jdbc(), json),
                new JdbcStockClips(DATABASE.dataSource(), json),
                store,
                TestShots.properties(),
                json);
    }

    private ShotRequest request(int index, MaterialSource source) {
        return new ShotRequest(
                user,
                video,
                index,
                6,
                "Bees dance.",
                null,
                List.of("bees"),
                "Why bees dance",
                "en",
                Duration.ofSeconds(4),
                90,
                160,
                7,
                new MaterialSettings(null, List.of(source)));
    }
}

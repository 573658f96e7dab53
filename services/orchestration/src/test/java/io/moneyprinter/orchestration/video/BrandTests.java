package io.moneyprinter.orchestration.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.BrandKit;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.contracts.materials.PhotoTreatment;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.orchestration.RunningOrchestration;
import io.moneyprinter.orchestration.fake.FakeServices;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrandTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("orchestration");
    private static final FakeServices FAKES = new FakeServices();
    private static final AssetId LOGO = new AssetId("logo");
    private static final List<String> BLUE = List.of("#0b5fff", "#ffffff");
    private static final List<String> RED = List.of("#e60023");

    @TempDir
    static Path home;

    private static RunningOrchestration running;
    private static VideoDesk desk;

    @BeforeAll
    static void start() {
        FAKES.assets.put(LOGO, Asset.Type.IMAGE);
        running = RunningOrchestration.start(DATABASE, home, FAKES, RunningOrchestration.HASTE);
        desk = new VideoDesk(running);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void keepABrand() {
        FAKES.brands.put("b1", kit("b1", BLUE));
        FAKES.brands.put("b2", kit("b2", RED));
    }

    @Test
    void drawsWithWhatTheBrandSaidWhenTheVideoWasAccepted() {
        var video = made(Brand.kept("b1"));
        FAKES.brands.put("b1", kit("b1", RED));

        var edited = edited(video, new Edit.Words(0, "A drawn wasp."));

        for (var id : List.of(video, edited)) {
            assertThat(shots(id)).isNotEmpty().allSatisfy(shot -> {
                assertThat(shot.brand().colours()).isEqualTo(BLUE);
                assertThat(shot.brand().headingFont()).isEqualTo("serif");
            });
            assertThat(plan(id).settings().brand().colours()).isEqualTo(BLUE);
            assertThat(desk.view(id).request().videoSettings().brand())
                    .isEqualTo(kit("b1", BLUE).brand());
        }
        assertThat(shots(edited)).extracting(ShotRequest::index).containsExactly(0);
    }

    @Test
    void drawsAgainWhenAnEditNamesAnotherBrandOrTheSameAsItIsNow() {
        var video = made(Brand.kept("b1"));
        FAKES.brands.put("b1", kit("b1", List.of("#00a86b")));

        var other = edited(video, settings(Brand.kept("b2")));
        var anew = edited(video, settings(Brand.kept("b1")));
        var none = edited(video, new Edit.Settings(null, List.of("brand")));

        assertThat(shots(other))
                .singleElement()
                .satisfies(shot -> assertThat(shot.brand().colours()).isEqualTo(RED));
        assertThat(shots(anew))
                .singleElement()
                .satisfies(shot -> assertThat(shot.brand().colours()).containsExactly("#00a86b"));
        assertThat(shots(none))
                .singleElement()
                .satisfies(shot -> assertThat(shot.brand()).isNull());
        // Another look is no reason to show something else.
        assertThat(shots(other))
                .allSatisfy(shot -> assertThat(shot.materials().sources()).containsExactly(MaterialSource.DESIGNED));
    }

    @Test
    void drawsThePhotosOfItsUserAgain() {
        var photos = new MaterialSettings(List.of(LOGO), List.of(MaterialSource.OWN), PhotoTreatment.DUOTONE);
        var look = VideoSettings.DEFAULT.withBrand(Brand.ofColours(BLUE));
        var video = completed(desk.submit(new VideoRequest(
                null, null, "Bees dance.\nOthers follow.", null, null, null, null, null, null, null, look, photos)));

        var other = edited(video, settings(Brand.ofColours(RED)));

        assertThat(shots(other)).hasSize(2).allSatisfy(shot -> {
            assertThat(shot.materials().assetIds()).containsExactly(LOGO);
            assertThat(shot.materials().photos()).isEqualTo(PhotoTreatment.DUOTONE);
            assertThat(shot.brand().colours()).isEqualTo(RED);
        });
        assertThat(plan(other).sentences()).allSatisfy(sentence -> {
            assertThat(sentence.shot().provider()).isEqualTo("own");
            assertThat(sentence.shot().assetIds()).containsExactly(LOGO);
        });
        assertThat(plan(other).sentences().getFirst().shot().visuals())
                .isNotEqualTo(plan(video).sentences().getFirst().shot().visuals());
    }

    @Test
    void takesABrandThatNobodyKeeps() {
        var video = made(Brand.ofColours(RED));

        assertThat(shots(video))
                .isNotEmpty()
                .allSatisfy(shot -> assertThat(shot.brand()).isEqualTo(Brand.ofColours(RED)));
        assertThat(plan(video).settings().picture()).isNull();
    }

    @Test
    void showsTheLogoWhereThereIsNoOtherWatermark() {
        var video = made(Brand.kept("b1"));

        assertThat(plan(video).settings().picture().watermark().assetId()).isEqualTo(LOGO);
        assertThat(plan(video).files().watermark()).isNotNull();
    }

    @Test
    void letsTheRequestSayOtherwise() {
        var video = made(new Brand("b1", null, VisualStyle.SIGNAL, null, null, null));

        assertThat(plan(video).settings().brand().style()).isEqualTo(VisualStyle.SIGNAL);
        assertThat(plan(video).settings().brand().colours()).isEqualTo(BLUE);
    }

    @Test
    void refusesBrandsThatAreNone() {
        var video = made(Brand.ofColours(RED));

        assertThat(refused(Brand.kept("unknown"))).containsExactly("/video_settings/brand/brand_id");
        assertThat(refused(Brand.ofColours(List.of("#0b5fff", "blue"))))
                .containsExactly("/video_settings/brand/colours/1");
        assertThat(refused(Brand.ofColours(List.of()))).containsExactly("/video_settings/brand/colours");
        assertThat(refused(new Brand(null, null, VisualStyle.POSTER, null, null, null)))
                .containsExactly("/video_settings/brand");
        assertThat(refused(new Brand(null, RED, null, "comic", null, new AssetId("nothing"))))
                .contains("/video_settings/brand/heading_font");
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> desk.edit(video, settings(Brand.kept("unknown"))))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/edits/0/video_settings/brand/brand_id"));
    }

    private static List<String> refused(Brand brand) {
        var refusal = Assertions.assertThrows(CodedException.class, () -> desk.submit(request(brand)));
        return refusal.errors().stream().map(FieldError::pointer).toList();
    }

    private static BrandKit kit(String id, List<String> colours) {
        return new BrandKit(id, "Brand", colours, null, "serif", null, LOGO, Instant.EPOCH, Instant.EPOCH);
    }

    private static VideoRequest request(Brand brand) {
        return VideoDesk.script("A drawn bee.\nOthers follow.")
                .withVideoSettings(VideoSettings.DEFAULT.withBrand(brand));
    }

    private static VideoId made(Brand brand) {
        return completed(desk.submit(request(brand)));
    }

    private static Edit settings(Brand brand) {
        return new Edit.Settings(VideoSettings.DEFAULT.withBrand(brand), null);
    }

    private static VideoId edited(VideoId video, Edit edit) {
        return completed(desk.edit(video, edit));
    }

    private static VideoId completed(VideoId id) {
        var status = desk.awaitEnd(id);
        assertThat(status.status()).as("%s", status).isEqualTo(JobStatus.COMPLETED);
        return id;
    }

    private static List<ShotRequest> shots(VideoId id) {
        return FAKES.shots.stream().filter(shot -> shot.videoId().equals(id)).toList();
    }

    private static PlanRequest plan(VideoId id) {
        return FAKES.rendering.plans.stream()
                .filter(plan -> plan.videoId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

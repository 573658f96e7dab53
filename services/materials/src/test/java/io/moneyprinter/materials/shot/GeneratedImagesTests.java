package io.moneyprinter.materials.shot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.PictureProvider;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.SourceFailure;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.image.TestImages;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.provider.automatic1111.Automatic1111StandIn;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.openai.OpenAiImageStandIn;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedImagesTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ProviderStandIn first = ProviderStandIn.start();
    private final ProviderStandIn second = ProviderStandIn.start();
    private final VideoId video = new VideoId("video-" + UUID.randomUUID());

    @TempDir
    Path work;

    private ObjectStore store;
    private ImageGenerator openAi;
    private ImageGenerator webUi;

    @BeforeEach
    void open() throws IOException {
        store = Intakes.store(work.resolve("home"));
        openAi = OpenAiImageStandIn.asking(first, "gpt-image-1", PATIENCE);
        webUi = Automatic1111StandIn.asking(second, PATIENCE);
        OpenAiImageStandIn.makes(first, picture("red"));
        Automatic1111StandIn.makes(second, picture("blue"));
        DATABASE.jdbc().sql("delete from materials.generated_image").update();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void showsWhatTheFirstModelMakes() {
        var shot = fit(images().find(request(0)));

        assertThat(shot.provider()).isEqualTo("openai");
        assertThat(shot.attribution()).isEqualTo("Picture made by gpt-image-1 (openai)");
        assertThat(shot.failures()).isEmpty();
        assertThat(shot.visuals()).singleElement().isInstanceOfSatisfying(Visual.Still.class, still -> {
            assertThat(store.exists(still.image())).isTrue();
            assertThat(still.width()).isEqualTo(90);
            assertThat(still.height()).isEqualTo(160);
        });
        assertThat(shot.scores()).singleElement().satisfies(score -> {
            assertThat(score.source()).startsWith("openai/");
            assertThat(score.reasons()).containsExactly("made for this sentence by gpt-image-1");
        });
        assertThat(first.received().getFirst().body())
                .contains("Bees dance.", "waggle dance", "Why bees dance", "Photograph");
    }

    @Test
    void asksTheNextModelWhenOneFails() {
        var misbehaviours = List.of(
                ProviderStandIn.json(429, "{}"),
                ProviderStandIn.json(401, "{}"),
                ProviderStandIn.json(500, "{}"),
                ProviderStandIn.json(400, "{\"error\":{\"code\":\"moderation_blocked\"}}"),
                ProviderStandIn.json(200, "<html>"),
                ProviderStandIn.json(200, "{\"data\":[{\"b64_json\":\"bm8gcGljdHVyZQ==\"}]}"),
                ProviderStandIn.stall(),
                ProviderStandIn.hangUp());
        var codes = List.of(
                "IMAGE_THROTTLED",
                "IMAGE_KEY_REFUSED",
                "IMAGE_UNAVAILABLE",
                "IMAGE_REFUSED",
                "IMAGE_UNAVAILABLE",
                "IMAGE_UNAVAILABLE",
                "IMAGE_UNAVAILABLE",
                "IMAGE_UNAVAILABLE");
        for (var index = 0; index < misbehaviours.size(); index++) {
            first.always(misbehaviours.get(index));

            var shot = fit(images().find(request(index)));

            assertThat(shot.provider()).isEqualTo("automatic1111");
            assertThat(shot.failures())
                    .extracting(SourceFailure::provider, SourceFailure::code)
                    .containsExactly(tuple("openai", codes.get(index)));
        }
    }

    @Test
    void saysWhyNobodyCould() {
        first.always(ProviderStandIn.json(500, "{}"));
        second.always(ProviderStandIn.json(500, "{\"errors\":\"CUDA out of memory\"}"));

        var finding = images().find(request(0));

        assertThat(finding).isInstanceOfSatisfying(Finding.Nothing.class, nothing -> {
            assertThat(nothing.failures()).hasSize(2);
            assertThat(nothing.reason()).contains("status 500", "CUDA out of memory");
        });
    }

    @Test
    void asksNobodyWithoutAModel() {
        assertThat(new GeneratedImages(TestImages.asking(DATABASE, store)).find(request(0)))
                .isEqualTo(new Finding.Nothing("no image model is set up"));
    }

    @Test
    void paysOnceForAPicture() throws Exception {
        var images = images();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.invokeAll(Stream.<Callable<Finding>>generate(() -> () -> images.find(request(0)))
                    .limit(4)
                    .toList());
            for (var each : asked) {
                assertThat(each.get()).isInstanceOf(Finding.Fit.class);
            }
        }
        // As after a restart.
        fit(images().find(request(0)));

        assertThat(first.received()).hasSize(1);
    }

    /** It takes one picture at a time: those who wait for their turn would wait for each other's time. */
    @Test
    void doesNotWaitOneAfterTheOtherForAServerThatStalls() throws Exception {
        second.always(ProviderStandIn.stall());
        var images = new GeneratedImages(TestImages.asking(DATABASE, store, webUi, openAi));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.invokeAll(IntStream.range(0, 12)
                    .<Callable<Finding>>mapToObj(index -> () -> images.find(request(index)))
                    .toList());
            for (var each : asked) {
                assertThat(fit(each.get()).provider()).isEqualTo("openai");
            }
        }

        // Fewer than four, after which it is left alone.
        assertThat(second.received()).hasSizeBetween(1, 4);
    }

    @Test
    void asksForItselfWhenWhoeverAskedFirstIsCalledOff() throws Exception {
        first.always(ProviderStandIn.stall());
        var images = images();
        var called = new Asking(images);
        awaitRequest();
        var waiting = new Asking(images);
        waiting.awaitStanding();
        OpenAiImageStandIn.makes(first, picture("red"));

        called.thread.interrupt();

        called.assertCalledOff();
        waiting.thread.join();
        assertThat(fit(waiting.finding.get()).provider()).isEqualTo("openai");
    }

    @Test
    void canBeCalledOffWhileAnotherAsksForTheSame() throws Exception {
        first.always(ProviderStandIn.stall());
        var images = images();
        var asking = new Asking(images);
        awaitRequest();
        var waiting = new Asking(images);
        waiting.awaitStanding();

        waiting.thread.interrupt();

        waiting.assertCalledOff();
        asking.thread.join();
        assertThat(fit(asking.finding.get()).provider()).isEqualTo("automatic1111");
    }

    private void awaitRequest() throws InterruptedException {
        while (first.received().isEmpty()) {
            Thread.sleep(5);
        }
    }

    /** Somebody who wants the same picture as others. */
    private final class Asking {

        private final AtomicReference<Finding> finding = new AtomicReference<>();
        private final AtomicReference<CodedException> failure = new AtomicReference<>();
        private final Thread thread;

        private Asking(GeneratedImages images) {
            thread = Thread.ofPlatform().start(() -> {
                try {
                    finding.set(images.find(request(0)));
                } catch (CodedException e) {
                    failure.set(e);
                }
            });
        }

        private void awaitStanding() throws InterruptedException {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(5);
            }
        }

        private void assertCalledOff() throws InterruptedException {
            thread.join();
            assertThat(failure.get().code()).isEqualTo(CommonErrorCode.CANCELLED);
            assertThat(finding).hasNullValue();
        }
    }

    @Test
    void makesItAnewWhenItIsGone() {
        var shot = fit(images().find(request(0)));
        store.delete(((Visual.Still) shot.visuals().getFirst()).image());

        fit(images().find(request(0)));

        assertThat(first.received()).hasSize(2);
    }

    @Test
    void makesAnotherOneForEachSentenceAndWhenOneWasTurnedDown() {
        var shown = fit(images().find(request(0))).scores().getFirst().source();
        var other = fit(images().find(request(1))).scores().getFirst().source();
        var instead = fit(images().find(request(0, shown))).scores().getFirst().source();

        assertThat(List.of(shown, other, instead)).doesNotHaveDuplicates();
        assertThat(first.received()).hasSize(3);
    }

    @Test
    void showsNoneThatIsExcludedHoweverOftenItIsAsked() {
        var shown = Stream.of(0, 1, 2)
                .map(index ->
                        fit(images().find(request(index))).scores().getFirst().source())
                .toList();
        var instead = fit(images().find(request(0, shown.toArray(String[]::new))))
                .scores()
                .getFirst()
                .source();

        // The first one was seen in an earlier version only.
        var again = fit(images().find(request(0, instead, shown.get(1), shown.get(2))));

        assertThat(again.scores().getFirst().source()).isNotIn(instead, shown.get(1), shown.get(2));
    }

    @Test
    void tellsHowModelsAreDoing() {
        first.always(ProviderStandIn.json(500, "{}"));
        var models = TestImages.asking(DATABASE, store, openAi, webUi);
        new GeneratedImages(models).find(request(0));

        assertThat(models.list())
                .extracting(PictureProvider::id, PictureProvider::place, PictureProvider::lastErrorCode)
                .containsExactly(tuple("openai", 1, "IMAGE_UNAVAILABLE"), tuple("automatic1111", 2, null));
    }

    private GeneratedImages images() {
        return new GeneratedImages(TestImages.asking(DATABASE, store, openAi, webUi));
    }

    private byte[] picture(String colour) throws IOException {
        return Files.readAllBytes(GeneratedMedia.plainImage(work.resolve(colour + ".png"), colour, 90, 160));
    }

    private static Shot fit(Finding finding) {
        assertThat(finding).isInstanceOf(Finding.Fit.class);
        return ((Finding.Fit) finding).shot();
    }

    private ShotRequest request(int index, String... exclude) {
        return new ShotRequest(
                new UserId("bee"),
                video,
                index,
                9,
                "Bees dance.",
                null,
                List.of("bees"),
                "Why bees dance",
                "en",
                Duration.ofSeconds(4),
                90,
                160,
                7,
                MaterialSettings.DEFAULT,
                List.of("waggle dance"),
                List.of(exclude),
                null);
    }
}

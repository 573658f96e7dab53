package io.moneyprinter.materials.designed;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.drawing.FontFamily;
import io.moneyprinter.drawing.Look;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnVisualsTests {

    private static final Path HOME = Path.of("target/home");

    private static final List<String> SCRIPT = List.of(
            "Why would a honeybee dance in the dark?",
            "Deep inside the hive, a forager has just found a field of flowers.",
            "She walks in a straight line and then circles back.",
            "The angle of the run points to the sun.",
            "About 85 percent of her sisters find the flowers within minutes.",
            "A single hive can hold 40,000 bees.",
            "Karl von Frisch decoded the dance in 1967.");

    @TempDir
    Path work;

    private ObjectStore store;
    private DrawnVisuals visuals;

    @BeforeEach
    void open() {
        store = new LocalObjectStore(work, Clock.systemUTC());
        visuals = new DrawnVisuals(new DataDirectory(HOME), store);
    }

    @Test
    void givesTheSameShotForTheSameRequest() {
        assertThat(visuals.shot(request(1, 3, 7))).isEqualTo(visuals.shot(request(1, 3, 7)));
    }

    @Test
    void drawsTheSamePixelsInAnotherPlace(@TempDir Path elsewhere) throws IOException {
        var other = new LocalObjectStore(elsewhere, Clock.systemUTC());
        var shot = visuals.shot(request(4, 3, 7));

        new DrawnVisuals(new DataDirectory(HOME), other).shot(request(4, 3, 7));

        for (var layer : layers(shot.visuals().getFirst())) {
            assertThat(Files.mismatch(store.file(layer.image()), other.file(layer.image())))
                    .isEqualTo(-1);
        }
    }

    @Test
    void coversTheCanvasAtEveryTime() {
        for (var i = 0; i < SCRIPT.size(); i++) {
            var ground =
                    layers(visuals.shot(request(i, 3, 7)).visuals().getFirst()).getFirst();
            for (var share : List.of(0.0, 1.0)) {
                var x = ground.x() + share * ground.driftX();
                var y = ground.y() + share * ground.driftY();
                assertThat(x).isLessThanOrEqualTo(0);
                assertThat(y).isLessThanOrEqualTo(0);
                assertThat(x + ground.width()).isGreaterThanOrEqualTo(540);
                assertThat(y + ground.height()).isGreaterThanOrEqualTo(960);
            }
            assertThat(Math.abs(ground.driftX())).isPositive();
        }
    }

    @Test
    void neverShowsTwoNeighboursAlike() {
        for (var seed = 0; seed < 4; seed++) {
            var before = List.<Object>of();
            for (var i = 0; i < SCRIPT.size(); i++) {
                var shot = visuals.shot(request(i, 3, seed));
                var look = new ArrayList<Object>();
                for (var layer : layers(shot.visuals().getFirst())) {
                    look.add(layer.image() + " " + layer.x() + " " + layer.y());
                }
                assertThat(look).isNotEqualTo(before);
                before = look;
            }
        }
    }

    @Test
    void sharesGroundsBetweenSentences() {
        var grounds = new ArrayList<Object>();
        for (var i = 0; i < SCRIPT.size(); i++) {
            grounds.add(layers(visuals.shot(request(i, 3, 5)).visuals().getFirst())
                    .getFirst()
                    .image());
        }

        assertThat(grounds.stream().distinct().count()).isLessThanOrEqualTo(3);
    }

    @Test
    void changesThePictureOfALongSentenceHalfWay() {
        assertThat(visuals.shot(request(2, 5.9, 7)).visuals()).hasSize(1);
        assertThat(visuals.shot(request(2, 6.1, 7)).visuals()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void drawsTheSameForTheSameBrandAndAnythingElseForAnother() {
        var request = request(0, 3, 5);
        var blue = Brand.ofColours(List.of("#0b5fff", "#ffffff"));
        var plain = visuals.shot(request);

        var branded = visuals.shot(request.withBrand(blue));

        assertThat(visuals.shot(request.withBrand(Brand.ofColours(List.of("#0B5FFF", "#FFFFFF")))))
                .isEqualTo(branded);
        assertThat(branded).isNotEqualTo(plain);
        assertThat(visuals.shot(request.withBrand(Brand.ofColours(List.of("#0b5ffe", "#ffffff")))))
                .isNotEqualTo(branded);
        assertThat(visuals.shot(request.withBrand(null))).isEqualTo(plain);
        assertThat(visuals.shot(request.withBrand(Brand.kept("b1")))).isEqualTo(plain);
    }

    @Test
    void takesLettersAndStyleOfTheBrandUnlessTheVideoHasAStyle() {
        var serif = new Brand(null, List.of("#0b5fff"), VisualStyle.SIGNAL, "serif", "rounded", null);

        var ofBrand = Theme.of(5, null, serif);
        var ofVideo = Theme.of(5, VisualStyle.PLAYFUL, serif);

        assertThat(ofBrand.design().look()).isEqualTo(Look.SIGNAL);
        assertThat(ofBrand.motif()).isEqualTo(Theme.Motif.GRID);
        assertThat(ofBrand.design().display()).isEqualTo(FontFamily.SERIF);
        assertThat(ofBrand.design().text()).isEqualTo(FontFamily.ROUNDED);
        assertThat(ofVideo.design().look()).isEqualTo(Look.PLAYFUL);
        assertThat(ofVideo.design().display()).isEqualTo(FontFamily.SERIF);
        assertThat(ofVideo.palette()).isEqualTo(ofBrand.palette());
    }

    @Test
    void hasEverythingOnStageByHalfTimeAndABit() {
        for (var i = 0; i < SCRIPT.size(); i++) {
            for (var layer : layers(visuals.shot(request(i, 2, 7)).visuals().getFirst())) {
                var there = layer.entrance().delay().plus(layer.entrance().duration());
                assertThat(there).isLessThanOrEqualTo(Duration.ofMillis(1_500));
            }
        }
    }

    @Test
    void setsNumbersAtTheRightWhereTextIsReadFromThere() {
        var request = new ShotRequest(
                new UserId("u1"),
                new VideoId("v1"),
                2,
                5,
                "تعيش في الخلية 40000 نحلة.",
                null,
                List.of("نحلة"),
                "النحل",
                "ar",
                Duration.ofSeconds(3),
                540,
                960,
                startAligned(),
                MaterialSettings.DEFAULT);

        var number = layers(visuals.shot(request).visuals().getFirst()).stream()
                .filter(Frame::words)
                .toList();

        assertThat(number)
                .anySatisfy(layer -> assertThat(layer.x() + layer.width()).isGreaterThan(485));
    }

    @Test
    void showsTheWordsOfASentenceThatCannotBeDrawnAsItSays() {
        var failures = new AtomicInteger(1);
        var failing = (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put") && failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("a layout that fails");
                    }
                    return method.invoke(store, arguments);
                });

        var shot = new DrawnVisuals(new DataDirectory(HOME), failing).shot(request(5, 3, 7));

        assertThat(layers(shot.visuals().getFirst()))
                .anyMatch(Frame::words)
                .allMatch(layer -> store.exists(layer.image()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All of the hives together hold 40,000 bees who never sleep",
                "All of the bees in the hive fly out at 7:30 when it is warm",
                "All of the hives together hold 40 000 bees who never sleep well.",
                "All of the hives together hold 40 million bees who never sleep"
            })
    void cutsALongSentenceInNoNumber(String text) {
        var cut = DrawnVisuals.middle(text, "en");

        assertThat(Stream.of(text.substring(0, cut), text.substring(cut))
                        .flatMap(half -> NumberFact.all(half, "en").stream())
                        .map(NumberFact::shown))
                .containsExactlyElementsOf(NumberFact.all(text, "en").stream()
                        .map(NumberFact::shown)
                        .toList());
    }

    @Test
    void drawsAnySentenceOfAnyLanguage() {
        for (var text : List.of(
                "A",
                "1",
                "?!",
                "...",
                "🐝",
                "\u200b",
                "٤٢",
                "１２３",
                "𝟜𝟚 𝟙𝟡𝟡𝟘",
                "½",
                "%",
                "$",
                "-",
                "1/0",
                "99999999999999999999/3",
                "1:2:3:4",
                "Ж".repeat(300),
                "لا".repeat(150),
                "a b ".repeat(90),
                "٥ ٪ ١٩٩٠ ١٩٩٠ ١٩٩٠")) {
            for (var language : List.of("en", "ar", "zh", "th", "tlh")) {
                for (var slot : List.of(2, 3)) {
                    var visuals =
                            this.visuals.shot(request(text, language, slot)).visuals();
                    assertThat(visuals).as(text).isNotEmpty();
                }
            }
        }
    }

    private static ShotRequest request(String text, String language, int slot) {
        return new Samples.Sample(Layout.KINETIC, slot, text, language).request(108, 192, 7, null);
    }

    private static long startAligned() {
        var seed = 0L;
        while (Theme.of(seed, null, null).design().align() != io.moneyprinter.drawing.TextSpec.Align.START) {
            seed++;
        }
        return seed;
    }

    private static List<Visual.Layer> layers(Visual visual) {
        return ((Visual.Composition) visual).layers();
    }

    private static ShotRequest request(int index, double seconds, long seed) {
        return new ShotRequest(
                new UserId("u1"),
                new VideoId("v1"),
                index,
                SCRIPT.size(),
                SCRIPT.get(index),
                null,
                List.of("dance", "hive", "flowers", "sun"),
                "Why bees dance",
                "en",
                Duration.ofMillis((long) (seconds * 1000)),
                540,
                960,
                seed,
                MaterialSettings.DEFAULT);
    }
}

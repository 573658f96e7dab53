package io.moneyprinter.materials.traits;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Asset.Type;
import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.contracts.materials.AssetTraits.Colour;
import io.moneyprinter.contracts.materials.AssetTraits.FreeArea;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTraitsTests {

    @TempDir
    Path work;

    private ObjectStore store;
    private int photos;

    @BeforeEach
    void open() {
        store = Intakes.store(work.resolve("home"));
    }

    @ParameterizedTest
    @CsvSource({
        "0x3060c0, blue, medium",
        "0x101010, black, dark",
        "0xf4f4f4, white, bright",
        "0x808080, grey, medium",
        "0x30a040, green, medium",
        "0x6b3f1d, brown, dark",
        "0xf5d020, yellow, bright",
        "0xff9ec4, pink, bright"
    })
    void namesColours(String pixel, String name, String brightness) {
        var traits = photo(filter("color").with("color", pixel).with("size", "40x80"));

        assertThat(traits.colours()).singleElement().satisfies(colour -> {
            assertThat(colour.name()).isEqualTo(name);
            assertThat(colour.share()).isEqualTo(1);
        });
        assertThat(traits.tags()).containsExactly("portrait", name, brightness);
        assertThat(traits.motion()).isNull();
        assertThat(traits.scenes()).isEmpty();
    }

    @Test
    void findsWhereWordsCanBeRead() {
        var calmBelow = photo(
                filter("testsrc2").with("size", "96x96"),
                filter("drawbox")
                        .with("y", 60)
                        .with("w", 96)
                        .with("h", 36)
                        .with("color", "navy")
                        .with("t", "fill"));
        var calmNowhere =
                photo(filter("cellauto").with("size", "48x48").with("rule", 30).with("random_seed", 1));

        assertThat(calmBelow.freeArea()).isEqualTo(FreeArea.BOTTOM);
        assertThat(calmNowhere.freeArea()).isNull();
    }

    @Test
    void findsCutsAndWhatMovesBetweenThem() {
        // Blue for two seconds, then what moves.
        var both = film(
                4,
                filter("testsrc2").with("size", "96x54").with("rate", 24),
                filter("drawbox")
                        .with("w", 96)
                        .with("h", 54)
                        .with("color", "blue")
                        .with("t", "fill")
                        .with("enable", "lt(n,48)"));

        var traits = TestTraits.in(store).of(both, Type.VIDEO, 96, 54, Duration.ofSeconds(4));

        assertThat(traits.scenes()).hasSize(2);
        var first = traits.scenes().getFirst();
        var second = traits.scenes().getLast();
        assertThat(first.end()).isEqualTo(second.start()).isCloseTo(2, Offset.offset(0.13));
        assertThat(second.end()).isCloseTo(4, Offset.offset(0.13));
        assertThat(first.motion()).isZero();
        assertThat(second.motion()).isGreaterThan(0.02);
        assertThat(traits.tags()).contains("landscape", "blue", "silent");
        assertThat(traits.colours()).extracting(Colour::name).contains("blue");
    }

    @Test
    void measuresASingleFrame() {
        var key = new ObjectKey("materials/single.mp4");
        store.put(
                key,
                GeneratedMedia.silentVideo(
                        work.resolve("single.mp4"),
                        filter("color")
                                .with("color", "red")
                                .with("size", "96x54")
                                .with("rate", 25),
                        filter("trim").with("end_frame", 1)));

        var traits = TestTraits.in(store).of(key, Type.VIDEO, 96, 54, Duration.ofMillis(40));

        assertThat(traits.scenes()).hasSize(1);
        assertThat(traits.motion()).isZero();
        assertThat(traits.tags()).contains("landscape", "red", "silent");
    }

    @Test
    void seesNoCutInAPan() {
        var pan = film(
                2,
                filter("testsrc2").with("size", "192x54").with("rate", 24),
                filter("crop").with("w", 96).with("h", 54).with("x", "n*2").with("y", 0));

        assertThat(TestTraits.in(store)
                        .of(pan, Type.VIDEO, 96, 54, Duration.ofSeconds(2))
                        .scenes())
                .hasSize(1);
    }

    @Test
    void hearsWhetherThereIsSound() {
        var key = new ObjectKey("materials/tone.mp4");
        store.put(key, GeneratedMedia.video(work.resolve("tone.mp4"), 96, 54, 24, 12));

        assertThat(TestTraits.in(store)
                        .of(key, Type.VIDEO, 96, 54, Duration.ofMillis(500))
                        .tags())
                .contains("sound");
    }

    private AssetTraits photo(Filter... filters) {
        // What was stored first stays.
        var key = new ObjectKey("materials/photo-%d.png".formatted(photos++));
        store.put(key, GeneratedMedia.image(work.resolve("photo.png"), filters));
        return TestTraits.in(store).of(key, Type.IMAGE, 40, 80, Duration.ZERO);
    }

    private ObjectKey film(int seconds, Filter... filters) {
        var all = new Filter[filters.length + 1];
        System.arraycopy(filters, 0, all, 0, filters.length);
        all[filters.length] = filter("trim").with("end_frame", 24 * seconds);
        var key = new ObjectKey("materials/film.mp4");
        store.put(key, GeneratedMedia.silentVideo(work.resolve("film.mp4"), all));
        return key;
    }
}

package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Corner;
import io.moneyprinter.contracts.video.Watermark;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.video.source.SourceFacts;
import io.moneyprinter.video.source.Sources;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LogoTests {

    private static final Canvas CANVAS = new Canvas(180, 320, 30);

    @TempDir
    Path work;

    private LocalObjectStore store;
    private Sources sources;

    @BeforeEach
    void setUp() {
        store = new LocalObjectStore(work.resolve("store"), Clock.systemUTC());
        sources = new Sources(store, SharedFfmpeg.ffmpeg().probe());
    }

    @Test
    void standsInTheTopRightCornerUnlessTold() {
        var logo =
                Logo.of(mark(null, null, null, null), facts(GeneratedMedia.plainImage(png(), "red", 200, 100)), CANVAS);

        assertThat(logo).isEqualTo(new Logo(146, 8, 26, 12, 0.85));
    }

    @ParameterizedTest
    @EnumSource
    void isSeenInEveryCornerAndNowhereElse(Corner corner) {
        var watermark = mark(corner, 20.0, 5.0, 1.0);
        var key = put(GeneratedMedia.plainImage(png(), "red", 100, 100));
        var logo = Logo.of(watermark, sources.facts(key), CANVAS);

        var shown = shown(logo, key, 4);

        assertThat(shown.count()).isEqualTo(4);
        assertThat(shown.red(3, logo.x() + logo.width() / 2, logo.y() + logo.height() / 2))
                .isGreaterThan(240);
        var outside = 0;
        for (var y = 0; y < CANVAS.height(); y++) {
            for (var x = 0; x < CANVAS.width(); x++) {
                var inside = x >= logo.x() - 2
                        && x < logo.x() + logo.width() + 2
                        && y >= logo.y() - 2
                        && y < logo.y() + logo.height() + 2;
                outside += !inside && shown.red(3, x, y) > 20 ? 1 : 0;
            }
        }
        assertThat(outside).isZero();
    }

    @Test
    void letsThePictureThroughAsMuchAsAsked() {
        var key = put(GeneratedMedia.plainImage(png(), "white", 100, 100));
        var logo = Logo.of(mark(Corner.CENTER, 40.0, 0.0, 0.5), sources.facts(key), CANVAS);

        assertThat(shown(logo, key, 1).brightness(0, 90, 160)).isCloseTo(128, within(4.0));
    }

    @Test
    void keepsWhatIsTransparentWithoutDarkEdges() {
        // White in the middle of transparent black, as drawing programs write it.
        var file = made(
                "alpha.png",
                List.of(
                        filter("color").with("color", "black").with("size", "200x200"),
                        filter("format").with("pix_fmts", "rgba"),
                        filter("geq")
                                .with("r", "255*lt(hypot(X-100,Y-100),80)")
                                .with("g", "255*lt(hypot(X-100,Y-100),80)")
                                .with("b", "255*lt(hypot(X-100,Y-100),80)")
                                .with("a", "255*lt(hypot(X-100,Y-100),80)")));
        var key = put(file);
        var logo = Logo.of(mark(Corner.CENTER, 40.0, 0.0, 1.0), sources.facts(key), CANVAS);

        var shown = shown(logo, key, 1, "white");

        assertThat(shown.mean(0)).isGreaterThan(253);
    }

    @ParameterizedTest
    @CsvSource({"2000, 10", "10, 2000", "33, 77", "1, 1"})
    void fitsPicturesOfAnyShape(int width, int height) {
        var key = put(GeneratedMedia.plainImage(png(), "red", width, height));

        var logo = Logo.of(mark(Corner.BOTTOM_RIGHT, 100.0, 4.0, 1.0), sources.facts(key), CANVAS);

        assertThat(logo.x() + logo.width()).isLessThanOrEqualTo(CANVAS.width());
        assertThat(logo.y() + logo.height()).isLessThanOrEqualTo(CANVAS.height());
        assertThat(List.of(logo.x(), logo.y(), logo.width(), logo.height()))
                .allMatch(value -> value >= 0 && value % 2 == 0);
        assertThat(shown(logo, key, 2).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"logo.jpg, yuvj420p", "logo.webp, yuv420p", "logo.png, pal8", "logo.png, ya8", "logo.png, rgb48be"})
    void takesEveryKindOfImage(String name, String pixels) {
        var file = made(
                name,
                List.of(
                        filter("color").with("color", "white").with("size", "90x60"),
                        filter("format").with("pix_fmts", pixels.equals("pal8") ? "rgb8" : pixels)));
        var key = put(file);
        var logo = Logo.of(mark(Corner.CENTER, 50.0, 0.0, 1.0), sources.facts(key), CANVAS);

        assertThat(shown(logo, key, 2).brightness(1, 90, 160)).isGreaterThan(245);
    }

    private Pixels shown(Logo logo, ObjectKey image, int frames) {
        return shown(logo, image, frames, "black");
    }

    private Pixels shown(Logo logo, ObjectKey image, int frames, String ground) {
        var chains = new Chains();
        var below = chains.chain(
                List.of(),
                List.of(
                        filter("color")
                                .with("color", ground)
                                .with("size", "180x320")
                                .with("rate", 30),
                        filter("trim").with("end_frame", frames),
                        filter("format").with("pix_fmts", "yuv420p")));
        return Pixels.of(chains, logo.over(chains, below, store.file(image)), 180, 320, work);
    }

    private Path made(String name, List<Filter> filters) {
        var chains = new Chains();
        var file = work.resolve(name);
        var end = chains.chain(List.of(), filters);
        Ffmpeg.require(SharedFfmpeg.ffmpeg()
                .run(
                        FfmpegCommand.of(
                                List.of(),
                                chains.graph(),
                                Output.to(file, end).with("frames:v", 1).with("update", 1)),
                        Duration.ofMinutes(1)));
        return file;
    }

    private Path png() {
        return work.resolve("logo.png");
    }

    private SourceFacts facts(Path file) {
        return sources.facts(put(file));
    }

    private ObjectKey put(Path file) {
        var key = new ObjectKey("media/" + file.getFileName());
        store.put(key, file);
        return key;
    }

    private static Watermark mark(
            @Nullable Corner corner, @Nullable Double width, @Nullable Double margin, @Nullable Double opacity) {
        return new Watermark(new AssetId("logo"), corner, width, margin, opacity);
    }
}

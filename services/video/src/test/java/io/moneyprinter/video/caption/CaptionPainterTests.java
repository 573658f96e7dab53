package io.moneyprinter.video.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.video.CaptionSettings.Mode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.TimeRange;
import io.moneyprinter.video.plan.CaptionStrip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionPainterTests {

    private static final FrameRate RATE = FrameRate.of(30);

    private static final CaptionLayout LAYOUT = CaptionLayout.of(1080, 1920, CaptionStyle.DEFAULT);

    private final CaptionPainter painter = new CaptionPainter(Path.of("target/home"));

    @TempDir
    Path work;

    @Test
    void coversEveryFrameWithPicturesOfOneSize() throws IOException {
        var strip = paint(track("Every bee that comes home dances", 500), 0, 300);

        var first = ImageIO.read(strip.pictures().getFirst().file().toFile());
        for (var picture : strip.pictures()) {
            var image = ImageIO.read(picture.file().toFile());
            assertThat(image.getWidth()).isEven().isEqualTo(first.getWidth());
            assertThat(image.getHeight()).isEven().isEqualTo(first.getHeight());
        }
        assertThat(strip.pictures().stream()
                        .mapToLong(CaptionStrip.Picture::frames)
                        .sum())
                .isEqualTo(300);
        assertThat(visible(strip.pictures().getFirst())).isZero();
        assertThat(visible(strip.pictures().get(1))).isPositive();
        assertThat(visible(strip.pictures().getLast())).isZero();
    }

    @Test
    void isEmptyWhereNothingIsSaid() {
        assertThat(paint(track("Every bee", 500), 200, 100).pictures()).isEmpty();
    }

    @Test
    void changesThePictureExactlyWhenAWordBegins() {
        var track = track("Every bee that comes home dances", 500);
        var starts = track.cues().stream()
                .flatMap(cue -> cue.words().stream())
                .map(word -> word.range().start().value())
                .toList();

        var strip = paint(track, 0, 300);

        var changes = new ArrayList<Long>();
        var at = 0L;
        for (var picture : strip.pictures()) {
            changes.add(at);
            at += picture.frames();
        }
        assertThat(changes).containsAll(starts);
    }

    @Test
    void leavesNothingCutOffAtTheEdges() throws IOException {
        var strip = paint(track("Extraordinarily incomprehensible Donaudampfschifffahrtsgesellschaft", 0), 0, 100);

        for (var picture : strip.pictures()) {
            var image = ImageIO.read(picture.file().toFile());
            for (var x = 0; x < image.getWidth(); x++) {
                assertThat(image.getRGB(x, 0) >>> 24).isLessThan(16);
                assertThat(image.getRGB(x, image.getHeight() - 1) >>> 24).isLessThan(16);
            }
            for (var y = 0; y < image.getHeight(); y++) {
                assertThat(image.getRGB(0, y) >>> 24).isLessThan(16);
                assertThat(image.getRGB(image.getWidth() - 1, y) >>> 24).isLessThan(16);
            }
        }
    }

    @Test
    void namesCharactersThatCannotBeDrawn() {
        painter.requireDrawable(List.of("Fine 🐝", "مرحبا", "你好"));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> painter.requireDrawable(List.of("ok", "bad \uE123")))
                .withMessageContaining("U+E123")
                .extracting(CodedException::code)
                .isEqualTo(CaptionErrorCode.CHARACTERS_NOT_DRAWABLE);
    }

    private static CaptionTrack track(String text, long startMillis) {
        return CueBuilder.build(
                "en",
                List.of(Passage.of(CueBuilderTests.spoken(text, startMillis), "en")),
                RATE,
                Mode.PHRASE,
                LAYOUT.columns(CaptionStyle.DEFAULT));
    }

    private CaptionStrip paint(CaptionTrack track, long first, long frames) {
        return painter.paint(track, CaptionStyle.DEFAULT.appearance(), LAYOUT, TimeRange.of(first, frames, RATE), work);
    }

    private static List<Path> files(CaptionStrip strip) {
        return strip.pictures().stream()
                .flatMap(picture -> Collections.nCopies((int) picture.frames(), picture.file()).stream())
                .toList();
    }

    private static int visible(CaptionStrip.Picture picture) throws IOException {
        var image = ImageIO.read(picture.file().toFile());
        var visible = 0;
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                visible += image.getRGB(x, y) >>> 24 == 0 ? 0 : 1;
            }
        }
        return visible;
    }
}

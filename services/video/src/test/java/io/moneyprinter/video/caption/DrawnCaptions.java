package io.moneyprinter.video.caption;

import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.TimeRange;
import io.moneyprinter.video.plan.CaptionStrip;
import io.moneyprinter.video.plan.Utterance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A sentence as captions, drawn on a canvas, for tests to look at. */
final class DrawnCaptions {

    static final FrameRate RATE = FrameRate.of(30);

    final CaptionStyle style;
    final CaptionLayout layout;
    final CaptionTrack track;
    private final Path work;
    private final CaptionPainter painter = new CaptionPainter(Path.of("target/home"));

    DrawnCaptions(Path work, int width, int height, CaptionSettings settings, String language, Utterance sentence) {
        this.work = work;
        this.style = CaptionStyle.of(settings);
        this.layout = CaptionLayout.of(width, height, style);
        var passages = List.of(Passage.of(sentence, language));
        var built = CueBuilder.build(language, passages, RATE, style.mode(), layout.columns(style));
        this.track = TextCasing.apply(built, style.textCase());
    }

    static DrawnCaptions tall(Path work, String settings, String text) {
        return new DrawnCaptions(
                work, 1080, 1920, CaptionStyleTests.settings(settings), "en", CueBuilderTests.spoken(text, 0));
    }

    CaptionStrip strip(long first, long frames) {
        return painter.paint(track, style.appearance(), layout, TimeRange.of(first, frames, RATE), work);
    }

    /** For every frame its picture. */
    List<Path> files(long first, long frames) {
        var files = new ArrayList<Path>();
        for (var picture : strip(first, frames).pictures()) {
            for (var i = 0; i < picture.frames(); i++) {
                files.add(picture.file());
            }
        }
        return files;
    }

    /** The pixels of the canvas that are of some kind, as left, top, right and bottom; null for none. */
    record Extent(int left, int top, int right, int bottom) {}

    @Nullable
    Extent extent(long frame, IntPredicate kind) {
        var strip = strip(frame, 1);
        if (strip.pictures().isEmpty()) {
            return null;
        }
        try {
            var image = ImageIO.read(strip.pictures().getFirst().file().toFile());
            Extent extent = null;
            for (var y = 0; y < image.getHeight(); y++) {
                for (var x = 0; x < image.getWidth(); x++) {
                    if (kind.test(image.getRGB(x, y))) {
                        var at = new Extent(strip.x() + x, strip.y() + y, strip.x() + x, strip.y() + y);
                        extent = extent == null
                                ? at
                                : new Extent(
                                        Math.min(extent.left, at.left),
                                        extent.top,
                                        Math.max(extent.right, at.right),
                                        at.bottom);
                    }
                }
            }
            return extent;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a caption", e);
        }
    }

    static boolean solid(int pixel) {
        return pixel >>> 24 > 200;
    }

    static boolean near(int pixel, int color) {
        return solid(pixel)
                && Math.abs((pixel >> 16 & 255) - (color >> 16 & 255)) < 30
                && Math.abs((pixel >> 8 & 255) - (color >> 8 & 255)) < 30
                && Math.abs((pixel & 255) - (color & 255)) < 30;
    }
}

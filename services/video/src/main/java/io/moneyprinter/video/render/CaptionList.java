package io.moneyprinter.video.render;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.TimeRange;
import io.moneyprinter.video.plan.CaptionStrip;
import io.moneyprinter.video.plan.Captioning;
import io.moneyprinter.video.plan.ChunkPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the captions of a chunk as pictures and a list of how long each is seen. */
final class CaptionList {

    private CaptionList() {}

    /** Null when nothing is seen. */
    static ChunkCommand.@Nullable Captions write(
            ChunkPlan chunk,
            String language,
            Canvas canvas,
            CaptionSettings settings,
            Captioning captioning,
            Path directory) {
        if (chunk.captions().isEmpty()) {
            return null;
        }
        var rate = FrameRate.of(canvas.fps());
        var track = new CaptionTrack(
                language, chunk.captions().stream().map(cue -> cue.toCue(rate)).toList());
        var range = TimeRange.of(0, chunk.frames(), rate);
        var strip = captioning.paint(track, canvas, settings, range, directory);
        if (strip.pictures().isEmpty()) {
            return null;
        }
        try {
            var list = Files.writeString(directory.resolve("captions.ffconcat"), text(strip, canvas));
            return new ChunkCommand.Captions(list, strip.x(), strip.y());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write captions into " + directory, e);
        }
    }

    static String text(CaptionStrip strip, Canvas canvas) {
        var text = new StringBuilder("ffconcat version 1.0\n");
        for (var picture : strip.pictures()) {
            // Times are kept in units of the frame rate: milliseconds instead of the usual 1/25.
            text.append("file '")
                    .append(picture.file().toAbsolutePath().toString().replace("'", "'\\''"));
            text.append("'\noption framerate 1000\n");
            text.append(String.format(Locale.ROOT, "duration %.6f%n", (double) picture.frames() / canvas.fps()));
        }
        return text.toString();
    }
}

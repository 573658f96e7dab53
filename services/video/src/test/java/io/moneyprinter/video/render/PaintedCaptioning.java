package io.moneyprinter.video.render;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.Cue;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.TimeRange;
import io.moneyprinter.video.plan.CaptionStrip;
import io.moneyprinter.video.plan.Captioning;
import io.moneyprinter.video.plan.Utterance;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Captions that are white bars: one for each of the given ranges of frames. */
final class PaintedCaptioning implements Captioning {

    private final List<TimeRange> ranges;
    String version = "1";

    PaintedCaptioning(List<TimeRange> ranges) {
        this.ranges = ranges;
    }

    static TimeRange range(long start, long frames) {
        return TimeRange.of(start, frames, FrameRate.of(Film.CANVAS.fps()));
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String look(Canvas canvas, CaptionSettings settings) {
        return "";
    }

    @Override
    public CaptionTrack shown(CaptionTrack track, CaptionSettings settings) {
        return track;
    }

    @Override
    public String ass(CaptionTrack track, Canvas canvas, CaptionSettings settings) {
        return "";
    }

    @Override
    public CaptionTrack cues(
            String language, Canvas canvas, CaptionSettings settings, List<Utterance> utterances, long frames) {
        var cues =
                ranges.stream().map(range -> new Cue(range, "bar", List.of())).toList();
        return new CaptionTrack(language, cues);
    }

    @Override
    public void check(CaptionSettings settings, boolean burnt) {}

    @Override
    public List<String> undrawable(List<String> texts) {
        return List.of();
    }

    @Override
    public String srt(CaptionTrack track) {
        return "";
    }

    @Override
    public String vtt(CaptionTrack track) {
        return "";
    }

    @Override
    public CaptionStrip paint(
            CaptionTrack track, Canvas canvas, CaptionSettings settings, TimeRange range, Path directory) {
        var bar = image(directory.resolve("bar.png"), Color.WHITE);
        var empty = image(directory.resolve("empty.png"), new Color(0, true));
        var pictures = new ArrayList<CaptionStrip.Picture>();
        for (var frame = 0L; frame < range.duration().value(); frame++) {
            var at = range(frame, 1);
            var seen = track.cues().stream().anyMatch(cue -> cue.range().overlaps(at));
            pictures.add(new CaptionStrip.Picture(seen ? bar : empty, 1));
        }
        return new CaptionStrip(40, 200, merged(pictures));
    }

    private static Path image(Path file, Color color) {
        var image = new BufferedImage(100, 40, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return file;
    }

    private static List<CaptionStrip.Picture> merged(List<CaptionStrip.Picture> frames) {
        var merged = new ArrayList<CaptionStrip.Picture>();
        for (var frame : frames) {
            if (!merged.isEmpty() && merged.getLast().file().equals(frame.file())) {
                frame = new CaptionStrip.Picture(
                        frame.file(), merged.removeLast().frames() + 1);
            }
            merged.add(frame);
        }
        return merged;
    }
}

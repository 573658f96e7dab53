package io.moneyprinter.video.caption;

import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.TimeRange;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Prints what the captions of a minute of fast speech cost in each preset, painted in chunks of four seconds. */
final class CaptionCost {

    private static final FrameRate RATE = FrameRate.of(30);
    private static final int CHUNKS = 15;

    private CaptionCost() {}

    public static void main(String[] arguments) throws IOException {
        for (var preset : CaptionPresets.all()) {
            paint(CaptionStyle.of(preset.settings()));
            var before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var pictures = paint(CaptionStyle.of(preset.settings()));
            var seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
            System.out.printf("%-12s %4d pictures, %.2f CPU seconds%n", preset.name(), pictures, seconds);
        }
    }

    private static long paint(CaptionStyle style) throws IOException {
        var layout = CaptionLayout.of(1080, 1920, style);
        var passages = new ArrayList<Passage>();
        for (var i = 0; i < 12; i++) {
            var sentence = "Every bee that comes home dances, and the dance is a map of flowers";
            passages.add(Passage.of(CueBuilderTests.spoken(sentence, i * 5_000L), "en"));
        }
        var built = CueBuilder.build("en", passages, RATE, style.mode(), layout.columns(style));
        var track = TextCasing.apply(built, style.textCase());
        var painter = new CaptionPainter(Path.of("target/home"));
        var pictures = 0L;
        for (var chunk = 0; chunk < CHUNKS; chunk++) {
            var directory = Files.createTempDirectory("captions");
            painter.paint(track, style.appearance(), layout, TimeRange.of(chunk * 120L, 120, RATE), directory);
            try (var files = Files.list(directory)) {
                for (var file : files.toList()) {
                    pictures++;
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
        return pictures;
    }
}

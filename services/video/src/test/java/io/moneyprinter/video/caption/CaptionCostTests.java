package io.moneyprinter.video.caption;

import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.TimeRange;
import io.moneyprinter.video.plan.Utterance;
import java.lang.management.ManagementFactory;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionCostTests {
    @TempDir Path work;
    @Test
    void sheet() throws Exception {
        PresetSheet.main(new String[] {"/tmp/caption-presets.png"});
    }

    @Test
    void cost() throws Exception {
        var rate = FrameRate.of(30);
        var painter = new CaptionPainter(Path.of("target/home"));
        for (var round = 0; round < 1; round++)
        for (var preset : CaptionPresets.all()) {
            var style = CaptionStyle.of(preset.settings());
            var layout = CaptionLayout.of(1080, 1920, style);
            var passages = new ArrayList<Passage>();
            for (var i = 0; i < 12; i++) {
                passages.add(Passage.of(CueBuilderTests.spoken("Every bee that comes home dances, and the dance is a map of flowers " + i, i * 5000L), "en"));
            }
            var track = TextCasing.apply(CueBuilder.build("en", passages, rate, style.mode(), layout.columns(style)), style.textCase());
            var before = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
            var count = 0; var bytes = 0L; var areas = 0L;
            for (var chunk = 0; chunk < 15; chunk++) {
                var dir = work.resolve(preset.name() + chunk + round);
                var strip = painter.paint(track, style.appearance(), layout, TimeRange.of(chunk * 120, 120, rate), dir);
                for (var f : dir.toFile().listFiles()) { count++; bytes += f.length(); }
            }
            var used = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() - before;
            System.out.printf("COST %s %d: %.2f s, %d cues, %d pictures, %d KB%n", preset.name(), round, used / 1e9, track.cues().size(), count, bytes / 1000);
        }
    }
}

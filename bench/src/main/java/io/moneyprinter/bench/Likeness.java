package io.moneyprinter.bench;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much the pictures of two films look alike: structural similarity (SSIM) over all planes, 1 for the same.
 *
 * @param frames that were compared
 * @param mean of all frames
 * @param least of any frame
 */
record Likeness(long frames, double mean, double least) {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String ALL_PLANES = "All:";

    /** @param work where a file can be written for a while */
    static Likeness of(Path one, Path other, Ffmpeg ffmpeg, Path work) throws IOException {
        var perFrame = work.resolve("ssim.txt");
        try {
            var compared = Pad.label("compared");
            var graph = new FilterGraph(List.of(new FilterGraph.Chain(
                    List.of(Pad.video(0), Pad.video(1)),
                    List.of(filter("ssim").with("stats_file", perFrame)),
                    List.of(compared))));
            var inputs = List.of(Input.of(one), Input.of(other));
            Ffmpeg.require(ffmpeg.run(FfmpegCommand.of(inputs, graph, Output.nothing(compared)), PATIENCE));
            var values = Files.readAllLines(perFrame).stream()
                    .mapToDouble(Likeness::ofFrame)
                    .summaryStatistics();
            return new Likeness(values.getCount(), values.getAverage(), values.getMin());
        } finally {
            Files.deleteIfExists(perFrame);
        }
    }

    private static double ofFrame(String line) {
        var from = line.indexOf(ALL_PLANES) + ALL_PLANES.length();
        return Double.parseDouble(line.substring(from, line.indexOf(' ', from)));
    }
}

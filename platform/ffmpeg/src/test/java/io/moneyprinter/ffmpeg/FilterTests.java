package io.moneyprinter.ffmpeg;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterTests {

    @Test
    void printsNumbersWithoutExponentAndNeedlessZeros() {
        var xfade = filter("xfade").with("duration", 0.5).with("offset", 1e-7).with("n", 1_000_000_000L);

        assertThat(xfade).hasToString("xfade=duration=0.5:offset=0:n=1000000000");
    }

    @Test
    void printsOneChainPerLine() {
        var graph = new FilterGraph(List.of(
                new Chain(List.of(Pad.video(0)), List.of(filter("hflip"), filter("vflip")), List.of(Pad.label("a"))),
                new Chain(List.of(Pad.label("a"), Pad.video(1)), List.of(filter("vstack")), List.of(Pad.label("b")))));

        assertThat(graph).hasToString("[0:v:0]hflip,vflip[a];\n[a][1:v:0]vstack[b]");
    }

    @Test
    void escapesWhateverStandsInAPath(@TempDir Path work) throws Exception {
        var awkward = Files.createDirectory(work.resolve("it's: a [test], ok; \\ 100%"));
        var source = TestMedia.image(awkward.resolve("a.png"), 16, 16);
        var out = work.resolve("out.png");
        var movie = filter("movie").with("filename", source);

        var graph = new FilterGraph(List.of(new Chain(List.of(), List.of(movie), List.of(Pad.label("v")))));
        var command = FfmpegCommand.of(
                List.of(),
                graph,
                Output.to(out, Pad.label("v")).with("frames:v", 1).with("update", 1));
        var outcome = TestMedia.FFMPEG.run(command, Duration.ofSeconds(30));

        assertThat(outcome).isInstanceOf(Outcome.Finished.class);
        assertThat(out).isNotEmptyFile();
    }
}

package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.OutputSettings.Container;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.video.encode.Codec;
import io.moneyprinter.video.encode.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What FFmpeg is told on the way from chunks to a film. Pure. */
final class FilmCommands {

    private static final Pad PICTURE = Pad.label("picture");

    private FilmCommands() {}

    /**
     * All chunks and the sound in one file; no picture is encoded again. Sound is, where the mix is not what the
     * profile wants: from the mix, which loses less than anybody hears.
     */
    static FfmpegCommand join(Path chunks, Path sound, Canvas canvas, Profile profile, Path file) {
        var output = plain(Output.to(file, Pad.video(0), Pad.audio(1))
                        .with("c:v", "copy")
                        .with(profile.audio().settings()))
                .with(tag(profile));
        var clocked = profile.container() == Container.WEBM
                ? output
                : output.with("video_track_timescale", 512 * canvas.fps());
        return FfmpegCommand.of(List.of(parts(chunks), Input.of(sound)), FilterGraph.EMPTY, clocked);
    }

    /** The film with its index at the start, so that it plays before it is loaded, and with a title. */
    static FfmpegCommand optimise(Path joined, String title, Profile profile, Path file) {
        var output = plain(Output.to(file, Pad.video(0), Pad.audio(0)).with("c", "copy"))
                .with(tag(profile))
                .with(index(profile))
                .with("metadata", "title=" + title.replaceAll("\\p{Cc}", " "))
                .with("metadata", "comment=Made with MoneyPrinter");
        return FfmpegCommand.of(Input.of(joined), output);
    }

    private static List<Option> index(Profile profile) {
        return switch (profile.container()) {
            case MP4 -> List.of(faststart(profile), edits(profile), Option.of("brand", "mp42"));
            case MOV -> List.of(faststart(profile), edits(profile));
            case WEBM -> List.of(Option.of("cues_to_front", 1));
        };
    }

    private static Option edits(Profile profile) {
        return Option.of("use_editlist", profile.platform().takesEditLists() ? 1 : 0);
    }

    /** Without edit lists pictures have to begin at zero by themselves; sound is 21 ms late then, which nobody hears. */
    private static Option faststart(Profile profile) {
        var offsets = profile.platform().takesEditLists() ? "" : "+negative_cts_offsets";
        return Option.of("movflags", "+faststart" + offsets);
    }

    /** Apple's players know HEVC by this name only. */
    private static List<Option> tag(Profile profile) {
        return profile.codec() == Codec.HEVC ? List.of(Option.of("tag:v", "hvc1")) : List.of();
    }

    /**
     * A chunk made smaller.
     *
     * @param step of how many frames one is kept
     * @param offset the first frame that is kept
     */
    static FfmpegCommand scale(Path chunk, Canvas canvas, int step, int offset, List<Option> encoding, Path file) {
        var filters = new ArrayList<Filter>();
        if (step > 1) {
            filters.add(filter("select").with("expr", "not(mod(n-%d,%d))".formatted(offset, step)));
        }
        filters.add(filter("scale").with("w", canvas.width()).with("h", canvas.height()));
        filters.add(filter("setsar").with("sar", 1));
        filters.add(filter("settb").with("expr", "1/" + canvas.fps()));
        filters.add(filter("setpts").with("expr", "N"));
        var chains = new Chains();
        var large = chains.input(Input.of(chunk).with("threads", 1));
        var output = SmallVersion.beside(chains, chains.chain(large, filters), canvas, encoding, file);
        return FfmpegCommand.of(chains.inputs(), chains.graph(), output);
    }

    /** The small versions of all chunks and a sound as small, for a slow line. */
    static FfmpegCommand preview(Path chunks, Path smallSound, Canvas canvas, Path file) {
        var output = plain(Output.to(file, Pad.video(0, SmallVersion.STREAM), Pad.audio(1)))
                .with("c", "copy")
                .with("video_track_timescale", 512 * canvas.fps())
                .with("movflags", "+faststart");
        return FfmpegCommand.of(List.of(parts(chunks), Input.of(smallSound)), FilterGraph.EMPTY, output);
    }

    /** The sound of a film for its preview. */
    static FfmpegCommand smallSound(Path sound, Path file) {
        return FfmpegCommand.of(Input.of(sound), small(Output.to(file, Pad.audio(0))));
    }

    /** The same of a film whose chunks are gone. */
    static FfmpegCommand shrink(Path joined, Canvas canvas, Path file) {
        var chains = new Chains();
        var large = chains.input(Input.of(joined).with("threads", 1));
        var output = SmallVersion.alone(chains, large, canvas, file);
        return FfmpegCommand.of(chains.inputs(), chains.graph(), small(output));
    }

    private static Output small(Output output) {
        return plain(output)
                .with("c:a", "aac")
                .with("aac_coder", "fast")
                .with("b:a", "64k")
                .with("ac", 1)
                .with("movflags", "+faststart");
    }

    /** A list of parts as one film. */
    static Input parts(Path list) {
        return Input.of(list).with("f", "concat").with("safe", 0);
    }

    /** Nothing of the sources but pictures and sound, and no trace of the machine. */
    static Output plain(Output output) {
        return output.with("map_metadata", -1).with("map_chapters", -1).with("fflags", "+bitexact");
    }
}

package io.moneyprinter.video.audio;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.MediaFormat;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import java.nio.file.Path;
import java.util.List;

/** What FFmpeg is told on the way from narration and music to the sound of a film. Pure. */
final class MixCommands {

    private static final int RATE = NarrationTrack.SAMPLE_RATE;
    private static final Pad OUT = Pad.label("out");
    private static final Pad VOICE = Pad.label("voice");
    private static final Pad BED = Pad.label("bed");
    private static final Pad KEY = Pad.label("key");
    private static final Pad DUCKED = Pad.label("ducked");

    /** The bed goes down this long before the voice comes: 60 ms. */
    private static final int LOOK_AHEAD = 2_880;

    private MixCommands() {}

    /** Any audio file of a known format to 16-bit stereo at our rate, at most {@code samples} long. */
    static FfmpegCommand decode(Path file, MediaFormat format, long samples, Path wav) {
        var input = Input.of(file).with("protocol_whitelist", "file").with("f", format.demuxer());
        var graph = graph(chain(
                List.of(Pad.audio(0)),
                OUT,
                filter("aresample").with("sample_rate", RATE),
                filter("aformat").with("sample_fmts", "s16").with("channel_layouts", "stereo"),
                filter("atrim").with("end_sample", samples)));
        return FfmpegCommand.of(List.of(input), graph, Output.to(wav, OUT).with("c:a", "pcm_s16le"));
    }

    /** A part of a file of ours, from and to a sample, as music is listened to: one channel of bare samples. */
    static FfmpegCommand listen(Path wav, long from, long to, int sampleRate, Path raw) {
        var graph = graph(chain(
                List.of(Pad.audio(0)),
                OUT,
                filter("atrim").with("start_sample", from).with("end_sample", to),
                filter("asetpts").with("expr", "PTS-STARTPTS"),
                filter("aresample").with("sample_rate", sampleRate),
                filter("aformat").with("sample_fmts", "flt").with("channel_layouts", "mono")));
        return FfmpegCommand.of(List.of(Input.of(wav)), graph, raw(raw));
    }

    /** Speech of ours at another pace. */
    static FfmpegCommand faster(Path speech, double tempo, Path wav) {
        var graph = graph(chain(
                List.of(Pad.audio(0)),
                OUT,
                filter("atempo").with("tempo", tempo),
                filter("aformat").with("sample_fmts", "s16")));
        return FfmpegCommand.of(
                List.of(Input.of(speech)), graph, Output.to(wav, OUT).with("c:a", "pcm_s16le"));
    }

    /** How loud a file of ours is. */
    static FfmpegCommand measure(Path file) {
        var graph = graph(chain(
                List.of(Pad.audio(0)),
                OUT,
                stereo(),
                filter("ebur128").with("peak", "true").with("framelog", "quiet")));
        return FfmpegCommand.of(List.of(Input.of(file)), graph, Output.nothing(OUT));
    }

    /** The voice, cleaned and evened out, and how loud it became. {@code gain} brings it to where the compressor works. */
    static FfmpegCommand voice(Path narration, double gain, Path raw) {
        var graph = graph(chain(
                List.of(Pad.audio(0)),
                OUT,
                filter("aformat").with("sample_fmts", "fltp"),
                filter("highpass").with("frequency", 80),
                volume(gain),
                filter("deesser").with("i", 0.3),
                filter("acompressor")
                        .with("threshold", amplitude(-16))
                        .with("ratio", 2.5)
                        .with("attack", 5)
                        .with("release", 120)
                        .with("knee", 4),
                filter("ebur128").with("framelog", "quiet")));
        return FfmpegCommand.of(List.of(Input.of(narration)), graph, raw(raw));
    }

    /**
     * The levels of a mix in decibels.
     *
     * @param voice gain of the voice
     * @param bed gain of the music where nobody speaks
     */
    record Levels(double voice, double bed) {}

    /** Voice over music that makes way for it. */
    static FfmpegCommand mix(Path voice, Path bed, Levels levels, long samples, Path raw) {
        var graph = graph(
                new Chain(
                        List.of(Pad.audio(0)),
                        List.of(volume(levels.voice()), filter("asplit").with("outputs", 2)),
                        List.of(Pad.label("one"), Pad.label("early"))),
                chain(List.of(Pad.label("one")), VOICE, stereo()),
                chain(
                        List.of(Pad.label("early")),
                        KEY,
                        filter("atrim").with("start_sample", LOOK_AHEAD),
                        filter("asetpts").with("expr", "PTS-STARTPTS"),
                        filter("apad").with("whole_len", samples)),
                chain(List.of(Pad.audio(1)), BED, bed(levels.bed(), samples)),
                chain(List.of(BED, KEY), DUCKED, duck()),
                chain(
                        List.of(VOICE, DUCKED),
                        OUT,
                        filter("amix")
                                .with("inputs", 2)
                                .with("duration", "longest")
                                .with("normalize", 0)));
        return FfmpegCommand.of(List.of(raw(voice, "mono"), Input.of(bed)), graph, raw(raw));
    }

    /** Music where nobody ever speaks. */
    static FfmpegCommand alone(Path bed, double gain, long samples, Path raw) {
        var graph = graph(chain(List.of(Pad.audio(0)), OUT, bed(gain, samples)));
        return FfmpegCommand.of(List.of(Input.of(bed)), graph, raw(raw));
    }

    /** The finished sound. */
    static FfmpegCommand encode(Path raw, Path m4a) {
        var output = Output.to(m4a, Pad.audio(0))
                .with("c:a", "aac")
                .with("b:a", "192k")
                // At this rate the fast coder is four times faster and far closer to the original than the default.
                .with("aac_coder", "fast")
                .with("ar", RATE)
                .with("ac", 2)
                // The length in the container is as exact as its clock; the usual clock ticks in milliseconds.
                .with("movie_timescale", RATE)
                .with("movflags", "+faststart");
        return FfmpegCommand.of(raw(raw, "stereo"), output);
    }

    private static Filter[] bed(double gain, long samples) {
        var in = Math.min(samples / 8, RATE / 2);
        var out = Math.min(samples / 4, 5L * RATE / 2);
        return new Filter[] {
            filter("aformat").with("sample_fmts", "fltp"),
            volume(gain),
            filter("afade").with("type", "in").with("start_sample", 0).with("nb_samples", in),
            filter("afade")
                    .with("type", "out")
                    .with("start_sample", samples - out)
                    .with("nb_samples", out)
                    .with("curve", "qsin")
        };
    }

    /** A low ratio over a long way: how far the bed goes down hardly depends on how loud a word is. */
    private static Filter duck() {
        return filter("sidechaincompress")
                .with("threshold", amplitude(-40))
                .with("ratio", 1.4)
                .with("attack", 80)
                .with("release", 1_200)
                .with("knee", 2)
                .with("link", "maximum")
                .with("detection", "rms");
    }

    /** Samples and nothing else, which need no reading of headers and no conversion. */
    private static Input raw(Path file, String layout) {
        return Input.of(file).with("f", "f32le").with("sample_rate", RATE).with("ch_layout", layout);
    }

    private static Output raw(Path file) {
        return Output.to(file, OUT).with("f", "f32le").with("c:a", "pcm_f32le");
    }

    private static Filter stereo() {
        return filter("aformat").with("channel_layouts", "stereo");
    }

    private static Filter volume(double decibels) {
        return filter("volume").with("volume", amplitude(decibels)).with("precision", "float");
    }

    private static double amplitude(double decibels) {
        return Math.pow(10, decibels / 20);
    }

    private static Chain chain(List<Pad> inputs, Pad output, Filter... filters) {
        return new Chain(inputs, List.of(filters), List.of(output));
    }

    private static FilterGraph graph(Chain... chains) {
        return new FilterGraph(List.of(chains));
    }
}

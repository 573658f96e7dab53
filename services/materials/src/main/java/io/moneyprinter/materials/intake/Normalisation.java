package io.moneyprinter.materials.intake;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.MediaFormat;
import io.moneyprinter.ffmpeg.MediaInfo;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Probe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a file is made anew. Pure: from what a file holds to the command that makes ours of it. */
enum Normalisation {
    /** Opaque pictures; as good as the original to the eye. */
    JPEG("jpg"),
    /** Pictures that one can see through. */
    PNG("png"),
    /** Every video: upright, square pixels, even sizes, 8 bits, the colours of ordinary screens. */
    H264("mp4"),
    /** Sound that came without loss stays without loss. */
    PCM("wav"),
    /** Sound that came compressed. */
    AAC("m4a");

    private static final int LONGEST_SIDE = 3840;
    private static final Pad PICTURE = Pad.label("picture");
    private static final Pad SOUND = Pad.label("sound");

    private final String extension;

    Normalisation(String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    static Normalisation of(MediaInfo info) {
        return switch (info.kind()) {
            case IMAGE -> info.alpha() ? PNG : JPEG;
            case VIDEO -> H264;
            case AUDIO -> info.format() == MediaFormat.WAV || info.format() == MediaFormat.FLAC ? PCM : AAC;
        };
    }

    FfmpegCommand command(Path file, MediaInfo info, Path made) {
        var chains = new ArrayList<Chain>();
        var pads = new ArrayList<Pad>();
        if (info.kind() != MediaInfo.Kind.AUDIO) {
            chains.add(new Chain(List.of(Pad.video(0)), picture(info), List.of(PICTURE)));
            pads.add(PICTURE);
        }
        if (info.audible()) {
            chains.add(new Chain(List.of(Pad.audio(0)), sound(), List.of(SOUND)));
            pads.add(SOUND);
        }
        var output = Output.to(made, pads.toArray(Pad[]::new)).with(options());
        return FfmpegCommand.of(List.of(Probe.input(file, info)), new FilterGraph(chains), output)
                .with(Option.flag("xerror"));
    }

    private List<Filter> picture(MediaInfo info) {
        var longest = Math.max(info.width(), info.height());
        var shrink = Math.min(1.0, (double) LONGEST_SIDE / longest);
        var scale = filter("scale")
                .with("width", side(info.width() * shrink))
                .with("height", side(info.height() * shrink))
                .with("flags", "lanczos+accurate_rnd");
        if (this == JPEG) {
            scale = scale.with("out_color_matrix", "bt601").with("out_range", "pc");
        }
        if (this == H264) {
            scale = scale.with("out_color_matrix", "bt709").with("out_range", "tv");
            if (info.hdr()) {
                scale = scale.with("out_transfer", "bt709")
                        .with("out_primaries", "bt709")
                        .with("intent", "perceptual");
            }
        }
        return List.of(scale, filter("setsar").with("sar", 1), filter("format").with("pix_fmts", pixels()));
    }

    /** Even for video, as H.264 with halved colour has it. */
    private long side(double pixels) {
        return this == H264 ? Math.max(2, 2 * Math.round(pixels / 2)) : Math.max(1, Math.round(pixels));
    }

    private String pixels() {
        return switch (this) {
            case JPEG -> "yuvj444p";
            case PNG -> "rgba";
            case H264, PCM, AAC -> "yuv420p";
        };
    }

    private static List<Filter> sound() {
        return List.of(filter("aformat").with("sample_rates", 48_000).with("channel_layouts", "stereo|mono"));
    }

    private List<Option> options() {
        var options = new ArrayList<Option>();
        options.add(Option.of("map_metadata", -1));
        options.add(Option.of("map_chapters", -1));
        options.add(Option.of("fflags", "+bitexact"));
        options.addAll(
                switch (this) {
                    case JPEG ->
                        List.of(
                                Option.of("c:v", "mjpeg"),
                                Option.of("q:v", 2),
                                Option.of("frames:v", 1),
                                Option.of("update", 1),
                                Option.of("f", "image2"));
                    case PNG ->
                        List.of(
                                Option.of("c:v", "png"),
                                Option.of("frames:v", 1),
                                Option.of("update", 1),
                                Option.of("f", "image2"));
                    case H264 ->
                        List.of(
                                Option.of("c:v", "libx264"),
                                Option.of("preset", "veryfast"),
                                Option.of("crf", 18),
                                // Cuts start anywhere in a clip: a key picture is never far.
                                Option.of("g", 60),
                                Option.of("colorspace", "bt709"),
                                Option.of("color_primaries", "bt709"),
                                Option.of("color_trc", "bt709"),
                                Option.of("color_range", "tv"),
                                Option.of("c:a", "aac"),
                                Option.of("b:a", "192k"),
                                Option.of("fps_mode", "vfr"),
                                Option.of("movflags", "+faststart"),
                                Option.of("f", "mp4"));
                    case PCM -> List.of(Option.of("c:a", "pcm_s16le"), Option.of("f", "wav"));
                    case AAC ->
                        List.of(
                                Option.of("c:a", "aac"),
                                Option.of("b:a", "192k"),
                                Option.of("movflags", "+faststart"),
                                Option.of("f", "ipod"));
                });
        return options;
    }
}

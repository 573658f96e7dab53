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
import io.moneyprinter.ffmpeg.SourcePictures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a file is made anew. Pure: from what a file holds to the command that makes ours of it. */
enum Normalisation {
    /** Opaque pictures; as good as the original to the eye. */
    JPEG("jpg"),
    /** Pictures that one can see through, and those brighter than ordinary screens. */
    PNG("png"),
    /**
     * Every opaque video: upright, square pixels, even sizes, whole frames, 8 bits, the colours of ordinary screens.
     * What is brighter than those keeps its colours, in 10 bits: what shows it maps fewer and smaller pictures.
     */
    H264("mp4"),
    /** The same for videos that one can see through. */
    VP9("webm"),
    /** Sound that came without loss stays without loss. */
    PCM("wav"),
    /** Sound that came compressed. */
    AAC("m4a");

    /** Lines from which on colours are those of high definition, where a file does not say it. */
    private static final int HIGH_DEFINITION = 720;

    /** FFmpeg turns what it puts together, and tells the size to filters only. */
    private static final String TILED_SIDE = "max(1,round(%%s*min(1,%d/max(iw,ih))))".formatted(Intake.LONGEST_SIDE);

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
            case IMAGE -> info.alpha() || info.hdr() ? PNG : JPEG;
            case VIDEO -> info.alpha() ? VP9 : H264;
            case AUDIO -> info.format() == MediaFormat.WAV || info.format() == MediaFormat.FLAC ? PCM : AAC;
        };
    }

    /** @param colours what the numbers of a picture mean, empty where they mean sRGB */
    FfmpegCommand command(Path file, MediaInfo info, Optional<ColourProfile> colours, Path made) {
        var chains = new ArrayList<Chain>();
        var pads = new ArrayList<Pad>();
        if (info.kind() != MediaInfo.Kind.AUDIO) {
            var source = info.tiled() ? Pad.tiles(0) : Pad.video(0);
            chains.add(new Chain(List.of(source), picture(info, colours), List.of(PICTURE)));
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

    private List<Filter> picture(MediaInfo info, Optional<ColourProfile> colours) {
        var filters = new ArrayList<Filter>();
        if (info.interlaced()) {
            filters.add(SourcePictures.deinterlaced());
        }
        filters.add(scale(info));
        if (isVideo() && info.widePrimaries() != null) {
            filters.add(ordinary(info.widePrimaries()));
        }
        filters.add(filter("setsar").with("sar", 1));
        colours.ifPresent(profile -> {
            filters.addAll(profile.filters(info.alpha()));
            if (this == JPEG) {
                filters.add(asJpeg(filter("scale")));
            } else {
                // Encoders of PNG write what the frames say.
                filters.add(filter("setparams").with("color_primaries", "bt709").with("color_trc", "iec61966-2-1"));
            }
        });
        filters.add(filter("format").with("pix_fmts", pixels(info)));
        if (!isVideo()) {
            // Encoders of pictures write what cameras said beside them, the place included.
            filters.add(filter("sidedata").with("mode", "delete"));
        }
        if (isVideo() && !info.hdr()) {
            // Encoders write what the frames say, not what their options say.
            filters.add(filter("setparams")
                    .with("range", "tv")
                    .with("color_primaries", "bt709")
                    .with("color_trc", "bt709")
                    .with("colorspace", "bt709"));
        }
        return filters;
    }

    private Filter scale(MediaInfo info) {
        var longest = Math.max(info.width(), info.height());
        var shrink = Math.min(1.0, (double) Intake.LONGEST_SIDE / longest);
        var scale = filter("scale")
                .with("width", info.tiled() ? TILED_SIDE.formatted("iw") : side(info.width() * shrink))
                .with("height", info.tiled() ? TILED_SIDE.formatted("ih") : side(info.height() * shrink))
                .with("flags", "lanczos+accurate_rnd");
        if (!isVideo()) {
            return this == JPEG ? asJpeg(scale) : scale;
        }
        if (info.colorMatrix() == null) {
            scale = scale.with("in_color_matrix", usualMatrix(info));
        }
        if (!info.hdr()) {
            scale = scale.with("out_color_matrix", "bt709");
        } else if (info.colorMatrix() == null) {
            scale = scale.with("out_color_matrix", "bt2020");
        }
        return scale.with("out_range", "tv");
    }

    /** What a screen of telephones or cinemas shows, on an ordinary one; after scaling, where the matrix is known. */
    private static Filter ordinary(String primaries) {
        var filter = filter("zscale").with("primariesin", primaries).with("primaries", "bt709");
        for (var name : List.of("transfer", "matrix")) {
            filter = filter.with(name + "in", "bt709").with(name, "bt709");
        }
        return filter.with("rangein", "tv").with("range", "tv");
    }

    private static Filter asJpeg(Filter scale) {
        return scale.with("out_color_matrix", "bt601").with("out_range", "pc");
    }

    /** What players take for the colours of a file that does not say it. */
    private static String usualMatrix(MediaInfo info) {
        if (info.hdr()) {
            return "bt2020";
        }
        return Math.min(info.width(), info.height()) < HIGH_DEFINITION ? "bt601" : "bt709";
    }

    private boolean isVideo() {
        return this == H264 || this == VP9;
    }

    /** Even for video, as it is coded with halved colour. */
    private long side(double pixels) {
        return isVideo() ? Math.max(2, 2 * Math.round(pixels / 2)) : Math.max(1, Math.round(pixels));
    }

    private String pixels(MediaInfo info) {
        return switch (this) {
            case JPEG -> "yuvj444p";
            case PNG -> info.hdr() ? "rgba64be" : "rgba";
            case H264, PCM, AAC -> info.hdr() ? "yuv420p10le" : "yuv420p";
            // Deeper ones have nothing to see through.
            case VP9 -> "yuva420p";
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
                                // Every film that shows it decodes it: that costs half as much, for larger files.
                                Option.of("tune", "fastdecode"),
                                // Frames that refer to later ones make a variable rate seem shorter than it is.
                                Option.of("bf", 0),
                                // Cuts start anywhere in a clip: a key picture is never far.
                                Option.of("g", 60),
                                Option.of("c:a", "aac"),
                                Option.of("b:a", "192k"),
                                Option.of("fps_mode", "vfr"),
                                Option.of("movflags", "+faststart"),
                                Option.of("f", "mp4"));
                    case VP9 ->
                        List.of(
                                Option.of("c:v", "libvpx-vp9"),
                                Option.of("deadline", "realtime"),
                                Option.of("cpu-used", 6),
                                Option.of("row-mt", 1),
                                Option.of("crf", 18),
                                Option.of("b:v", 0),
                                // Frames that are not shown have no second picture for what is transparent.
                                Option.of("auto-alt-ref", 0),
                                Option.of("g", 60),
                                Option.of("c:a", "libopus"),
                                Option.of("b:a", "160k"),
                                Option.of("fps_mode", "vfr"),
                                Option.of("f", "webm"));
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

package io.moneyprinter.materials.picture;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How pictures are written, the smallest files first. */
public enum PictureFormat {
    AVIF,
    WEBP,
    JPEG,
    PNG;

    /** The end of a file's name. */
    public String extension() {
        return this == JPEG ? "jpg" : name().toLowerCase(Locale.ROOT);
    }

    public String mimeType() {
        return "image/" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether it keeps what can be seen through; FFmpeg writes AVIF without. */
    public boolean transparent() {
        return this == WEBP || this == PNG;
    }

    /** What every client knows. */
    public static PictureFormat usual(boolean alpha) {
        return alpha ? PNG : JPEG;
    }

    /** The last filters before the encoder. */
    public List<Filter> pixels(boolean alpha) {
        var filters = new ArrayList<Filter>();
        switch (this) {
            case AVIF -> {
                filters.add(converted("pc"));
                filters.add(format("yuv420p"));
                // Decoders take for granted what is not said, each something else.
                filters.add(filter("setparams")
                        .with("range", "pc")
                        .with("color_primaries", "bt709")
                        .with("color_trc", "iec61966-2-1")
                        .with("colorspace", "smpte170m"));
            }
            case WEBP -> {
                if (alpha) {
                    filters.add(format("bgra"));
                } else {
                    filters.add(converted("tv"));
                    filters.add(format("yuv420p"));
                }
            }
            case JPEG -> {
                filters.add(converted("pc"));
                filters.add(format("yuvj420p"));
            }
            case PNG -> filters.add(format(alpha ? "rgba" : "rgb24"));
        }
        // Encoders of pictures write what is said beside them, the place included.
        filters.add(filter("sidedata").with("mode", "delete"));
        return filters;
    }

    private static Filter converted(String range) {
        return filter("scale").with("out_color_matrix", "bt601").with("out_range", range);
    }

    private static Filter format(String pixels) {
        return filter("format").with("pix_fmts", pixels);
    }

    /** Options of the output. */
    public List<Option> options() {
        var options = new ArrayList<Option>();
        options.add(Option.of("map_metadata", -1));
        options.add(Option.of("fflags", "+bitexact"));
        options.add(Option.of("frames:v", 1));
        options.add(Option.of("threads", 1));
        options.addAll(
                switch (this) {
                    case AVIF ->
                        List.of(
                                Option.of("c:v", "libaom-av1"),
                                Option.of("still-picture", 1),
                                Option.of("cpu-used", 6),
                                Option.of("crf", 28),
                                Option.of("f", "avif"));
                    case WEBP -> List.of(Option.of("c:v", "libwebp"), Option.of("quality", 80), Option.of("f", "webp"));
                    case JPEG ->
                        List.of(
                                Option.of("c:v", "mjpeg"),
                                Option.of("q:v", 4),
                                Option.of("update", 1),
                                Option.of("f", "image2"));
                    case PNG -> List.of(Option.of("c:v", "png"), Option.of("update", 1), Option.of("f", "image2"));
                });
        return options;
    }
}

package io.moneyprinter.video.source;

import io.moneyprinter.ffmpeg.ProbeAnswer;
import io.moneyprinter.timeline.FrameRate;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known about the picture of a file to show it right.
 *
 * @param codec as FFmpeg names it
 * @param width of a coded frame, before rotation, in pixels that may not be square
 * @param height of a coded frame, before rotation
 * @param rotation degrees clockwise that a player turns the picture: 0, 90, 180 or 270
 * @param sampleAspect width of a pixel divided by its height
 * @param pixelFormat as FFmpeg names it
 * @param bits per channel
 * @param alpha whether parts are transparent
 * @param fullRange whether black is 0 and not 16
 * @param transfer how brightness is coded
 * @param fields whether a frame is of one moment or of two
 * @param frameRate on average; null for images
 * @param variableRate whether frames last unequally long
 * @param start of the first frame, which may come late
 * @param duration zero for images
 */
public record SourceFacts(
        String codec,
        int width,
        int height,
        int rotation,
        double sampleAspect,
        String pixelFormat,
        int bits,
        boolean alpha,
        boolean fullRange,
        Transfer transfer,
        Fields fields,
        @Nullable FrameRate frameRate,
        boolean variableRate,
        Duration start,
        Duration duration) {

    /** How brightness is coded. */
    public enum Transfer {
        /** For ordinary screens. */
        SDR,
        /** Perceptual quantiser, SMPTE ST 2084: HDR10 and Dolby Vision. */
        PQ,
        /** Hybrid log-gamma, ARIB STD-B67. */
        HLG
    }

    /** Which lines of a frame are of which moment. */
    public enum Fields {
        /** All are of the same. */
        PROGRESSIVE,
        /** The upper field is shown first. */
        TOP_FIRST,
        /** The lower field is shown first. */
        BOTTOM_FIRST
    }

    /** What {@link #of} wants to know, as ffprobe's {@code -show_entries} names it. */
    static final String ENTRIES = "format=format_name,duration:stream=codec_type,codec_name,width,height,"
            + "sample_aspect_ratio,pix_fmt,color_range,color_transfer,field_order,avg_frame_rate,r_frame_rate,"
            + "start_time,duration:stream_tags:stream_disposition=attached_pic:stream_side_data=rotation";

    private static final int MAX_STREAMS = 16;

    private static final Set<String> IMAGES = Set.of("png_pipe", "jpeg_pipe", "webp_pipe", "image2");

    /** Whether brightness goes beyond what ordinary screens show. */
    public boolean hdr() {
        return transfer != Transfer.SDR;
    }

    public boolean interlaced() {
        return fields != Fields.PROGRESSIVE;
    }

    /** @throws IllegalArgumentException when the file has no picture */
    static SourceFacts of(ProbeAnswer answer) {
        var stream = picture(answer);
        var pixels = answer.text(stream + ".pix_fmt", "");
        var average = rate(answer, stream + ".avg_frame_rate");
        var lowest = rate(answer, stream + ".r_frame_rate");
        var image = IMAGES.contains(answer.text("format.format_name", ""));
        return new SourceFacts(
                answer.text(stream + ".codec_name", ""),
                (int) answer.whole(stream + ".width", 0),
                (int) answer.whole(stream + ".height", 0),
                rotation(answer, stream),
                aspect(answer.text(stream + ".sample_aspect_ratio", "1:1")),
                pixels,
                bits(pixels),
                hasAlpha(pixels)
                        || answer.text(stream + ".tags.alpha_mode", "0").equals("1")
                        || answer.text(stream + ".tags.ALPHA_MODE", "0").equals("1"),
                answer.text(stream + ".color_range", "").equals("pc") || pixels.startsWith("yuvj"),
                switch (answer.text(stream + ".color_transfer", "")) {
                    case "smpte2084" -> Transfer.PQ;
                    case "arib-std-b67" -> Transfer.HLG;
                    default -> Transfer.SDR;
                },
                switch (answer.text(stream + ".field_order", "")) {
                    case "tt", "tb" -> Fields.TOP_FIRST;
                    case "bb", "bt" -> Fields.BOTTOM_FIRST;
                    default -> Fields.PROGRESSIVE;
                },
                image ? null : average,
                !image && average != null && lowest != null && differ(average, lowest),
                seconds(answer.text(stream + ".start_time", "0")),
                image
                        ? Duration.ZERO
                        : seconds(answer.text(stream + ".duration", answer.text("format.duration", "0"))));
    }

    private static String picture(ProbeAnswer answer) {
        for (var i = 0; i < MAX_STREAMS; i++) {
            var stream = "streams." + i;
            if (answer.text(stream + ".codec_type", "").equals("video")
                    && answer.whole(stream + ".disposition.attached_pic", 0) == 0) {
                return stream;
            }
        }
        throw new IllegalArgumentException("picture: none (expected: a video stream)");
    }

    /** FFmpeg counts counterclockwise. */
    private static int rotation(ProbeAnswer answer, String stream) {
        for (var i = 0; i < 8; i++) {
            var turned = answer.text("%s.side_data_list.%d.rotation".formatted(stream, i), "");
            if (!turned.isEmpty()) {
                return (int) Math.floorMod(-Math.round(Double.parseDouble(turned) / 90) * 90, 360L);
            }
        }
        return 0;
    }

    private static double aspect(String text) {
        var parts = text.split(":", 2);
        return parts.length == 2 && isPositive(parts[0]) && isPositive(parts[1])
                ? Double.parseDouble(parts[0]) / Double.parseDouble(parts[1])
                : 1;
    }

    private static int bits(String pixels) {
        for (var bits : new int[] {9, 10, 12, 14, 16}) {
            if (pixels.matches(".*(?<!\\d)%d(le|be)".formatted(bits))
                    || pixels.matches("p0%d(le|be)".formatted(bits))) {
                return bits;
            }
        }
        return pixels.startsWith("rgb48") || pixels.startsWith("rgba64") ? 16 : 8;
    }

    private static boolean hasAlpha(String pixels) {
        return pixels.matches("(yuva|rgba|bgra|argb|abgr|gbrap|ya\\d|pal8).*");
    }

    private static @Nullable FrameRate rate(ProbeAnswer answer, String name) {
        var parts = answer.text(name, "0/0").split("/", 2);
        return parts.length == 2 && isPositive(parts[0]) && isPositive(parts[1])
                ? new FrameRate(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
                : null;
    }

    private static boolean differ(FrameRate one, FrameRate other) {
        var a = (double) one.numerator() / one.denominator();
        var b = (double) other.numerator() / other.denominator();
        return Math.abs(a - b) > 0.01 * Math.min(a, b);
    }

    private static boolean isPositive(String number) {
        return number.matches("[1-9]\\d{0,8}");
    }

    private static Duration seconds(String text) {
        try {
            return Duration.ofNanos(Math.round(Double.parseDouble(text) * 1e9));
        } catch (NumberFormatException unknown) {
            return Duration.ZERO;
        }
    }
}

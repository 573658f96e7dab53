package io.moneyprinter.ffmpeg;

import java.util.List;
import java.util.Set;

/** What unusual pictures from outside need before anything else is done with them. */
public final class SourcePictures {

    /** The brightness in candela per square metre that is white on paper in HDR, by ITU-R BT.2408. */
    private static final int WHITE = 203;

    /** PQ and HLG. */
    private static final Set<String> HDR_TRANSFERS = Set.of("smpte2084", "arib-std-b67");

    private SourcePictures() {}

    /**
     * Whether a picture is brighter than ordinary screens.
     *
     * @param transfer how its brightness is coded, as FFmpeg names it; empty when the file does not say
     */
    public static boolean isHdr(String transfer) {
        return HDR_TRANSFERS.contains(transfer);
    }

    /**
     * Options of the input: the decoders that FFmpeg takes by itself for VP8 and VP9 drop what is transparent.
     *
     * @param codec as FFmpeg names it
     */
    public static List<Option> decoder(String codec, boolean alpha) {
        if (!alpha) {
            return List.of();
        }
        return switch (codec) {
            case "vp9" -> List.of(Option.of("c:v", "libvpx-vp9"));
            case "vp8" -> List.of(Option.of("c:v", "libvpx"));
            default -> List.of();
        };
    }

    /** Both fields of a frame become one picture, before anything is cut, trimmed or scaled. */
    public static Filter deinterlaced() {
        return Filter.filter("bwdif")
                .with("mode", "send_frame")
                .with("parity", "auto")
                // Some cameras mix both kinds in one file; frames that are whole stay as they are.
                .with("deint", "interlaced");
    }

    /**
     * After scaling, where there are fewer pixels, and before pixels get eight bits: bright lights are pressed into
     * what BT.709 can show. Everything up to half of paper white stays as bright as it is.
     *
     * @param transfer of a picture that {@link #isHdr}
     */
    public static List<Filter> pressed(String transfer) {
        return List.of(
                // Files without the tags are told to be what their transfer says.
                Filter.filter("setparams").with("color_primaries", "bt2020").with("color_trc", transfer),
                Filter.filter("zscale").with("transfer", "linear").with("npl", WHITE),
                Filter.filter("format").with("pix_fmts", "gbrpf32le"),
                Filter.filter("zscale").with("primaries", "bt709"),
                Filter.filter("tonemap")
                        .with("tonemap", "mobius")
                        .with("param", 0.5)
                        .with("desat", 0),
                Filter.filter("zscale")
                        .with("transfer", "bt709")
                        .with("matrix", "bt709")
                        .with("range", "tv"),
                Filter.filter("format").with("pix_fmts", "yuv420p"));
    }
}

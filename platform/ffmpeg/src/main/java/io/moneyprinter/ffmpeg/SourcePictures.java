package io.moneyprinter.ffmpeg;

import java.util.List;

/** What unusual pictures from outside need before anything else is done with them. */
public final class SourcePictures {

    private SourcePictures() {}

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
}

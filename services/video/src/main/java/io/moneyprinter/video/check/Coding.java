package io.moneyprinter.video.check;

import org.jspecify.annotations.Nullable;

/**
 * How the streams of a film are written, in the words of ffprobe.
 *
 * @param color primaries, transfer and matrix
 * @param audio codec; null for a film without sound
 */
public record Coding(
        String video,
        String pixelFormat,
        String color,
        @Nullable String audio) {

    /** What every player shows. */
    public static final Coding H264 = new Coding("h264", "yuv420p", "bt709", "aac");
}

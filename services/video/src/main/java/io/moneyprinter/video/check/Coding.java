package io.moneyprinter.video.check;

import io.moneyprinter.video.encode.Profile;
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

    /** What a profile means. */
    public static Coding of(Profile profile) {
        var audio = switch (profile.audio().codec()) {
            case AAC -> "aac";
            case OPUS -> "opus";
            case MP3 -> "mp3";
            case PCM -> "pcm_s16le";
        };
        return new Coding(profile.codec().id(), H264.pixelFormat(), H264.color(), audio);
    }
}

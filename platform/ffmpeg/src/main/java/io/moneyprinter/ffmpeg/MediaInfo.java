package io.moneyprinter.ffmpeg;

import io.moneyprinter.timeline.FrameRate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds.
 *
 * @param width pixels as displayed, after rotation and with square pixels; 0 for audio
 * @param height pixels as displayed; 0 for audio
 * @param rotation degrees clockwise that a player turns the picture: 0, 90, 180 or 270
 * @param duration zero for images
 * @param frameRate null for images and audio
 * @param videoCodec null for audio
 * @param audioCodec null where nothing is heard
 * @param hdr whether the picture has a high dynamic range transfer (PQ or HLG)
 * @param alpha whether the picture has transparent parts
 * @param interlaced whether a frame of the picture is of two moments
 * @param colorMatrix how colours are coded, as FFmpeg names it; null where the file does not say
 * @param widePrimaries what the most colourful red, green and blue are where ordinary screens cannot show them, as FFmpeg
 *     names it; null for ordinary ones, where the file does not say, and in a high dynamic range, of which it is known
 * @param tiled whether the picture is put together from tiles; width and height are those before it is turned then
 */
public record MediaInfo(
        Kind kind,
        MediaFormat format,
        int width,
        int height,
        int rotation,
        Duration duration,
        @Nullable FrameRate frameRate,
        @Nullable String videoCodec,
        @Nullable String audioCodec,
        boolean hdr,
        boolean alpha,
        boolean interlaced,
        @Nullable String colorMatrix,
        @Nullable String widePrimaries,
        boolean tiled) {

    /** What a file is. */
    public enum Kind {
        IMAGE,
        VIDEO,
        AUDIO
    }

    public boolean audible() {
        return audioCodec != null;
    }

    /** The same without sound. */
    public MediaInfo muted() {
        return new MediaInfo(
                kind,
                format,
                width,
                height,
                rotation,
                duration,
                frameRate,
                videoCodec,
                null,
                hdr,
                alpha,
                interlaced,
                colorMatrix,
                widePrimaries,
                tiled);
    }
}

package io.moneyprinter.ffmpeg.device;

/**
 * What all chunks of a film have in common, whichever device encodes them.
 *
 * @param fps frames a second
 * @param group frames from one key frame to the next
 */
public record EncodeProfile(VideoCodec codec, RateControl rate, int fps, int group) {

    public EncodeProfile {
        if (fps < 1 || group < 1) {
            throw new IllegalArgumentException("fps, group: %d, %d (expected: >= 1)".formatted(fps, group));
        }
    }
}

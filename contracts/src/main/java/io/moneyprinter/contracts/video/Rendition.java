package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A rendered file.
 *
 * @param width 0 for sound
 * @param height 0 for sound
 * @param frames pictures in it, 1 for an image, 0 for sound
 * @param duration zero for an image
 * @param size in bytes
 * @param cached whether it was there already
 * @param encoder what encoded it, as FFmpeg calls it, such as {@code h264_nvenc}; null where nothing was encoded
 * @param note what did not go as planned, for people, such as why a GPU was not used; null when all did
 */
public record Rendition(
        ObjectKey key,
        int width,
        int height,
        long frames,
        Duration duration,
        long size,
        boolean cached,
        @Nullable String encoder,
        @Nullable String note) {

    public Rendition(ObjectKey key, int width, int height, long frames, Duration duration, long size, boolean cached) {
        this(key, width, height, frames, duration, size, cached, null, null);
    }

    public Rendition encodedBy(String name, @Nullable String remark) {
        return new Rendition(key, width, height, frames, duration, size, cached, name, remark);
    }
}

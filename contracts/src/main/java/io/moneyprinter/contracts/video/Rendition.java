package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Duration;

/**
 * A rendered file.
 *
 * @param width 0 for sound
 * @param height 0 for sound
 * @param frames pictures in it, 1 for an image, 0 for sound
 * @param duration zero for an image
 * @param size in bytes
 * @param cached whether it was there already
 */
public record Rendition(
        ObjectKey key, int width, int height, long frames, Duration duration, long size, boolean cached) {}

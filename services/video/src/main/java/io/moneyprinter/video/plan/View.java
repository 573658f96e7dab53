package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.materials.Visual;

/**
 * The part of a visual that a chunk shows.
 *
 * @param total frames of the whole visual, over which its movement is spread
 * @param from first frame of the visual that the chunk needs
 * @param frames that the chunk needs
 */
public record View(Visual visual, Framing framing, long total, long from, long frames) {

    public View {
        if (from < 0 || frames < 1 || from + frames > total) {
            throw new IllegalArgumentException(
                    "view: %d frames from %d (expected: within %d)".formatted(frames, from, total));
        }
    }

    /** The same of a visual that begins so many frames later. */
    public View later(long skipped) {
        return skipped == 0 ? this : new View(visual, framing, total + skipped, from + skipped, frames);
    }
}

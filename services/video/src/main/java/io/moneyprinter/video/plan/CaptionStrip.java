package io.moneyprinter.video.plan;

import java.nio.file.Path;
import java.util.List;

/**
 * The pictures of a range of frames, one after another without gaps, all of one size and at one place.
 *
 * @param x of the left edge on the canvas
 * @param y of the upper edge on the canvas
 * @param pictures together as long as the range; empty when nothing is seen in the whole range
 */
public record CaptionStrip(int x, int y, List<Picture> pictures) {

    public CaptionStrip {
        pictures = List.copyOf(pictures);
    }

    /**
     * A PNG with alpha. Several pictures may share a file, such as the empty one between cues.
     *
     * @param frames how long it is seen
     */
    public record Picture(Path file, long frames) {

        public Picture {
            if (frames < 1) {
                throw new IllegalArgumentException("picture: %d frames (expected: >= 1)".formatted(frames));
            }
        }
    }
}

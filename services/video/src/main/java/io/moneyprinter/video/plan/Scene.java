package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.materials.Visual;

/**
 * A visual at its place on the picture track, with the handles that dissolves show of it.
 *
 * @param firstFrame of the film in which it is seen, inside a dissolve possibly
 * @param frames how long it is seen; its own movement lasts exactly as long
 */
public record Scene(Visual visual, long firstFrame, long frames) {

    public long endFrame() {
        return firstFrame + frames;
    }
}

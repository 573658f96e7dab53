package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.timeline.Transition;
import org.jspecify.annotations.Nullable;

/**
 * A visual at its place on the picture track, with the handles that dissolves show of it.
 *
 * @param firstFrame of the film in which it is seen, inside a dissolve possibly
 * @param frames how long it is seen; its own movement lasts exactly as long
 * @param leadIn how it comes in, null for a cut
 */
public record Scene(Visual visual, Framing framing, long firstFrame, long frames, Transition.@Nullable Kind leadIn) {

    public long endFrame() {
        return firstFrame + frames;
    }

    /** The same for longer, under the scene that comes in after it. */
    Scene longerBy(long tail) {
        return new Scene(visual, framing, firstFrame, frames + tail, leadIn);
    }
}

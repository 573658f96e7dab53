package io.moneyprinter.timeline;

/**
 * A blend over the cut between two items. It never changes the length of its track: it shows the left item
 * {@code outOffset} beyond the cut and the right one from {@code inOffset} before it.
 *
 * @param inOffset how long before the cut the blend begins
 * @param outOffset how long after the cut it ends
 */
public record Transition(Kind kind, RationalTime inOffset, RationalTime outOffset) implements Composable {

    /** The blends of the field; directions say where what is new moves to. */
    public enum Kind {
        DISSOLVE,
        FADE_BLACK,
        FADE_WHITE,
        WIPE_LEFT,
        WIPE_RIGHT,
        WIPE_UP,
        WIPE_DOWN,
        SLIDE_LEFT,
        SLIDE_RIGHT,
        SLIDE_UP,
        SLIDE_DOWN,
        PUSH_LEFT,
        PUSH_RIGHT,
        PUSH_UP,
        PUSH_DOWN,
        ZOOM,
        CIRCLE_OPEN,
        CIRCLE_CLOSE,
        RADIAL,
        PIXELIZE
    }

    public Transition {
        if (inOffset.isNegative()
                || outOffset.isNegative()
                || inOffset.plus(outOffset).isZero()) {
            throw new IllegalArgumentException(
                    "transition: %d frames before and %d after the cut (expected: >= 0, sum >= 1)"
                            .formatted(inOffset.value(), outOffset.value()));
        }
    }

    public RationalTime duration() {
        return inOffset.plus(outOffset);
    }
}

package io.moneyprinter.timeline;

/**
 * A blend over the cut between two items. It never changes the length of its track: it shows the left item
 * {@code outOffset} beyond the cut and the right one from {@code inOffset} before it.
 *
 * @param inOffset how long before the cut the blend begins
 * @param outOffset how long after the cut it ends
 */
public record Transition(Kind kind, RationalTime inOffset, RationalTime outOffset) implements Composable {

    /** The blends of the field. */
    public enum Kind {
        DISSOLVE
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

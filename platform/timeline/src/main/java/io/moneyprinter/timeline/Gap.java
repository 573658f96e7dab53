package io.moneyprinter.timeline;

/** Nothing, for a time: black on a picture track, silence on a sound track. */
public record Gap(RationalTime duration) implements Item {

    public Gap {
        if (duration.value() <= 0) {
            throw new IllegalArgumentException("gap: %d frames (expected: >= 1)".formatted(duration.value()));
        }
    }
}

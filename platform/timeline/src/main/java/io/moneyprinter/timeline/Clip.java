package io.moneyprinter.timeline;

/**
 * A part of a medium, shown or heard.
 *
 * @param name unique in its track, for messages
 * @param sourceRange the part of the medium that is used
 */
public record Clip(String name, MediaReference media, TimeRange sourceRange) implements Item {

    public Clip {
        if (sourceRange.duration().isZero()) {
            throw new IllegalArgumentException("clip '%s': 0 frames (expected: >= 1)".formatted(name));
        }
    }

    @Override
    public RationalTime duration() {
        return sourceRange.duration();
    }
}

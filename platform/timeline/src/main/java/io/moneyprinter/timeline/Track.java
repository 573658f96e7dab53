package io.moneyprinter.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Items one after another, with transitions over some of the cuts between them.
 *
 * <p>A track begins and ends with an item, and a transition never follows a transition.
 */
public record Track(String name, Kind kind, List<Composable> children) {

    /** What the track carries. */
    public enum Kind {
        VIDEO,
        AUDIO
    }

    public Track {
        children = List.copyOf(children);
        for (var i = 0; i < children.size(); i++) {
            if (children.get(i) instanceof Transition
                    && (i == 0 || i == children.size() - 1 || children.get(i - 1) instanceof Transition)) {
                throw new IllegalArgumentException(
                        "track '%s': transition at %d (expected: between two items)".formatted(name, i));
            }
        }
    }

    /** The items without the transitions. */
    public List<Item> items() {
        var items = new ArrayList<Item>();
        for (var child : children) {
            if (child instanceof Item item) {
                items.add(item);
            }
        }
        return List.copyOf(items);
    }

    public RationalTime duration(FrameRate rate) {
        return items().stream().map(Item::duration).reduce(RationalTime.zero(rate), RationalTime::plus);
    }
}

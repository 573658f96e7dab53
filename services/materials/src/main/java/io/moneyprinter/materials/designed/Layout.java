package io.moneyprinter.materials.designed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which a sentence can be shown. */
enum Layout {
    TITLE,
    QUOTE,
    LIST,
    ICON_GRID,
    COMPARISON,
    PAIR,
    TIMELINE,
    COLUMNS,
    BARS,
    LINE,
    PIE,
    PLACE,
    /** A number with a figure that shows how much it is. */
    NUMBER,
    /** The number alone, as large as it gets. */
    BIG_NUMBER,
    KINETIC,
    /** Every line as wide as the others, whatever stands in it. */
    LOCKUP,
    /** A picture of simple forms. */
    ILLUSTRATION,
    ICON,
    CARD,
    BAND,
    BIG_WORD,
    /** The second half of a long sentence. */
    SPLIT;

    /** A word with more letters is not as large as the canvas. */
    private static final int LONG_WORD = 13;

    /**
     * The layout of a sentence. It is one whose data stand in the sentence. Sentences are drawn one at a time and in
     * any order, so neighbours cannot look at each other: those with an even and an odd number choose plain layouts
     * from different lists, and those with an odd one show data in inverted colours.
     *
     * @param slot the sentence's number
     */
    static Layout of(int slot, long seed, Content content) {
        if (slot == 0) {
            return TITLE;
        }
        var even = slot % 2 == 0;
        var telling = telling(even, content);
        if (telling != null) {
            return telling;
        }
        var choices = even ? even(content) : odd(content);
        return choices.get((int) Math.floorMod(slot / 2 + seed, (long) choices.size()));
    }

    private static @Nullable Layout telling(boolean even, Content content) {
        var facts = content.facts();
        if (facts.quotation() != null) {
            return QUOTE;
        }
        var count = facts.figures().size();
        if (count >= 2) {
            switch (facts.course()) {
                case SERIES -> {
                    return even || count == 2 ? LINE : COLUMNS;
                }
                case PARTS -> {
                    return even || count == 2 ? PIE : BARS;
                }
                case ALIKE -> {
                    return count == 2 && even ? COMPARISON : even ? BARS : COLUMNS;
                }
                case UNLIKE -> {
                    if (count == 2) {
                        return COMPARISON;
                    }
                }
            }
        }
        if (facts.pair() != null) {
            return PAIR;
        }
        if (!facts.moments().isEmpty()) {
            return TIMELINE;
        }
        if (!content.tiles().isEmpty()) {
            return ICON_GRID;
        }
        if (!facts.items().isEmpty()) {
            return LIST;
        }
        if (content.gist().number() != null) {
            return even ? NUMBER : BIG_NUMBER;
        }
        return facts.place() == null ? null : PLACE;
    }

    private static List<Layout> even(Content content) {
        var choices = new ArrayList<>(List.of(KINETIC));
        if (content.pictogram() != null) {
            choices.add(ILLUSTRATION);
        } else if (content.icon() != null) {
            choices.add(ICON);
        }
        if (content.lines() >= 2) {
            choices.add(LOCKUP);
        }
        return choices;
    }

    private static List<Layout> odd(Content content) {
        var choices = new ArrayList<>(List.of(CARD, BAND));
        if (content.gist().word().length() < LONG_WORD && !content.gist().brief()) {
            choices.add(BIG_WORD);
        }
        return choices;
    }

    /** Whether what it shows is more than words, and is to stand out when it comes right after its like. */
    boolean hasData() {
        return switch (this) {
            case QUOTE,
                    LIST,
                    ICON_GRID,
                    COMPARISON,
                    PAIR,
                    TIMELINE,
                    COLUMNS,
                    BARS,
                    LINE,
                    PIE,
                    PLACE,
                    NUMBER,
                    BIG_NUMBER -> true;
            case TITLE, KINETIC, LOCKUP, ILLUSTRATION, ICON, CARD, BAND, BIG_WORD, SPLIT -> false;
        };
    }
}

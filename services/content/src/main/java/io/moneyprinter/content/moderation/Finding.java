package io.moneyprinter.content.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not wanted.
 *
 * @param text its place among those that were looked at, from 0
 * @param categories what it is, the surest first; at least one
 * @param words what says so, null where that is not known
 */
record Finding(int text, List<String> categories, @Nullable String words) {

    Finding {
        categories = List.copyOf(categories);
    }
}

package io.moneyprinter.materials.designed;

import java.util.ArrayList;
import java.util.List;

/** Parts a phrase into lines that are each set as wide as there is room. */
final class Lockup {

    private static final int MOST_LINES = 4;

    /** A line of fewer letters would be far higher than the others. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 14;

    private Lockup() {}

    /** Two to four lines; fewer when the phrase does not lend itself to it. */
    static List<String> parts(String phrase, String language) {
        var lines = new ArrayList<String>();
        var from = 0;
        var words = Words.of(phrase, language).words();
        for (var i = 0; i < words.size(); i++) {
            var line = phrase.substring(from, words.get(i).end()).strip();
            var last = i == words.size() - 1;
            // A small word goes with the one after it.
            if (!last && (words.get(i).small() || letters(line) < SHORTEST)) {
                continue;
            }
            lines.add(last ? phrase.substring(from).strip() : line);
            from = words.get(i).end();
        }
        var fits = lines.size() <= MOST_LINES
                && lines.stream().allMatch(line -> letters(line) >= SHORTEST - 1 && letters(line) <= LONGEST);
        return fits ? List.copyOf(lines) : List.of();
    }

    private static int letters(String line) {
        return line.codePointCount(0, line.length());
    }
}

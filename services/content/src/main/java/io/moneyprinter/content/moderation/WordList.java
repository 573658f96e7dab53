package io.moneyprinter.content.moderation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases that are not wanted, found whole in texts of every script.
 *
 * <p>A line has one of them; a {@code *} at its end stands for any further letters. A line in brackets names what those
 * below it are, and one that begins with {@code #} says nothing.
 */
final class WordList {

    private static final String CATEGORY = "listed";

    private final Node root = new Node();

    private WordList() {}

    /** @throws IllegalArgumentException about the first line that cannot be meant */
    static WordList of(List<String> lines) {
        var list = new WordList();
        var category = CATEGORY;
        for (var number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1).replace("\uFEFF", "").strip();
            if (line.startsWith("[") && line.endsWith("]") && line.length() > 2) {
                category = line.substring(1, line.length() - 1).strip();
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                list.add(line, category, number);
            }
        }
        return list;
    }

    /** @param words as they stand in the list */
    record Match(String category, String words) {}

    private static final class Node {

        private final Map<Character, Node> next = new HashMap<>();
        private @Nullable Match whole;
        private @Nullable Match beginning;
    }

    private void add(String line, String category, int number) {
        var open = line.endsWith("*");
        var plain = PlainText.plain(open ? line.substring(0, line.length() - 1) : line);
        if (plain.isEmpty()) {
            throw new IllegalArgumentException(
                    "line %d: '%s' (expected: a word, [a category] or # a comment)".formatted(number, line));
        }
        var node = root;
        for (var i = 0; i < plain.length(); i++) {
            node = node.next.computeIfAbsent(plain.charAt(i), _ -> new Node());
        }
        if (open) {
            node.beginning = new Match(category, line);
        } else {
            node.whole = new Match(category, line);
        }
    }

    /** The first that stands in a text. */
    @Nullable
    Match find(PlainText text) {
        for (var start = text.ends().nextSetBit(0);
                start >= 0;
                start = text.ends().nextSetBit(start + 1)) {
            var match = at(text, start);
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    private @Nullable Match at(PlainText text, int start) {
        var node = root;
        for (var i = start; i < text.text().length(); i++) {
            node = node.next.get(text.text().charAt(i));
            if (node == null) {
                return null;
            }
            if (node.beginning != null) {
                return node.beginning;
            }
            if (node.whole != null && text.ends().get(i + 1)) {
                return node.whole;
            }
        }
        return null;
    }
}

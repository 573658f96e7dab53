package io.moneyprinter.content.prompt;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places to fill in, such as {@code {{language}}}. What is filled in is not looked into again, so nothing
 * that people write can ask for more.
 */
final class PromptText {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");

    private final String text;
    private final Set<String> places = new HashSet<>();

    PromptText(String text) {
        // A line that ends in a backslash goes on.
        this.text = text.replace("\\\n", "").strip();
        var place = PLACE.matcher(this.text);
        while (place.find()) {
            places.add(place.group(1));
        }
    }

    /**
     * @param values of every place of the text, and of none besides
     * @return without the lines that a place has left empty
     */
    String fill(Map<String, String> values) {
        if (!places.equals(values.keySet())) {
            throw new IllegalArgumentException("places: %s (expected: %s)".formatted(values.keySet(), places));
        }
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))))
                .replaceAll("(?m)^\\h*\\n", "")
                .strip();
    }

    Set<String> places() {
        return Set.copyOf(places);
    }
}

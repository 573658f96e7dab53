package io.moneyprinter.content.script;

import com.ibm.icu.text.BreakIterator;
import io.moneyprinter.language.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Titles, descriptions and keywords in the lengths that video platforms show without cutting. */
public final class Headline {

    private static final int TITLE = 70;
    private static final int DESCRIPTION = 160;
    private static final int KEYWORD = 50;
    private static final int KEYWORDS = 12;

    private Headline() {}

    /** One line, cut after a word, without the punctuation that ends a statement. */
    public static String title(String text) {
        var line = Markup.line(text).replaceAll("^[\"“”'«»]+|[\"“”'«»]+$", "");
        return shorten(line, TITLE).replaceAll("[\\s.,;:،。，；：]+$", "");
    }

    /** As many whole sentences as fit, or the beginning of the first; none that only says the title again. */
    public static String description(String title, List<String> sentences, Language language) {
        var news = sentences.stream()
                .filter(sentence -> !containsIgnoringCase(sentence, title) || sentence.length() > title.length() * 2)
                .toList();
        var between = language.withoutSpaces() ? "" : " ";
        var description = new StringBuilder();
        for (var sentence : news) {
            if (description.length() + 1 + sentence.length() > DESCRIPTION) {
                break;
            }
            description.append(description.isEmpty() ? "" : between).append(sentence);
        }
        if (!description.isEmpty()) {
            return description.toString();
        }
        return shorten(news.isEmpty() ? sentences.getFirst() : news.getFirst(), DESCRIPTION);
    }

    private static boolean containsIgnoringCase(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /** Each once, whatever its case, and no more than people read. */
    public static List<String> keywords(List<String> keywords) {
        var seen = new HashSet<String>();
        var tidy = new ArrayList<String>();
        for (var keyword : keywords) {
            var line = keyword.replaceAll("[#\\p{Cc}\\s]+", " ").strip();
            if (!line.isEmpty()
                    && line.length() <= KEYWORD
                    && tidy.size() < KEYWORDS
                    && seen.add(line.toLowerCase(Locale.ROOT))) {
                tidy.add(line);
            }
        }
        return List.copyOf(tidy);
    }

    /** Cuts between words, and never inside what is seen as one character. */
    public static String shorten(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        var limit = text.offsetByCodePoints(0, length - 1);
        var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        var cut = breaks.preceding(limit + 1);
        if (cut <= 0) {
            var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(text);
            cut = characters.preceding(limit + 1);
        }
        return text.substring(0, cut).strip() + "…";
    }
}

package io.moneyprinter.content.seo;

import com.ibm.icu.lang.UCharacter;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a text says its keywords. Said three times or more, a keyword stuffs a text of which it is more than a twelfth;
 * said twice it never does, as a title and a description may both name what the video is about.
 */
final class Stuffing {

    private static final int OFTEN = 3;
    private static final double MOST = 1.0 / 12;

    private final Language language;
    private final List<String> words;

    Stuffing(String text, Language language) {
        this.language = language;
        this.words = lower(text);
    }

    boolean stuffedWith(List<String> keywords) {
        return keywords.stream().anyMatch(keyword -> times(keyword) >= OFTEN && share(keyword) > MOST);
    }

    /** Of the keyword that is said most, 0..1. */
    double share(List<String> keywords) {
        var most = keywords.stream().mapToDouble(this::share).max().orElse(0);
        return Math.round(most * 1_000) / 1_000.0;
    }

    private double share(String keyword) {
        var length = lower(keyword).size();
        return words.isEmpty() ? 0 : (double) times(keyword) * length / words.size();
    }

    private int times(String keyword) {
        var wanted = lower(keyword);
        var times = 0;
        for (var from = 0; !wanted.isEmpty() && from + wanted.size() <= words.size(); from++) {
            if (words.subList(from, from + wanted.size()).equals(wanted)) {
                times++;
            }
        }
        return times;
    }

    private List<String> lower(String text) {
        var lower = new ArrayList<String>();
        for (var word : Word.of(text, language)) {
            lower.add(UCharacter.toLowerCase(language.locale(), word.text()));
        }
        return lower;
    }
}

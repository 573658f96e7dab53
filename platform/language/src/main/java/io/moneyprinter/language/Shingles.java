package io.moneyprinter.language;

import com.ibm.icu.lang.UCharacter;
import java.util.HashSet;
import java.util.Set;

/**
 * What a text says, as the set of all runs of three words. Two texts are as alike as the runs that both have are many
 * among those that either has (Jaccard): 1 for the same words in the same order, 0 where no three words follow each other
 * in both.
 */
public record Shingles(Set<String> runs) {

    private static final int WORDS = 3;

    public Shingles {
        runs = Set.copyOf(runs);
    }

    /** Capitals and punctuation do not matter. A text of fewer words is one run. */
    public static Shingles of(String text, Language language) {
        var words = Word.of(text, language).stream()
                .map(word -> UCharacter.toLowerCase(language.locale(), word.text()))
                .toList();
        var runs = new HashSet<String>();
        for (var from = 0; from + WORDS <= words.size(); from++) {
            runs.add(String.join(" ", words.subList(from, from + WORDS)));
        }
        if (runs.isEmpty() && !words.isEmpty()) {
            runs.add(String.join(" ", words));
        }
        return new Shingles(runs);
    }

    /** 0..1. */
    public double likeness(Shingles other) {
        var common = runs.stream().filter(other.runs::contains).count();
        var all = runs.size() + other.runs.size() - common;
        return all == 0 ? 1 : (double) common / all;
    }
}

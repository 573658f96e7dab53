package io.moneyprinter.content.article;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Stems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which sentences of a script are missed least, should it turn out to be too long. The first sentence of a section
 * stays unless it is all of it, the last one of all does, and so does what the next one leans on.
 */
public final class Spares {

    private Spares() {}

    /** The same script, whose sentences know when they may go. */
    public static GeneratedContent rank(GeneratedContent content) {
        var language = Language.parse(content.language(), "/language");
        var sentences = content.sentences();
        var ranks = Likeness.of(sentences.stream()
                        .map(sentence -> Stems.of(sentence.text(), language))
                        .toList())
                .ranks();
        var order = new HashMap<Integer, Integer>();
        candidates(content.sections(), Leaning.of(language)).stream()
                .sorted(Comparator.comparing(index -> ranks[index]))
                .forEach(index -> order.put(index, order.size() + 1));
        return content.withSections(ranked(content.sections(), order));
    }

    private static List<Integer> candidates(List<Section> sections, Leaning leaning) {
        var candidates = new ArrayList<Integer>();
        var first = 0;
        for (var section = 0; section < sections.size(); section++) {
            var sentences = sections.get(section).sentences();
            for (var i = 1; i < sentences.size() - 1; i++) {
                if (!leaning.leans(sentences.get(i + 1).text(), false)) {
                    candidates.add(first + i);
                }
            }
            var last = sentences.size() - 1;
            if (section < sections.size() - 1
                    && (last > 0 || section > 0 && !leaning.leans(opening(sections.get(section + 1)), false))) {
                candidates.add(first + last);
            }
            first += sentences.size();
        }
        return candidates;
    }

    private static String opening(Section section) {
        return section.sentences().getFirst().text();
    }

    private static List<Section> ranked(List<Section> sections, Map<Integer, Integer> order) {
        var ranked = new ArrayList<Section>();
        var first = 0;
        for (var section : sections) {
            var sentences = new ArrayList<Sentence>();
            for (var sentence : section.sentences()) {
                sentences.add(sentence.withSpare(order.getOrDefault(first + sentences.size(), 0)));
            }
            ranked.add(section.withSentences(sentences));
            first += sentences.size();
        }
        return ranked;
    }
}

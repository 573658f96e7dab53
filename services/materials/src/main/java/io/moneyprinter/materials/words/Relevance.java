package io.moneyprinter.materials.words;

import io.moneyprinter.language.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How well texts fit what is looked for. The phrase that fits best decides; others that fit, too, bring a text nearer to
 * a perfect one. Not for several threads at once.
 */
public final class Relevance {

    /** What all other phrases together can add, of what the best one leaves to be wished. */
    private static final double OTHERS = 0.3;

    /** What another form of a word is worth: mostly it is the same, and now and then it is only spelled like it. */
    private static final double OTHER_FORM = 0.9;

    private record Phrase(String text, List<String> words, double weight) {}

    private final List<Phrase> phrases = new ArrayList<>();
    private final Forms forms;

    /** @param language what is looked for is in */
    public Relevance(Language language) {
        this.forms = new Forms(language);
    }

    /** @param weight what it is worth to have all of it, 0..1 */
    public Relevance phrase(String text, double weight) {
        var words =
                SearchWords.telling(text, forms.language()).stream().distinct().toList();
        if (!words.isEmpty()) {
            phrases.add(new Phrase(text.strip(), words, weight));
        }
        return this;
    }

    /** Of a sentence of which nobody has said what to look for: words that stand together tell more than one alone. */
    public static Relevance toSentence(String sentence, Language language) {
        var relevance = new Relevance(language);
        var words = SearchWords.telling(sentence, language);
        for (var index = 0; index < words.size(); index++) {
            relevance.phrase(words.get(index), 0.7);
            if (index > 0) {
                relevance.phrase(words.get(index - 1) + " " + words.get(index), 1);
            }
        }
        return relevance;
    }

    public Forms forms() {
        return forms;
    }

    /** All that is looked for. */
    public List<String> words() {
        return phrases.stream()
                .flatMap(phrase -> phrase.words().stream())
                .distinct()
                .toList();
    }

    /**
     * A text to be judged: its words, and how sure a word there says what is seen.
     *
     * @param values by word, 0..1
     */
    public record Text(Map<String, Double> values) {

        public static final Text NONE = new Text(Map.of());

        public Text {
            values = Map.copyOf(values);
        }

        /** The same with more words, of which those count that were there with less. */
        public Text and(String text, double value) {
            var more = new LinkedHashMap<>(values);
            SearchWords.of(text).forEach(word -> more.merge(word, value, Math::max));
            return new Text(more);
        }

        public boolean isEmpty() {
            return values.isEmpty();
        }
    }

    /**
     * How well a text fits.
     *
     * @param score 0 not at all to 1 perfectly
     * @param phrase that fits best, null where none does
     */
    public record Fit(double score, @Nullable String phrase) {

        public static final Fit NONE = new Fit(0, null);

        /** The better one; this one of equal ones. */
        public Fit or(Fit other) {
            return other.score() > score ? other : this;
        }
    }

    public Fit of(Text text) {
        var best = 0.0;
        @Nullable String fits = null;
        var all = 0.0;
        for (var phrase : phrases) {
            var value = phrase.weight() * covered(phrase, text);
            all += value;
            if (value > best) {
                best = value;
                fits = phrase.text();
            }
        }
        if (fits == null) {
            return Fit.NONE;
        }
        var others = phrases.size() == 1 ? 0 : (all - best) / (phrases.size() - 1);
        return new Fit(best + (1 - best) * OTHERS * others, fits);
    }

    private double covered(Phrase phrase, Text text) {
        return phrase.words().stream().collect(Collectors.averagingDouble(word -> value(word, text)));
    }

    private double value(String wanted, Text text) {
        var said = text.values().get(wanted);
        if (said != null) {
            return said;
        }
        return OTHER_FORM
                * text.values().entrySet().stream()
                        .filter(word -> forms.same(wanted, word.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .max()
                        .orElse(0);
    }
}

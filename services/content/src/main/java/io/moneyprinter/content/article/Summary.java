package io.moneyprinter.content.article;

import io.moneyprinter.content.script.SentenceSplitter;
import io.moneyprinter.content.source.SourceText;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Stems;
import io.moneyprinter.language.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the sentences that carry an article: TextRank over the cosine of their TF-IDF vectors, with what editors
 * know on top (leads matter, numbers hold attention), and no sentence that says what a chosen one said. A sentence that
 * leans on the one before comes with it or not at all. Nothing is reworded.
 */
final class Summary {

    /** How much being like a chosen sentence takes away, and standing near one without following it. */
    private static final double REDUNDANCY = 0.7;

    private static final double SAME_PARAGRAPH = 0.2;
    private static final double READS_ON = 0.1;
    private static final double CROWDED = 0.15;

    /** Two sentences this much alike say the same. */
    private static final double SAME = 0.6;

    /** Better a few seconds less than a sentence that only fits. */
    private static final double LEAST = 0.3;

    /** A summary that is this part of its budget below it, or above, is not what was asked for. */
    private static final double OFF = 0.15;

    /** What it costs to bring another sentence along. */
    private static final double COMPANION = 0.06;

    /** The beginning may take this part of the budget. */
    private static final double LEAD_SHARE = 0.7;

    /** What a step of an instruction begins with is the step; it is like no other sentence. */
    private static final double STEP = 0.5;

    private static final int LONGEST_CHAIN = 3;

    private final List<Line> lines;
    private final Likeness likeness;
    private final double[] scores;
    private final TreeSet<Integer> chosen = new TreeSet<>();
    private double left;
    private double least = LEAST;

    private Summary(List<Line> lines, @Nullable String title, Language language) {
        this.lines = lines;
        this.likeness = Likeness.of(
                lines.stream().map(line -> Stems.of(line.text(), language)).toList());
        this.scores = scores(title == null ? List.of() : Stems.of(title, language));
    }

    /** The chosen lines in their order, of about {@code budget} words together if that can be. */
    static List<Line> choose(List<Line> lines, double budget, @Nullable String title, Language language) {
        return new Summary(lines, title, language).choose(budget);
    }

    private List<Line> choose(double budget) {
        left = budget;
        if (lines.stream().filter(Line::sayable).mapToDouble(Line::words).sum() <= budget) {
            // Nothing has to go.
            least = Double.NEGATIVE_INFINITY;
        }
        takeLead(budget);
        for (var best = best(left); !best.isEmpty(); best = best(left)) {
            take(best);
        }
        fillUp(budget);
        if (chosen.isEmpty()) {
            // Too long, but there has to be a summary at all.
            take(IntStream.range(0, lines.size())
                    .mapToObj(this::unit)
                    .filter(unit -> !unit.isEmpty())
                    .min((one, other) -> Double.compare(words(one), words(other)))
                    .orElse(List.of(0)));
        }
        return chosen.stream().map(lines::get).toList();
    }

    /** Whoever wrote it began with what it is about. */
    private void takeLead(double budget) {
        for (var i = 0; i < lines.size(); i++) {
            var unit = unit(i);
            if (!unit.isEmpty() && lines.get(i).stands() && words(unit) <= budget * LEAD_SHARE) {
                take(unit);
                return;
            }
        }
    }

    private void take(List<Integer> unit) {
        left -= words(unit);
        chosen.addAll(unit);
    }

    /** Says more than what tells most until the budget is about used up. */
    private void fillUp(double budget) {
        least = Double.NEGATIVE_INFINITY;
        while (left > budget * OFF) {
            var best = best(left + budget * OFF);
            if (best.isEmpty()) {
                return;
            }
            take(best);
        }
    }

    /** The best unit of at most so many words; empty when there is none. */
    private List<Integer> best(double room) {
        var best = List.<Integer>of();
        var bestScore = least;
        for (var i = 0; i < lines.size(); i++) {
            if (chosen.contains(i)) {
                continue;
            }
            var unit = unit(i);
            if (unit.isEmpty() || words(unit) > room) {
                continue;
            }
            var score = unit.stream().mapToDouble(this::worth).average().orElse(0) - COMPANION * (unit.size() - 1);
            if (score > bestScore) {
                best = unit;
                bestScore = score;
            }
        }
        return best;
    }

    /** The line with those that it needs and that are not chosen yet, in order; empty when it cannot be said. */
    private List<Integer> unit(int index) {
        var unit = new TreeSet<Integer>();
        var from = index;
        unit.add(from);
        while (lines.get(from).leans() && !chosen.contains(from - 1)) {
            from--;
            if (from < 0 || index - from > LONGEST_CHAIN || lines.get(from + 1).isFirstOfSource()) {
                return List.of();
            }
            unit.add(from);
        }
        // A question wants its answer, and whoever announces something has to say it.
        for (var to = index; lines.get(to).opens(); to++) {
            if (to + 1 >= lines.size() || lines.get(to + 1).isFirstOfSource() || to - index > 1) {
                return List.of();
            }
            if (!chosen.contains(to + 1)) {
                unit.add(to + 1);
            }
        }
        var sayable = unit.stream().allMatch(line -> lines.get(line).sayable())
                && unit.stream().noneMatch(this::isSaid)
                && lines.get(index).words() >= Line.FEWEST_WORDS;
        return sayable ? List.copyOf(unit) : List.of();
    }

    private boolean isSaid(int line) {
        return chosen.stream().anyMatch(other -> likeness.of(line, other) > SAME);
    }

    private double worth(int index) {
        var line = lines.get(index);
        var alike = chosen.stream()
                .mapToDouble(other -> likeness.of(index, other))
                .max()
                .orElse(0);
        var neighbours = chosen.stream()
                .filter(other -> lines.get(other).paragraph() == line.paragraph())
                .count();
        // What follows a chosen line reads on; what stands elsewhere in its paragraph crowds it.
        var reading = chosen.contains(index - 1) && !line.isFirst()
                ? READS_ON - CROWDED * (neighbours - 1)
                : -SAME_PARAGRAPH * neighbours;
        return scores[index] - REDUNDANCY * alike + reading;
    }

    private double words(List<Integer> unit) {
        return unit.stream().mapToDouble(line -> lines.get(line).words()).sum();
    }

    private double[] scores(List<String> title) {
        var ranks = likeness.ranks();
        var highest = Arrays.stream(ranks).max().orElse(1);
        var scores = new double[lines.size()];
        for (var i = 0; i < scores.length; i++) {
            var line = lines.get(i);
            var score = ranks[i] / highest;
            score += line.isInLead() ? 0.35 : 0;
            score += line.isFirst() ? 0.25 : 0;
            score += line.isItem() && line.isFirst() ? STEP : 0;
            score += line.strikes() ? 0.15 : 0;
            score += 0.3 * likeness.of(i, title);
            score -= line.penalty();
            scores[i] = score;
        }
        return scores;
    }

    /** Everything that could be said of some texts, line by line. */
    static List<Line> lines(List<SourceText> texts, SentenceSplitter splitter, Language language) {
        var leaning = Leaning.of(language);
        var lines = new ArrayList<Line>();
        var paragraph = 0;
        for (var text : texts) {
            var first = lines.size();
            var lead = -1;
            for (var passage : text.passages()) {
                var sentences = splitter.sentences(passage.text());
                for (var i = 0; i < sentences.size(); i++) {
                    var sentence = sentences.get(i);
                    var words = Word.count(sentence, language);
                    var sayable = Line.sayable(sentence, language);
                    // What stands before the first sentence says who wrote it, and when.
                    if (lead < 0 && sayable && words >= Line.FEWEST_WORDS) {
                        lead = paragraph;
                        first = lines.size();
                    }
                    lines.add(new Line(
                            sentence,
                            words,
                            paragraph,
                            lead == paragraph,
                            i == 0,
                            passage.isItem(),
                            i + 1 == sentences.size(),
                            lines.size() == first,
                            lines.size() != first && leaning.leans(sentence, passage.isItem()),
                            sayable));
                }
                paragraph++;
            }
        }
        return lines;
    }
}

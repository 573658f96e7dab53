package io.moneyprinter.materials.designed;

import io.moneyprinter.materials.designed.Facts.Course;
import io.moneyprinter.materials.designed.Facts.Figure;
import io.moneyprinter.materials.designed.Facts.Moment;
import io.moneyprinter.materials.designed.NumberFact.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts a sentence into clauses with a number each, and finds out whose the numbers are. */
final class Figures {

    private static final int MOST = 6;
    private static final int LONGEST_LABEL = 24;

    private static final String COMMAS = ",;:،؛、，；：–—";

    /** Words between which two numbers belong to different clauses. */
    private static final Set<String> BETWEEN = Set.of(
            "and",
            "but",
            "while",
            "whereas",
            "versus",
            "vs",
            "than",
            "against",
            "to",
            "und",
            "aber",
            "während",
            "gegen",
            "als",
            "auf",
            "et",
            "mais",
            "contre",
            "que",
            "à",
            "y",
            "e",
            "pero",
            "contra",
            "mientras",
            "a",
            "ma",
            "mentre",
            "mas",
            "enquanto",
            "и",
            "а",
            "но",
            "против",
            "до",
            "和",
            "而",
            "与",
            "到",
            "と",
            "و",
            "بينما",
            "مقابل",
            "إلى");

    private final String text;
    private final String language;
    private final Words words;
    private final List<NumberFact> years;
    private final List<NumberFact> numbers;
    private final Course course;
    private final List<Figure> comparable;

    Figures(String text, String language) {
        this.text = text;
        this.language = language;
        this.words = Words.of(text, language);
        var all = NumberFact.all(text, language);
        this.years = all.stream().filter(number -> number.kind() == Kind.YEAR).toList();
        this.numbers = all.stream().filter(number -> number.kind() != Kind.YEAR).toList();
        var found = numbers.size() < 2 || numbers.size() > MOST || !oneKind() ? null : found();
        this.comparable = found == null ? List.of() : found.figures();
        this.course = found == null ? Course.UNLIKE : found.course();
    }

    private record Found(List<Figure> figures, Course course) {}

    List<Figure> comparable() {
        return comparable;
    }

    Course course() {
        return course;
    }

    /** Years with what happened; none when numbers of another kind are told. */
    List<Moment> moments() {
        if (years.size() < 2 || years.size() > 5 || !numbers.isEmpty()) {
            return List.of();
        }
        var cuts = cuts(years);
        if (cuts == null) {
            return List.of();
        }
        if (years.stream().map(NumberFact::value).distinct().count() < years.size()) {
            return List.of();
        }
        var inOrder =
                years.stream().sorted(Comparator.comparing(NumberFact::value)).toList();
        var moments = new ArrayList<Moment>();
        for (var year : inOrder) {
            var from = cuts.get(years.indexOf(year));
            var to = cuts.get(years.indexOf(year) + 1);
            var clause = text.substring(from, year.start()) + " " + text.substring(year.end(), to);
            var telling = Words.of(clause, language).telling();
            if (telling.isEmpty()) {
                return List.of();
            }
            var event = telling.size() <= 5 && telling.written().length() <= 34
                    ? telling.written()
                    : Gist.of(clause.strip(), List.of(), language).phrase();
            moments.add(new Moment(year.shown(), event.replaceAll("\\s+", " ")));
        }
        return List.copyOf(moments);
    }

    private boolean oneKind() {
        // Half of them to be measured, and half not, is no one kind either.
        return numbers.stream()
                        .map(number -> number.unit() + (number.kind() == Kind.PLAIN))
                        .distinct()
                        .count()
                == 1;
    }

    private @Nullable Found found() {
        var measured = numbers.getFirst().kind() != Kind.PLAIN;
        if (measured && numbers.stream().anyMatch(number -> !(number.value() > 0)) || !measured && numbers.size() > 2) {
            return null;
        }
        if (years.size() == numbers.size()) {
            return measured && alternating() ? series() : null;
        }
        if (!years.isEmpty()) {
            return null;
        }
        var cuts = cuts(numbers);
        if (cuts == null) {
            return null;
        }
        var before = labels(cuts, true);
        var after = labels(cuts, false);
        var labels = before == null ? after : before;
        if (labels == null || labels.stream().distinct().count() < labels.size()) {
            return null;
        }
        var figures = new ArrayList<Figure>();
        for (var i = 0; i < numbers.size(); i++) {
            figures.add(new Figure(
                    labels.get(i), numbers.get(i).shown(), numbers.get(i).value()));
        }
        return new Found(List.copyOf(figures), measured ? course(figures, before != null) : Course.UNLIKE);
    }

    private Course course(List<Figure> figures, boolean ownersFirst) {
        if (numbers.getFirst().unit().equals("%")) {
            var sum = figures.stream().mapToDouble(Figure::amount).sum();
            return sum > 98.5 && sum < 101.5 ? Course.PARTS : Course.ALIKE;
        }
        if (ownersFirst || numbers.getFirst().kind() == Kind.MONEY) {
            return Course.ALIKE;
        }
        // "4 legs and 2 wings": what is counted stands right after each number, and differs.
        return numbers.stream().allMatch(number -> isCounted(number)) ? Course.UNLIKE : Course.ALIKE;
    }

    private boolean isCounted(NumberFact number) {
        return words.words().stream()
                .filter(word -> word.start() >= number.end())
                .findFirst()
                .filter(word -> !word.small()
                        && text.substring(number.end(), word.start()).isBlank())
                .isPresent();
    }

    private @Nullable Found series() {
        var figures = new ArrayList<Figure>();
        for (var i = 0; i < numbers.size(); i++) {
            var year = years.get(i);
            figures.add(new Figure(
                    year.shown(), numbers.get(i).shown(), numbers.get(i).value(), year.value()));
        }
        figures.sort(Comparator.comparing(Figure::year));
        return figures.stream().map(Figure::year).distinct().count() < figures.size()
                ? null
                : new Found(List.copyOf(figures), Course.SERIES);
    }

    /** Whether a year and a number follow each other all along. */
    private boolean alternating() {
        var yearFirst = years.getFirst().start() < numbers.getFirst().start();
        for (var i = 0; i < numbers.size(); i++) {
            var year = years.get(i).start();
            var number = numbers.get(i).start();
            if (year < number != yearFirst
                    || i + 1 < numbers.size()
                            && Math.max(year, number)
                                    > Math.min(
                                            years.get(i + 1).start(),
                                            numbers.get(i + 1).start())) {
                return false;
            }
        }
        return true;
    }

    /** Where clauses begin and the last one ends; null when two numbers stand in one clause. */
    private @Nullable List<Integer> cuts(List<NumberFact> of) {
        var cuts = new ArrayList<Integer>();
        cuts.add(0);
        for (var i = 0; i + 1 < of.size(); i++) {
            var cut = cut(of.get(i).end(), of.get(i + 1).start());
            if (cut < 0) {
                return null;
            }
            cuts.add(cut);
        }
        cuts.add(text.length());
        return cuts;
    }

    private int cut(int from, int to) {
        for (var i = from; i < to; i++) {
            if (COMMAS.indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return words.between(from, to).words().stream()
                .filter(word -> BETWEEN.contains(word.text().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(Words.Word::end)
                .orElse(-1);
    }

    /** Whose the numbers are, said on the same side of each; null when it is not. */
    private @Nullable List<String> labels(List<Integer> cuts, boolean before) {
        var clauses = new ArrayList<List<Words.Word>>();
        for (var i = 0; i < numbers.size(); i++) {
            var number = numbers.get(i);
            var side =
                    before ? words.between(cuts.get(i), number.start()) : words.between(number.end(), cuts.get(i + 1));
            clauses.add(side.words().stream()
                    .filter(word -> !word.small() && !word.digits())
                    .toList());
        }
        var shared = new HashSet<>(lower(clauses.getFirst()));
        clauses.forEach(clause -> shared.retainAll(lower(clause)));
        var labels = new ArrayList<String>();
        var shortest = clauses.stream().mapToInt(List::size).min().orElse(0);
        for (var clause : clauses) {
            var own = clause.stream()
                    .filter(word -> !shared.contains(word.text().toLowerCase(Locale.ROOT)))
                    .toList();
            var label = label(own, Math.max(1, shortest));
            if (label.isEmpty() || label.length() > LONGEST_LABEL) {
                return null;
            }
            labels.add(label);
        }
        return labels;
    }

    private static Set<String> lower(List<Words.Word> clause) {
        return clause.stream().map(word -> word.text().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** The last of the words, as many as the shortest clause has; a name is not cut. */
    private String label(List<Words.Word> own, int most) {
        if (own.isEmpty()) {
            return "";
        }
        var from = own.size() - 1;
        while (from > 0 && adjacent(own.get(from - 1), own.get(from))) {
            var name = own.get(from - 1).capital() && own.get(from).capital();
            if (!name && own.size() - from >= most) {
                break;
            }
            from--;
        }
        return text.substring(own.get(from).start(), own.getLast().end());
    }

    private boolean adjacent(Words.Word one, Words.Word next) {
        return text.substring(one.end(), next.start()).isBlank();
    }
}

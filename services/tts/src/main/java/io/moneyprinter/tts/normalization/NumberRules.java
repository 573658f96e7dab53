package io.moneyprinter.tts.normalization;

import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers that are no amounts and no dates. */
final class NumberRules {

    /** In groups, with a sign of a number to dial; seven digits at least. */
    private static final String PHONE = "(?=(?:[^\\d\\n]{0,3}\\d){7})(?:\\+\\d{1,3}(?:[\\h./-]?\\(?\\d+\\)?)+"
            + "|\\(?0\\d{1,5}\\)?(?:[\\h/-]\\d{2,8})+|0\\d(?:[\\h.]\\d\\d){4}|(?:\\(\\d{3}\\)\\h?|\\d{3}[-.])\\d{3}[-.]\\d{4})";

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

    private final Rules rules;
    private final Numbers numbers;
    private final Vocabulary vocabulary;

    NumberRules(Rules rules) {
        this.rules = rules;
        numbers = rules.numbers;
        vocabulary = rules.vocabulary;
    }

    void addPhones() {
        rules.add(Rules.NO_WORD_BEFORE + PHONE + Rules.NO_WORD_AFTER, this::phone);
    }

    /** Digit by digit, group by group. */
    private boolean phone(MatchResult match, Speaking speaking) {
        var written = match.group();
        var start = match.start();
        var groups = DIGITS.matcher(written);
        while (groups.find()) {
            var plus = start == match.start() && written.startsWith("+") ? vocabulary.word("plus") + " " : "";
            speaking.say(plus + numbers.digits(groups.group()), start, match.start() + groups.end());
            start = match.start() + groups.end();
        }
        return true;
    }

    void addOrdinals() {
        suffixed("ordinal.masculine", false);
        suffixed("ordinal.feminine", true);
        if (vocabulary.has("ordinal.degree")) {
            rules.add(
                    "(?<=\\b(?i:" + vocabulary.word("ordinal.degree") + ")\\h?)(\\d{1,3})°(?=\\h|$)",
                    (match, speaking) -> ordinal(match, speaking, false));
        }
        if (vocabulary.has("ordinal.dot")) {
            rules.add(
                    Rules.NO_WORD_BEFORE + "(\\d{1,3})\\.(?=\\h\\p{Ll})",
                    (match, speaking) -> speaking.say(
                            numbers.by(vocabulary.word("ordinal.dot"), Long.parseLong(match.group(1))), match));
        }
        vocabulary
                .below("ordinal.suffix.")
                .forEach((suffix, ruleSet) -> rules.add(
                        Rules.NO_WORD_BEFORE + "(\\d{1,4})-" + suffix + Rules.NO_WORD_AFTER,
                        (match, speaking) -> speaking.say(numbers.by(ruleSet, Long.parseLong(match.group(1))), match)));
        if (rules.isGerman()) {
            rules.add(
                    Rules.NO_WORD_BEFORE + "1(?=\\h(?<noun>\\p{Lu}\\p{Ll}+))",
                    (match, speaking) -> speaking.say(match.group("noun").endsWith("e") ? "eine" : "ein", match));
        }
    }

    private void suffixed(String key, boolean feminine) {
        if (vocabulary.has(key)) {
            rules.add(
                    Rules.NO_WORD_BEFORE + "(\\d{1,4})(?:"
                            + vocabulary.word(key).replace(".", "\\.") + ")" + Rules.NO_WORD_AFTER,
                    (match, speaking) -> ordinal(match, speaking, feminine));
        }
    }

    private boolean ordinal(MatchResult match, Speaking speaking, boolean feminine) {
        return speaking.say(numbers.ordinal(Long.parseLong(match.group(1)), feminine), match);
    }

    void addPlain() {
        rules.add(
                Rules.NO_WORD_BEFORE + "(" + rules.number + ")\\h?[–—〜～-]\\h?(" + rules.number + ")"
                        + Rules.NO_WORD_AFTER + "(?![-–])",
                this::range);
        rules.add(
                "(\\p{Nd}{4})(?=\\h?年)",
                (match, speaking) -> {
                    var year = numbers.parse(match.group(1));
                    if (year == null || year.scale() > 0) {
                        return false;
                    }
                    speaking.sayJoined(numbers.year(year.longValue()), match.start(), match.end());
                    return true;
                });
        rules.add(Rules.SIGN + "(?<num>" + rules.number + ")", this::plain);
    }

    private boolean range(MatchResult match, Speaking speaking) {
        var from = numbers.parse(match.group(1));
        var to = numbers.parse(match.group(2));
        if (from == null || to == null || from.compareTo(to) >= 0 || !vocabulary.has("to")) {
            return false;
        }
        speaking.say(said(from, match.group(1)), match.start(), match.end(1));
        speaking.say(rules.joined(vocabulary.word("to"), said(to, match.group(2))), match.end(1), match.end());
        return true;
    }

    private boolean plain(MatchResult match, Speaking speaking) {
        var written = match.group("num");
        var number = numbers.parse(written);
        var negative = match.group("neg") != null;
        if (number != null) {
            return speaking.say(rules.negated(negative, said(number, written)), match);
        }
        // Versions and the like: the numbers between the separators one by one.
        var words = new StringBuilder();
        for (var part : written.split("[^\\p{Nd}]")) {
            words.append(words.isEmpty() ? "" : " " + vocabulary.word("dot") + " ")
                    .append(numbers.code(part));
        }
        return speaking.say(rules.negated(negative, words.toString()), match);
    }

    private String said(BigDecimal number, String written) {
        var isCode = written.length() > 1 && written.matches("0\\p{Nd}+");
        if (isCode) {
            return numbers.digits(written);
        }
        return isYear(number, written) ? numbers.year(number.longValue()) : numbers.cardinal(number);
    }

    /** Where years are ordinals, only the word after them tells which, and in which case. */
    private boolean isYear(BigDecimal number, String written) {
        var first = vocabulary.has("year.from") ? vocabulary.word("year.from") : "1900";
        return written.matches("\\p{Nd}{4}")
                && !vocabulary.has("date.year")
                && number.compareTo(new BigDecimal(first)) >= 0
                && number.compareTo(BigDecimal.valueOf(2099)) <= 0;
    }
}

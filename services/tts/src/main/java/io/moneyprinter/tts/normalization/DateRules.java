package io.moneyprinter.tts.normalization;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates, years and times of day. */
final class DateRules {

    /** German inflects: "am dritten Oktober", "der dritte Oktober". */
    private static final String OBLIQUE = "(?<=\\b(?i:am|vom|zum|beim|im|ab|bis|seit|nach|vor|den|dem|des|zur"
            + "|in der|mit der|von der|zu der|auf der|bei der|aus der)\\h)";

    private static final String DEFINITE = "(?<=\\b(?i:der|die|das)\\h)";

    private final Rules rules;
    private final Numbers numbers;
    private final Vocabulary vocabulary;

    DateRules(Rules rules) {
        this.rules = rules;
        numbers = rules.numbers;
        vocabulary = rules.vocabulary;
    }

    void add() {
        rules.add(
                Rules.NO_WORD_BEFORE + "(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + Rules.NO_WORD_AFTER,
                (match, speaking) -> date(match, speaking, "", 1, 3, 4));
        if (rules.isEnglish()) {
            return;
        }
        if (rules.isGerman()) {
            dayFirst(OBLIQUE, "%spellout-ordinal-n");
            dayFirst(DEFINITE, "%spellout-ordinal");
            day(OBLIQUE, "%spellout-ordinal-n");
            day(DEFINITE, "%spellout-ordinal");
            days("(?:Jahrhundert|Jahrtausend|Jahr|Mal|Kapitel)s?\\b|Jh\\.", "%spellout-ordinal-s");
            days(Dates.months(rules.locale), "%spellout-ordinal-r");
            decades();
        }
        dayFirst(Rules.NO_WORD_BEFORE, rules.isGerman() ? "%spellout-ordinal-r" : "");
        if (vocabulary.has("day") || vocabulary.has("day.first")) {
            rules.add(
                    Rules.NO_WORD_BEFORE + "(\\d{1,2})(?=\\h(?iu:" + Dates.months(rules.locale) + ")\\b)",
                    (match, speaking) -> speaking.say(Dates.day(Long.parseLong(match.group(1)), rules, ""), match));
        }
        years();
        times();
    }

    private void dayFirst(String after, String ordinal) {
        rules.add(
                after + "(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})" + Rules.NO_WORD_AFTER,
                (match, speaking) -> date(match, speaking, ordinal, 4, 3, 1));
    }

    private void day(String after, String ordinal) {
        rules.add(after + "(\\d{1,3})\\.(?=\\h\\p{L})", (match, speaking) -> ordinal(match, speaking, ordinal));
    }

    /** A sentence that ends with a number is followed by a capital, too; only some words are sure. */
    private void days(String before, String ordinal) {
        rules.add(
                Rules.NO_WORD_BEFORE + "(\\d{1,3})\\.(?=\\h+(?:" + before + "))",
                (match, speaking) -> ordinal(match, speaking, ordinal));
    }

    private boolean ordinal(MatchResult match, Speaking speaking, String ruleSet) {
        return speaking.say(numbers.by(ruleSet, Long.parseLong(match.group(1))), match);
    }

    private void decades() {
        rules.add(
                Rules.NO_WORD_BEFORE + "(\\d{1,3}0)(ern?)" + Rules.NO_WORD_AFTER,
                (match, speaking) ->
                        speaking.say(numbers.year(Long.parseLong(match.group(1))) + match.group(2), match));
    }

    /** Says a date the long way, with ICU's words for the month and ours for the numbers. */
    boolean date(MatchResult match, Speaking speaking, String ordinal, int year, int month, int day) {
        try {
            var date = LocalDate.of(
                    Integer.parseInt(match.group(year)),
                    Integer.parseInt(match.group(month)),
                    Integer.parseInt(match.group(day)));
            return speaking.say(Dates.said(date, rules, ordinal), match);
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    /** Where the word after it makes the year an ordinal, in the case that the word is in. */
    private void years() {
        vocabulary.below("year.").forEach((word, said) -> {
            if (!said.startsWith("%")) {
                return;
            }
            var parts = said.split(" ");
            rules.add(
                    Rules.NO_WORD_BEFORE + "(\\d{4})(?<word>\\h" + Pattern.quote(word) + ")" + Rules.NO_WORD_AFTER,
                    (match, speaking) -> {
                        speaking.say(numbers.by(parts[0], Long.parseLong(match.group(1))), match.start(), match.end(1));
                        speaking.say(parts.length > 1 ? parts[1] : word, match.start("word") + 1, match.end());
                        return true;
                    });
        });
    }

    private void times() {
        var suffix = vocabulary.has("time.suffix") ? "(?:\\h?(?:" + vocabulary.word("time.suffix") + "))?" : "";
        rules.add(Rules.NO_WORD_BEFORE + "([01]?\\d|2[0-3]):([0-5]\\d)" + suffix + Rules.NO_WORD_AFTER, this::time);
        switch (rules.locale.getLanguage()) {
            case "fr", "pt" ->
                rules.add(
                        Rules.NO_WORD_BEFORE + "([01]?\\d|2[0-3])\\h?h(?:\\h?([0-5]\\d))?" + Rules.NO_WORD_AFTER,
                        this::time);
            case "de" ->
                rules.add(
                        Rules.NO_WORD_BEFORE + "([01]?\\d|2[0-3])\\.([0-5]\\d)\\h?Uhr" + Rules.NO_WORD_AFTER,
                        this::time);
            default -> {}
        }
    }

    private boolean time(MatchResult match, Speaking speaking) {
        var minutes = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        var one = Integer.parseInt(match.group(1)) < 2 ? ".one" : "";
        var hour = hour(Long.parseLong(match.group(1)));
        var zero = minutes < 10 ? vocabulary.word("time.zero") + " " : "";
        var form = form(minutes == 0 ? "time.full" : "time", one);
        var past = zero + numbers.cardinal(BigDecimal.valueOf(minutes));
        var words =
                form == null ? hour + (minutes == 0 ? "" : " " + past) : MessageFormat.format(form, hour, past.strip());
        return speaking.say(words, match);
    }

    private @Nullable String form(String key, String one) {
        return vocabulary.find(vocabulary.has(key + one) ? key + one : key);
    }

    private String hour(long hour) {
        return vocabulary.has("time.hour.rules")
                ? numbers.by(vocabulary.word("time.hour.rules"), hour)
                : numbers.counted(
                        BigDecimal.valueOf(hour),
                        vocabulary.word("time.hour.gender").equals("feminine"));
    }
}

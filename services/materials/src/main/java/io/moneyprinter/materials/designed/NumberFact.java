package io.moneyprinter.materials.designed;

import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The number that a sentence is about.
 *
 * @param shown as it should be drawn, such as {@code $4.50}, {@code 85%} or {@code 1967}
 * @param value of the number itself
 * @param start offset in the sentence
 * @param end offset after it
 */
record NumberFact(Kind kind, String shown, double value, int start, int end) {

    /** What sort of number it is: decides on what is drawn with it. */
    enum Kind {
        PERCENT,
        MONEY,
        YEAR,
        COUNT
    }

    private static final String DIGITS = "\\p{Nd}+(?:[.,٫٬'’]\\p{Nd}+)*";
    private static final String SCALE = "(?:\\s?(?:thousand|million|billion|trillion|Millionen|Milliarden|millions?"
            + "|millones|k|K|M|bn|مليون|ألف)(?![\\p{L}\\p{Nd}])|\\s?[万亿億])?";

    /** What makes digits after it a part of a word; scripts without spaces do not. */
    private static final String LETTER =
            "[\\p{L}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]]";

    private static final Pattern PERCENT =
            Pattern.compile("(" + DIGITS + ")\\s?(?:%|٪|percent\\b|per cent\\b|Prozent\\b|por ciento\\b|pour cent\\b)");
    private static final Pattern MONEY =
            Pattern.compile("[$€£¥₹₩]\\s?(" + DIGITS + ")" + SCALE + "|(" + DIGITS + ")" + SCALE + "\\s?[€£₽₹₩元円]");
    private static final Pattern COUNT =
            Pattern.compile("(?<!" + LETTER + "|[\\p{Nd}.,-])(" + DIGITS + ")" + SCALE + "(?![\\p{Nd}\\p{Pd}])");
    private static final Pattern FRACTION = Pattern.compile(
            "(?i)\\b(three quarters|two thirds|one third|a third|one quarter|a quarter|half)\\b(?= of\\b)");

    /** All numbers of a text, in order; fractions in words are not among them. */
    static List<NumberFact> all(String text) {
        var found = new ArrayList<NumberFact>();
        for (var from = 0; from < text.length(); ) {
            var start = from;
            var next = Stream.of(PERCENT, MONEY, COUNT)
                    .map(pattern -> pattern.matcher(text))
                    .filter(matcher -> matcher.find(start))
                    .min(Comparator.comparingInt((Matcher matcher) -> matcher.start())
                            .thenComparingInt(matcher -> -matcher.end()));
            if (next.isEmpty()) {
                break;
            }
            var match = next.get();
            var number = in(match.group());
            if (number != null) {
                found.add(new NumberFact(number.kind(), number.shown(), number.value(), match.start(), match.end()));
            }
            from = Math.max(from + 1, match.end());
        }
        return List.copyOf(found);
    }

    /** How much it is, its point and its scale read as the language writes them: three million is 3,000,000. */
    double amount(String language) {
        var digits = DIGIT_RUN.matcher(shown);
        if (!digits.find()) {
            return value;
        }
        var run = digits.group();
        var mark = run.length();
        while (mark > 0 && Character.isDigit(run.charAt(mark - 1))) {
            mark--;
        }
        // One mark with other than three digits after it is a point, whatever the language; with three the language
        // says.
        var own = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language))
                .getDecimalSeparator();
        var alone = mark > 0
                && run.chars()
                                .filter(character -> !Character.isDigit(character))
                                .count()
                        == 1;
        var point = alone && (run.length() - mark != 3 || run.charAt(mark - 1) == own) ? mark - 1 : run.length();
        var plain = new StringBuilder();
        for (var i = 0; i < run.length(); i++) {
            if (i == point) {
                plain.append('.');
            } else if (Character.isDigit(run.charAt(i))) {
                plain.append(Character.digit(run.charAt(i), 10));
            }
        }
        return Double.parseDouble(plain.toString()) * scale();
    }

    private double scale() {
        for (var scale : SCALES) {
            if (shown.matches("(?s).*\\p{Nd}\\s?(?:" + scale.words() + ")(?![\\p{L}]).*")) {
                return scale.factor();
            }
        }
        return 1;
    }

    private record Scale(String words, double factor) {}

    private static final List<Scale> SCALES = List.of(
            new Scale("trillion", 1e12),
            new Scale("billion|Milliarden|bn", 1e9),
            new Scale("亿|億", 1e8),
            new Scale("million|Millionen|millions?|millones|M|مليون", 1e6),
            new Scale("万", 1e4),
            new Scale("thousand|k|K|ألف", 1e3));

    private static final Pattern DIGIT_RUN = Pattern.compile(DIGITS);

    static @Nullable NumberFact in(String text) {
        var percent = PERCENT.matcher(text);
        if (percent.find()) {
            var value = value(percent.group(1));
            return new NumberFact(
                    value <= 100 ? Kind.PERCENT : Kind.COUNT,
                    percent.group(1) + "%",
                    value,
                    percent.start(),
                    percent.end());
        }
        var fraction = FRACTION.matcher(text);
        if (fraction.find()) {
            var word = fraction.group(1).toLowerCase(Locale.ROOT);
            var value = word.endsWith("quarters")
                    ? 75
                    : word.endsWith("thirds") ? 67 : word.endsWith("third") ? 33 : word.endsWith("quarter") ? 25 : 50;
            var shown = word.endsWith("quarters")
                    ? "3/4"
                    : word.endsWith("thirds") ? "2/3" : word.endsWith("third") ? "1/3" : value == 25 ? "1/4" : "1/2";
            return new NumberFact(Kind.PERCENT, shown, value, fraction.start(), fraction.end());
        }
        var money = MONEY.matcher(text);
        if (money.find()) {
            var digits = money.group(1) != null ? money.group(1) : money.group(2);
            return new NumberFact(Kind.MONEY, money.group().strip(), value(digits), money.start(), money.end());
        }
        var count = COUNT.matcher(text);
        if (count.find()) {
            var value = value(count.group(1));
            var year = count.group().equals(count.group(1))
                    && count.group(1).length() == 4
                    && value >= 1400
                    && value <= 2100;
            return new NumberFact(
                    year ? Kind.YEAR : Kind.COUNT, count.group().strip(), value, count.start(), count.end());
        }
        return null;
    }

    private static double value(String digits) {
        var plain = new StringBuilder();
        digits.codePoints().forEach(character -> {
            if (Character.isDigit(character)) {
                plain.append(Character.digit(character, 10));
            } else if (character == '.' || character == '٫') {
                plain.append('.');
            }
        });
        try {
            return Double.parseDouble(plain.toString());
        } catch (NumberFormatException severalPoints) {
            return Double.parseDouble(plain.toString().replace(".", ""));
        }
    }
}

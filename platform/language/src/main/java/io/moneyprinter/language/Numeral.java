package io.moneyprinter.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A number that is written in digits, of any script, and read as the language writes it.
 *
 * @param digits as they are written, with what stands between them
 * @param value of the digits times their scale: "3,5 Millionen" is 3,500,000
 * @param scaled whether a word says how many times the digits are meant
 * @param start offset of the first digit
 * @param end offset after the digits, or after the scale
 */
public record Numeral(String digits, double value, boolean scaled, int start, int end) {

    private static final String SPACE = " \\x{a0}\\x{2009}\\x{202f}";
    private static final String VULGAR = "[¼-¾⅐-⅞]";

    /** Groups of three may have spaces between them, in any language; points, commas and marks are told apart later. */
    static final Pattern RUN = Pattern.compile("\\p{Nd}{1,3}(?:[" + SPACE + "]\\p{Nd}{3})+(?![" + SPACE
            + "]?\\p{Nd})(?:[.,٫]\\p{Nd}+)?"
            + "|\\p{Nd}+(?:[.,'’٫٬]\\p{Nd}+)*(?: ?" + VULGAR + ")?");

    private static final Properties SCALES = Lists.read(Numeral.class, "scales.properties");
    private static final Map<String, List<Scale>> OF_LANGUAGE = new ConcurrentHashMap<>();
    private static final Set<String> OF_ANY = SCALES.stringPropertyNames().stream()
            .flatMap(code -> scales(code).stream())
            .map(scale -> scale.word().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** A word of fewer letters is an abbreviation, whose case tells. */
    private static final int WORD = 4;

    private record Scale(String word, double factor) {

        boolean abbreviates() {
            return word.length() < WORD;
        }

        /** K and M are written at their number. */
        boolean clings() {
            return word.length() == 1 && word.charAt(0) < 0x250;
        }

        boolean spaced() {
            return Numeral.spaced(word.codePointBefore(word.length()));
        }
    }

    /** All numbers of a text, in order; dates, addresses and versions that are no numbers (1.2.3) are not among them. */
    public static List<Numeral> in(String text, Language language) {
        var found = new ArrayList<Numeral>();
        var factors = new ArrayList<Double>();
        var run = RUN.matcher(text);
        while (run.find()) {
            var value = value(run.group(), language);
            if (Double.isNaN(value)) {
                continue;
            }
            var scale = scale(text, run.end(), language);
            var end = scale == null ? run.end() : endOf(text, run.end(), scale);
            var factor = scale == null ? 1 : scale.factor();
            var before = found.isEmpty() ? null : found.getLast();
            // 1億2000万: the parts are added.
            if (before != null
                    && before.scaled()
                    && before.end() == run.start()
                    && value * factor < factors.getLast()) {
                found.removeLast();
                factors.removeLast();
                found.add(new Numeral(
                        text.substring(before.start(), run.end()),
                        before.value() + value * factor,
                        true,
                        before.start(),
                        end));
            } else {
                found.add(new Numeral(run.group(), value * factor, scale != null, run.start(), end));
            }
            factors.add(factor);
        }
        return List.copyOf(found);
    }

    /** Whether a word after a number says in any language how many times it is meant, such as {@code million}. */
    public static boolean isScale(String word) {
        return OF_ANY.contains(word.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Scale scale(String text, int from, Language language) {
        for (var scale : OF_LANGUAGE.computeIfAbsent(language.code(), Numeral::scales)) {
            if (endOf(text, from, scale) > 0) {
                return scale;
            }
        }
        return null;
    }

    /** Where a scale that stands at a place ends; 0 when it does not stand there. */
    private static int endOf(String text, int from, Scale scale) {
        var start = from < text.length() && !scale.clings() && isSpace(text.charAt(from)) ? from + 1 : from;
        if (!text.regionMatches(
                !scale.abbreviates(), start, scale.word(), 0, scale.word().length())) {
            return 0;
        }
        var end = start + scale.word().length();
        if (end == text.length() || !scale.spaced()) {
            return end;
        }
        var next = text.codePointAt(end);
        return UCharacter.isDigit(next) || spaced(next) ? 0 : end;
    }

    private static boolean isSpace(char character) {
        return UCharacter.isWhitespace(character) || character == 0xa0 || character == 0x202f;
    }

    /** Whether it is a letter of a script that has spaces between words, so that a word does not end before it. */
    private static boolean spaced(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> false;
            default ->
                UCharacter.isLetter(character)
                        || UCharacter.getType(character) == Character.NON_SPACING_MARK
                        || UCharacter.getType(character) == Character.COMBINING_SPACING_MARK;
        };
    }

    private static List<Scale> scales(String code) {
        var words = new HashMap<String, Scale>();
        for (var key : List.of("any", "en", code)) {
            for (var entry : SCALES.getProperty(key, "").split(" ")) {
                var parts = entry.split(":");
                if (parts.length == 2) {
                    var word = parts[0].replace('_', ' ');
                    var known = word.length() < WORD ? word : word.toLowerCase(Locale.ROOT);
                    words.put(known, new Scale(word, Math.pow(10, Integer.parseInt(parts[1]))));
                }
            }
        }
        return words.values().stream()
                .sorted(Comparator.comparingInt((Scale scale) -> -scale.word().length())
                        .thenComparing(Scale::word))
                .toList();
    }

    /** What digits are worth; NaN when the marks between them are neither a point nor those of groups. */
    private static double value(String run, Language language) {
        var last = run.codePointBefore(run.length());
        var part = 0.0;
        var written = run;
        if (!UCharacter.isDigit(last)) {
            part = UCharacter.getUnicodeNumericValue(last);
            written = run.substring(0, run.length() - 1).stripTrailing();
        }
        var groups = new ArrayList<String>();
        var marks = new StringBuilder();
        var group = new StringBuilder();
        for (var i = 0; i < written.length(); i += Character.charCount(written.codePointAt(i))) {
            var character = written.codePointAt(i);
            if (UCharacter.isDigit(character)) {
                group.append(UCharacter.digit(character, 10));
            } else {
                groups.add(group.toString());
                group.setLength(0);
                marks.append(isSpace((char) character) || character == 0x2009 ? ' ' : (char) character);
            }
        }
        groups.add(group.toString());
        var whole = groups.size();
        if (!marks.isEmpty() && isPoint(groups, marks.toString(), language)) {
            whole--;
        }
        if (!areGroups(groups.subList(0, whole), marks.substring(0, whole - 1))) {
            return Double.NaN;
        }
        var plain = String.join("", groups.subList(0, whole)) + (whole < groups.size() ? "." + groups.getLast() : "");
        return Double.parseDouble(plain) + part;
    }

    /** Whether the last mark is the one before parts of one. */
    private static boolean isPoint(List<String> groups, String marks, Language language) {
        var mark = marks.charAt(marks.length() - 1);
        if (marks.indexOf(mark) < marks.length() - 1 || mark == ' ' || mark == '٬' || mark == '\'' || mark == '’') {
            return false;
        }
        // A second kind of mark is the point, and one with other than three digits after it, whatever the language.
        if (mark == '٫' || marks.length() > 1 || groups.getLast().length() != 3) {
            return true;
        }
        var before = groups.getFirst();
        if (before.startsWith("0") || before.length() > 3) {
            return true;
        }
        var own = DecimalFormatSymbols.getInstance(language.locale()).getDecimalSeparator();
        return mark == (own == '٫' ? '.' : own);
    }

    /** Groups of three, or of two before the last one as India has them, with one kind of mark between them. */
    private static boolean areGroups(List<String> groups, String marks) {
        if (groups.size() == 1) {
            return true;
        }
        if (marks.chars().distinct().count() > 1
                || groups.getFirst().length() > 3
                || groups.getLast().length() != 3) {
            return false;
        }
        return groups.subList(1, groups.size() - 1).stream()
                .allMatch(group -> group.length() == 3 || group.length() == 2);
    }
}

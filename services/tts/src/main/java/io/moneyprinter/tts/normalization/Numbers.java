package io.moneyprinter.tts.normalization;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of one language in words. */
final class Numbers {

    /** Soft hyphens and zero-width spaces mark where ICU would allow a line break. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u200E\\u200F]");

    private static final Pattern FORMATTED = Pattern.compile("[-−]?\\p{Nd}(?:[\\p{Nd}.,٫٬'’\\h]*\\p{Nd})?");
    /** Hundreds of thousands and of millions: 12,34,567. */
    private static final Pattern INDIAN = Pattern.compile("\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?");

    /** Longer ones are codes, which are read digit by digit. */
    private static final int MAX_DIGITS = 15;

    private final ULocale locale;
    private final RuleBasedNumberFormat rules;
    private final List<String> ruleSets;
    private final char decimal;
    private final char grouping;

    Numbers(ULocale locale) {
        this.locale = locale;
        rules = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        ruleSets = Arrays.asList(rules.getRuleSetNames());
        var symbols = DecimalFormatSymbols.getInstance(locale);
        decimal = symbols.getDecimalSeparator() == '٫' ? '.' : symbols.getDecimalSeparator();
        grouping = symbols.getGroupingSeparator() == '٬' ? ',' : symbols.getGroupingSeparator();
    }

    /** Whether ICU knows the words; otherwise digits are left to the voice. */
    boolean areKnown() {
        return !spelled("%spellout-numbering", 2).equals("2");
    }

    /** Reads what a person of that language wrote, thousands separators and foreign digits included. */
    /** @return null for what is no number of that language */
    @Nullable
    BigDecimal parse(String written) {
        var plain = new StringBuilder();
        written.codePoints()
                .forEach(c -> plain.appendCodePoint(UCharacter.isDigit(c) ? '0' + UCharacter.digit(c) : spaceless(c)));
        var text = plain.toString().replace('٫', '.').replace("٬", "").replace("_", "");
        var group = Pattern.quote(String.valueOf(grouping == '\u202f' || grouping == '\u00a0' ? '_' : grouping));
        if (grouping == ',' && INDIAN.matcher(text).matches()) {
            text = text.replace(",", "");
        } else if (text.matches("\\d{1,3}(" + group + "\\d{3})+(" + Pattern.quote("" + decimal) + "\\d+)?")) {
            text = text.replaceAll(group, "").replace(decimal, '.');
        } else {
            text = text.replace(',', '.');
        }
        return text.matches("\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
    }

    private static int spaceless(int c) {
        return UCharacter.isUWhiteSpace(c) ? '_' : c;
    }

    /** As one counts; a fraction keeps the zeros that were written. */
    String cardinal(BigDecimal number) {
        if (number.precision() - number.scale() > MAX_DIGITS) {
            return digits(number.toPlainString());
        }
        var text = new StringBuilder(spelled("%spellout-numbering", number.doubleValue()));
        var zeros = number.scale() - Math.max(0, number.stripTrailingZeros().scale());
        if (number.scale() > 0 && number.stripTrailingZeros().scale() > 0) {
            for (var i = 0; i < zeros; i++) {
                text.append(' ').append(spelled("%spellout-numbering", 0));
            }
        }
        return text.toString();
    }

    /** As it stands before a thing that is counted, as in "ein Kilometer". */
    String counted(BigDecimal number) {
        return counted(number, false);
    }

    String counted(BigDecimal number, boolean feminine) {
        if (number.stripTrailingZeros().scale() > 0) {
            return spelled("%spellout-numbering", number.doubleValue());
        }
        if (locale.getLanguage().equals("zh") && number.compareTo(BigDecimal.TWO) == 0) {
            return spelled("%spellout-cardinal-alternate2", 2);
        }
        return spelled(feminine ? "%spellout-cardinal-feminine" : "%spellout-cardinal-masculine", number.doubleValue());
    }

    /** By a rule set of ICU, such as {@code %spellout-ordinal-neuter}. */
    String by(String ruleSet, long number) {
        return spelled(ruleSet, number);
    }

    /** Whether thousands are set apart by spaces. */
    boolean groupsWithSpaces() {
        return UCharacter.isUWhiteSpace(grouping);
    }

    PluralRules plurals() {
        return PluralRules.forLocale(locale);
    }

    String ordinal(long number, boolean feminine) {
        return spelled(feminine ? "%spellout-ordinal-feminine" : "%spellout-ordinal", number);
    }

    String year(long number) {
        return spelled("%spellout-numbering-year", number);
    }

    /** A number that may be a code: digit by digit when it is long or begins with a zero. */
    String code(String digits) {
        return digits.length() > 4 || digits.startsWith("0") ? digits(digits) : cardinal(new BigDecimal(digits));
    }

    String digits(String text) {
        var words = new StringBuilder();
        text.codePoints()
                .filter(UCharacter::isDigit)
                .forEach(c -> words.append(words.isEmpty() ? "" : " ")
                        .append(spelled("%spellout-numbering", UCharacter.digit(c))));
        return words.toString();
    }

    /** "fünf Kilometer" for 5 and kilometer: ICU knows the plural, the order and the number's words. */
    String measured(BigDecimal number, MeasureUnit unit) {
        var formatted = INVISIBLE
                .matcher(NumberFormatter.withLocale(locale)
                        .unit(unit)
                        .unitWidth(NumberFormatter.UnitWidth.FULL_NAME)
                        .precision(Precision.maxFraction(9))
                        .format(number)
                        .toString())
                .replaceAll("");
        return FORMATTED
                .matcher(formatted)
                .replaceFirst(counted(number))
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    /** RuleBasedNumberFormat is not thread-safe. */
    private synchronized String spelled(String ruleSet, double number) {
        var exact = ruleSets.contains(ruleSet)
                ? ruleSet
                : ruleSets.stream()
                        .filter(name -> name.startsWith(ruleSet + "-"))
                        .min(Numbers::masculineFirst)
                        .orElse(null);
        var words = exact == null ? rules.format(number) : rules.format(number, exact);
        return INVISIBLE.matcher(words).replaceAll("").replace('-', ' ');
    }

    private static int masculineFirst(String a, String b) {
        return Boolean.compare(b.endsWith("-masculine"), a.endsWith("-masculine"));
    }
}

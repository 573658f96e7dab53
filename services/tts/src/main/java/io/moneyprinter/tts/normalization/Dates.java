package io.moneyprinter.tts.normalization;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Dates in words. */
final class Dates {

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");

    /** What stands for "of the year" after it. */
    private static final Pattern YEAR_SIGN = Pattern.compile("(?<=\\p{Nd}{4})\\h[гр]\\.$");

    private Dates() {}

    /** @param ordinal the rule set of ICU for the day; empty for what the language says by itself */
    static String said(LocalDate date, Rules rules, String ordinal) {
        if (rules.isEnglish()) {
            return "%s %s %s"
                    .formatted(
                            month(date.getMonthValue(), rules.locale),
                            rules.numbers.ordinal(date.getDayOfMonth(), false),
                            rules.numbers.year(date.getYear()));
        }
        var format = DateFormat.getDateInstance(DateFormat.LONG, rules.locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        var written = YEAR_SIGN
                .matcher(format.format(
                        Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant())))
                .replaceAll("")
                .replaceAll("(?<=\\p{Nd})\\.", "");
        var said = NUMBER.matcher(written).replaceAll(found -> {
            var number = Long.parseLong(found.group());
            return found.group().length() == 4 ? rules.numbers.year(number) : day(number, rules, ordinal);
        });
        return rules.vocabulary.has("date.year") ? said + " " + rules.vocabulary.word("date.year") : said;
    }

    /** As it is said before the name of a month. */
    static String day(long day, Rules rules, String ordinal) {
        if (!ordinal.isEmpty()) {
            return rules.numbers.by(ordinal, day);
        }
        if (rules.vocabulary.has("day")) {
            return rules.numbers.by(rules.vocabulary.word("day"), day);
        }
        return day == 1 && rules.vocabulary.has("day.first")
                ? rules.vocabulary.word("day.first")
                : rules.numbers.cardinal(BigDecimal.valueOf(day));
    }

    static String month(int number, ULocale locale) {
        return DateFormatSymbols.getInstance(locale).getMonths()[number - 1];
    }

    /** A pattern of all names of months. */
    static String months(ULocale locale) {
        return Arrays.stream(DateFormatSymbols.getInstance(locale).getMonths())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}

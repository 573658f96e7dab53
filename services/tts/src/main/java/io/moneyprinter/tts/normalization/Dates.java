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

    private Dates() {}

    static String said(LocalDate date, Rules rules) {
        if (rules.isEnglish()) {
            return "%s %s %s"
                    .formatted(
                            month(date.getMonthValue(), rules.locale),
                            rules.numbers.ordinal(date.getDayOfMonth(), false),
                            rules.numbers.year(date.getYear()));
        }
        var format = DateFormat.getDateInstance(DateFormat.LONG, rules.locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        var written = format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
        var german = rules.locale.getLanguage().equals("de");
        return NUMBER.matcher(written.replaceAll("(?<=\\p{Nd})\\.", "")).replaceAll(found -> {
            var number = BigDecimal.valueOf(Long.parseLong(found.group()));
            if (found.group().length() == 4) {
                return rules.numbers.year(number.longValue());
            }
            return german ? rules.numbers.ordinal(number.longValue(), false) + "r" : rules.numbers.cardinal(number);
        });
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

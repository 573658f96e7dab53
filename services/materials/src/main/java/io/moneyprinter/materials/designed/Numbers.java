package io.moneyprinter.materials.designed;

import com.ibm.icu.text.DateFormatSymbols;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Lists;
import io.moneyprinter.language.Numeral;
import io.moneyprinter.materials.designed.NumberFact.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the numbers of a sentence are of, by what stands beside them. In doubt a number is left out: a
 * sentence shown by its words says nothing false.
 */
final class Numbers {

    private static final Properties WORDS = Lists.read(Numbers.class, "numbers.properties");
    private static final List<String> PERCENT = list("percent");
    private static final List<String> DEGREES = list("degrees");
    private static final List<String> UNITS = list("units");
    private static final List<String> MONEY = list("money");
    private static final List<String> NUMBERED = list("numbered");
    private static final List<String> BETWEEN = list("between");
    private static final List<String> MINUS = list("minus");
    private static final List<String> ORDINALS = list("ordinals");
    private static final List<String> BEFORE_CHRIST = list("before_christ");
    private static final List<String> AFTER_CHRIST = list("after_christ");
    private static final Set<String> RANGES = Set.copyOf(list("ranges"));
    private static final Set<String> AND = Set.copyOf(list("and"));
    private static final Set<String> OF = Set.copyOf(list("of"));
    private static final Set<String> YEARS = Set.copyOf(list("years"));
    private static final Set<String> MEASURES = Set.copyOf(list("measures"));
    private static final Set<String> ABOUT = Set.copyOf(list("about"));

    private static final Set<String> CURRENCIES = Set.copyOf(list("currencies"));

    /** In these "3." is the third. */
    private static final Set<String> DOTTED = Set.of(
            "de", "da", "nb", "nn", "no", "fi", "is", "cs", "sk", "pl", "sl", "hr", "sr", "bs", "hu", "et", "lv", "tr",
            "eu");

    /** Wholes that parts are told of; "9/11" and "24/7" are none. */
    private static final Set<Double> WHOLES = Set.of(2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 20.0, 100.0, 1000.0);

    private static final Pattern CURRENCY_BEFORE =
            Pattern.compile("(?<!\\p{L})(?:[A-Z]{0,2}(\\p{Sc})|([A-Z]{3}))\\s?$");
    private static final Pattern CURRENCY_AFTER =
            Pattern.compile("[\\s\\x{a0}\\x{202f}]?(?:(\\p{Sc})|([A-Z]{3})(?![\\p{L}\\p{Nd}]))");
    private static final Pattern CURRENCY_TIMES = Pattern.compile("(m|mn|k|bn|b)(?![\\p{L}\\p{Nd}])");

    /** Turkish and Chinese have it before. */
    private static final Pattern PERCENT_BEFORE = Pattern.compile("(?:(?<!\\p{Nd}\\s?)%|百分之)$");

    private static final String HOUR = "\\p{Nd}+(?:[:：]\\p{Nd}+)+";
    private static final String HOURS = HOUR + "(?:\\s?[-–]\\s?" + HOUR + ")?";
    private static final Pattern CLOCK = Pattern.compile(HOURS + "(?:\\s?Uhr\\b|[aApP]\\.?[mM]\\b\\.?)?"
            + "|\\p{Nd}{1,2}(?:\\.\\p{Nd}{2})?(?:\\s?(?:Uhr|[oO]['’]clock)|[aApP]\\.?[mM])(?![\\p{L}\\p{Nd}])\\.?"
            + "|\\p{Nd}{1,2}\\s?h\\s?\\p{Nd}{2}(?!\\p{Nd})"
            + "|\\p{Nd}{1,2}\\s?[点點時시]\\s?(?:\\p{Nd}{1,2}\\s?[分분])?(?![間间간즌리])");

    /** "5 am Rhein" is another thing. */
    private static final Pattern ENGLISH_CLOCK = Pattern.compile(
            "(?:" + HOURS + "|\\p{Nd}{1,2}(?:\\.\\p{Nd}{2})?) (?:[aApP]\\.[mM]\\.|[aApP][mM])(?!\\p{L})");

    private static final Pattern SLASHED = Pattern.compile("(\\p{Nd}+)[/⁄](\\p{Nd}+)(?![/\\p{Nd}])");

    /** Digits that are no number at all: telephones and dates. */
    private static final Pattern NAMES = Pattern.compile("(?<![\\p{L}\\p{Nd}])(?:\\+\\p{Nd}[\\p{Nd} ()/.-]{6,}\\p{Nd}"
            + "|\\(?0\\p{Nd}[\\p{Nd} ()/-]{5,}\\p{Nd}"
            + "|\\p{Nd}{3}-\\p{Nd}{4}"
            + "|\\(?\\p{Nd}{3}\\)?[-. ]\\p{Nd}{3}[-. ]\\p{Nd}{4}"
            + "|\\p{Nd}{1,4}([-/.])\\p{Nd}{1,2}\\1\\p{Nd}{1,4})(?!\\p{Nd})"
            // The first item of a list.
            + "|^\\s*\\p{Nd}{1,2}[.)](?=\\s)");

    private static final Pattern DAY_AND_MONTH = Pattern.compile("\\p{Nd}{1,2}\\.\\p{Nd}{1,2}\\.(?=\\s+\\S)");

    private static final Pattern DECADE = Pattern.compile("(?:['’]?s|ers?)(?!\\p{L})");
    private static final Pattern YEAR_SIGN =
            Pattern.compile("\\s?(?:年|년)(?![前间間以的后後来來])|\\s?(?:год|г\\.|рік|року|সাল)");
    private static final Pattern DAY_SIGN = Pattern.compile("\\s?(?:月|월|[日号號](?![间間])|일(?!\\p{L}))");
    private static final Pattern RANGE_SIGN = Pattern.compile("[-–—−~〜～]| [-–—] ");

    private static final Pattern FRACTION = Pattern.compile(
            "(?i)\\b(three quarters|two thirds|one third|a third|one quarter|a quarter|half)\\b(?= of\\b)");

    /** "One in five", said in words: the words from one to ten, and what stands between them. */
    private static final List<Shares> SHARES = List.of(
            new Shares("one two three four five six seven eight nine ten", "(?:out of|in)(?: every)?"),
            new Shares("eine?r? zwei drei vier fünf sechs sieben acht neun zehn", "von"),
            new Shares("un[oa]? dos tres cuatro cinco seis siete ocho nueve diez", "de cada"),
            new Shares("une? deux trois quatre cinq six sept huit neuf dix", "sur"),
            new Shares("um[a]? dois três quatro cinco seis sete oito nove dez", "em cada"));

    private static final Set<String> HUNDREDS = Set.of("hundred", "hundert", "cien", "cent");

    private final String text;
    private final Language language;
    private final List<Words.Word> words;
    private final Set<String> months;

    Numbers(String text, String language) {
        this.text = text;
        this.language = new Language(language);
        this.words = Words.of(text, language).words();
        this.months = months(this.language);
    }

    List<NumberFact> all() {
        var found = new ArrayList<NumberFact>();
        var numerals = Numeral.in(text, language);
        var read = 0;
        for (var i = 0; i < numerals.size(); i++) {
            var numeral = numerals.get(i);
            if (numeral.start() < read) {
                continue;
            }
            var written = written(numeral);
            if (written != null) {
                found.add(written);
                read = written.end();
                continue;
            }
            read = Math.max(read, nameEnd(numeral.start()));
            var one = numeral.start() < read ? null : fact(numeral, false, read, !found.isEmpty());
            if (one == null) {
                continue;
            }
            var both = i + 1 < numerals.size() ? together(one, numeral, numerals.get(i + 1)) : null;
            var fact = both == null ? one : both;
            read = fact.end();
            // "10-year-old"
            if (!is(fact.end(), Numbers::dash)) {
                found.add(fact);
            }
        }
        return List.copyOf(found);
    }

    /** A share of a whole that is said in words; null without one. */
    static @Nullable NumberFact fraction(String text) {
        var fraction = FRACTION.matcher(text);
        if (fraction.find()) {
            var word = fraction.group(1).toLowerCase(Locale.ROOT);
            var value = word.endsWith("quarters")
                    ? 75
                    : word.endsWith("thirds") ? 67 : word.endsWith("third") ? 33 : word.endsWith("quarter") ? 25 : 50;
            var shown = word.endsWith("quarters")
                    ? "3/4"
                    : word.endsWith("thirds") ? "2/3" : word.endsWith("third") ? "1/3" : value == 25 ? "1/4" : "1/2";
            return new NumberFact(Kind.PERCENT, shown, "/", value, fraction.start(), fraction.end());
        }
        return SHARES.stream()
                .flatMap(shares -> Stream.ofNullable(shares.in(text)))
                .findFirst()
                .orElse(null);
    }

    /** Words for shares in one language. */
    private record Shares(List<Pattern> numbers, Pattern pattern) {

        private Shares(String numbers, String between) {
            this(
                    Arrays.stream(numbers.split(" "))
                            .map(number -> Pattern.compile(number, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                            .toList(),
                    Pattern.compile(
                            "(?<!\\p{L})(%1$s) %2$s (%1$s)(?!\\p{L})(?:[ -](\\p{L}+))?"
                                    .formatted(numbers.replace(' ', '|'), between),
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }

        @Nullable
        NumberFact in(String text) {
            var share = pattern.matcher(text);
            if (!share.find() || share.group(3) != null && scales(share.group(3))) {
                return null;
            }
            var part = number(share.group(1));
            var whole = number(share.group(2));
            return part >= whole
                    ? null
                    : new NumberFact(
                            Kind.PERCENT,
                            text.substring(share.start(), share.end(2)),
                            "/",
                            100.0 * part / whole,
                            share.start(),
                            share.end(2));
        }

        /** "One in ten thousand", "two in five minutes". */
        private static boolean scales(String next) {
            var word = next.toLowerCase(Locale.ROOT);
            return MEASURES.contains(word) || HUNDREDS.contains(word) || Numeral.isScale(word);
        }

        private int number(String word) {
            return 1
                    + IntStream.range(0, numbers.size())
                            .filter(i -> numbers.get(i).matcher(word).matches())
                            .findFirst()
                            .orElse(0);
        }
    }

    /** Times, ratios, scores and fractions: read as they are written. */
    private @Nullable NumberFact written(Numeral numeral) {
        if (is(numeral.start() - 1, Numbers::partOfAWord) || nameEnd(numeral.start()) > 0) {
            return null;
        }
        for (var pattern : language.code().equals("en") ? List.of(ENGLISH_CLOCK, CLOCK) : List.of(CLOCK)) {
            var clock =
                    pattern.matcher(text).region(numeral.start(), text.length()).useTransparentBounds(true);
            if (clock.lookingAt()) {
                return plain(clock.group(), ":", numeral.start(), clock.end());
            }
        }
        var slashed = SLASHED.matcher(text).region(numeral.start(), text.length());
        if (!slashed.lookingAt()) {
            return null;
        }
        var part = Integer.parseInt(digits(slashed.group(1)));
        var whole = Integer.parseInt(digits(slashed.group(2)));
        return part > 0 && part < whole && WHOLES.contains((double) whole)
                ? new NumberFact(
                        Kind.PERCENT, slashed.group(), "/", 100.0 * part / whole, slashed.start(), slashed.end())
                : plain(slashed.group(), "/", slashed.start(), slashed.end());
    }

    private static String digits(String run) {
        var plain = new StringBuilder();
        run.codePoints().limit(6).forEach(digit -> plain.append(Character.digit(digit, 10)));
        return plain.toString();
    }

    private static NumberFact plain(String shown, String unit, int start, int end) {
        return new NumberFact(Kind.PLAIN, shown.strip(), unit, Double.NaN, start, end);
    }

    /** Where a telephone number or a date ends that begins at a place or before it; 0 where there is none. */
    private int nameEnd(int at) {
        var patterns = DOTTED.contains(language.code()) ? List.of(NAMES, DAY_AND_MONTH) : List.of(NAMES);
        for (var pattern : patterns) {
            var name = pattern.matcher(text);
            while (name.find() && name.start() <= at) {
                if (name.end() > at) {
                    return name.end();
                }
            }
        }
        return 0;
    }

    /**
     * @param joined whether it may be the second half of what stands before it, so that a dash is no sign
     * @param before where the last number ended: a dash right there is no sign either
     */
    private @Nullable NumberFact fact(Numeral numeral, boolean joined, int before, boolean another) {
        var start = numeral.start();
        var end = numeral.end();
        var value = numeral.value();
        if (isCode(numeral)) {
            return null;
        }
        var unit = "";
        var kind = Kind.COUNT;
        var money = CURRENCY_BEFORE
                .matcher(text)
                .region(Math.max(0, start - 5), start)
                .useTransparentBounds(true);
        if (money.find() && (money.group(1) != null || CURRENCIES.contains(money.group(2)))) {
            unit = money.group(1) == null ? money.group(2) : money.group(1);
            kind = Kind.MONEY;
            start = money.start();
            var times = CURRENCY_TIMES.matcher(text).region(end, text.length()).useTransparentBounds(true);
            if (!numeral.scaled() && times.lookingAt()) {
                end = times.end();
                value *= times.group(1).startsWith("k") ? 1e3 : times.group(1).startsWith("b") ? 1e9 : 1e6;
            }
        }
        var from = start;
        var negative = false;
        if (is(start - 1, Numbers::dash)) {
            negative = (start - 1 != before || before == 0)
                    && (start < 2 || is(start - 2, character -> !partOfAWord(character) && character != ')'));
            if (!negative && !joined) {
                return null;
            }
            from = negative ? start - 1 : start;
        } else if (wordBefore(MINUS, start) >= 0) {
            negative = true;
            from = wordBefore(MINUS, start);
        } else if (is(start - 1, Numbers::partOfAWord)
                || is(start - 1, character -> ".,#@/\\&".indexOf(character) >= 0)) {
            return null;
        }
        var shown = text.substring(start, end);
        var counted = kind == Kind.COUNT;
        if (counted) {
            var measured = measured(numeral, shown, negative ? -value : value);
            if (measured == null) {
                return null;
            }
            kind = measured.kind();
            unit = measured.unit();
            shown = measured.shown();
            value = measured.value();
            end = measured.end();
        } else if (negative) {
            value = -value;
        }
        if (kind == Kind.COUNT && unit.isEmpty() && !negative && names(numeral, another)) {
            return null;
        }
        return new NumberFact(kind, (negative ? sign() : "") + shown.replaceAll("\\s+", " "), unit, value, from, end);
    }

    /** A number with what follows it; null when it is no number. */
    private @Nullable NumberFact measured(Numeral numeral, String digits, double value) {
        var end = numeral.end();
        var percent = wordAfter(PERCENT, end);
        if (percent < 0
                && PERCENT_BEFORE.matcher(text.substring(0, numeral.start())).find()) {
            percent = end;
        }
        if (percent >= 0) {
            var parts = value >= 0 && value <= 100 && !is(numeral.start() - 1, Numbers::minusSign);
            return new NumberFact(
                    parts ? Kind.PERCENT : Kind.COUNT, digits + "%", "%", value, numeral.start(), percent);
        }
        var degrees = wordAfter(DEGREES, end);
        if (degrees >= 0) {
            // "37 degrees" has its word below it.
            var sign = text.substring(end, degrees).strip();
            var small = sign.length() <= 3 && !Character.isLetter(sign.charAt(0)) || sign.equals("度");
            return new NumberFact(
                    Kind.PLAIN,
                    small ? text.substring(numeral.start(), degrees) : digits,
                    "°",
                    value,
                    numeral.start(),
                    small ? degrees : end);
        }
        var currency = CURRENCY_AFTER.matcher(text).region(end, text.length()).useTransparentBounds(true);
        var priced = currency.lookingAt() && (currency.group(1) != null || CURRENCIES.contains(currency.group(2)))
                ? currency.end()
                : wordAfter(MONEY, end);
        if (priced >= 0) {
            var sign = text.substring(end, priced).strip();
            return new NumberFact(
                    Kind.MONEY, text.substring(numeral.start(), priced), sign, value, numeral.start(), priced);
        }
        var era = era(numeral, value);
        if (era != null) {
            return era;
        }
        var unit = wordAfter(UNITS, end);
        if (unit >= 0) {
            return new NumberFact(
                    Kind.COUNT,
                    text.substring(numeral.start(), unit),
                    text.substring(end, unit).strip(),
                    value,
                    numeral.start(),
                    unit);
        }
        var year = year(numeral, value);
        if (year != null) {
            return year;
        }
        if (!numeral.scaled()) {
            var ordinal = ordinalEnd(numeral);
            if (ordinal > 0) {
                return isDay(numeral, ordinal)
                        ? null
                        : plain(text.substring(numeral.start(), ordinal), ".", numeral.start(), ordinal);
            }
            if (is(end, Numbers::partOfAWord) || isDay(numeral, end)) {
                return null;
            }
        }
        return new NumberFact(Kind.COUNT, digits, "", value, numeral.start(), end);
    }

    /** Digits that nobody counts with: 007, and 4K. */
    private boolean isCode(Numeral numeral) {
        var digits = numeral.digits();
        return digits.length() > 1
                        && digits.codePoints().allMatch(Character::isDigit)
                        && Character.digit(digits.codePointAt(0), 10) == 0
                || digits.length() == 1 && text.startsWith("K", numeral.start() + 1) && numeral.scaled();
    }

    /** Where an ordinal number ends that begins as a numeral does; 0 when it is none. */
    private int ordinalEnd(Numeral numeral) {
        var end = numeral.end();
        if (numeral.digits().length() > 4 || !numeral.digits().codePoints().allMatch(Character::isDigit)) {
            return 0;
        }
        for (var ordinal : ORDINALS) {
            if (text.startsWith(ordinal, end) && !is(end + ordinal.length(), Numbers::partOfAWord)) {
                return end + ordinal.length();
            }
        }
        var dotted = DOTTED.contains(language.code())
                && text.startsWith(". ", end)
                && numeral.digits().length() < 4
                && is(end + 2, Character::isLetter);
        return dotted ? end + 1 : 0;
    }

    private @Nullable NumberFact era(Numeral numeral, double value) {
        if (numeral.scaled() || value != Math.rint(value) || value < 1 || value > 9999) {
            return null;
        }
        var before = wordAfter(BEFORE_CHRIST, numeral.end());
        var era = before >= 0 ? before : wordAfter(AFTER_CHRIST, numeral.end());
        if (era >= 0) {
            return new NumberFact(
                    Kind.YEAR,
                    text.substring(numeral.start(), era),
                    "",
                    before >= 0 ? -value : value,
                    numeral.start(),
                    era);
        }
        var chinese = wordBefore(List.of("公元前", "紀元前", "纪元前"), numeral.start());
        return chinese < 0
                ? null
                : new NumberFact(Kind.YEAR, text.substring(chinese, numeral.end()), "", -value, chinese, numeral.end());
    }

    /** The number as a year, or null: four digits, beside words that years stand beside. */
    private @Nullable NumberFact year(Numeral numeral, double value) {
        var digits = numeral.digits();
        if (numeral.scaled()
                || digits.codePointCount(0, digits.length()) != 4
                || !digits.codePoints().allMatch(Character::isDigit)
                || value < 1000
                || value > (language.code().equals("th") ? 2700 : 2100)) {
            return null;
        }
        var end = numeral.end();
        var decade = DECADE.matcher(text).region(end, text.length());
        if (decade.lookingAt()) {
            return new NumberFact(
                    Kind.YEAR, text.substring(numeral.start(), decade.end()), "", value, numeral.start(), decade.end());
        }
        var year = new NumberFact(Kind.YEAR, digits, "", value, numeral.start(), end);
        var before = before(numeral.start());
        var next = next(end);
        var named = YEAR_SIGN
                        .matcher(text)
                        .region(end, text.length())
                        .useTransparentBounds(true)
                        .lookingAt()
                || before != null
                        && (YEARS.contains(before.text().toLowerCase(Locale.ROOT)) || months.contains(before.text()))
                || is(numeral.start() - 1, character -> character == '(');
        if (next != null && MEASURES.contains(next.text().toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (named) {
            // "In 1500 cities"; but "in 1969 people walked on the moon".
            var round = value % 100 == 0 && next != null && !next.small() && !next.capital();
            return round ? null : year;
        }
        // Scripts without spaces say that it is a year; German writes what is counted with a capital.
        var alone = next == null && !is(end, Character::isLetter)
                || next != null && next.small()
                || next != null && language.code().equals("de") && !next.capital();
        return alone && value >= 1400 ? year : null;
    }

    /** Whether it is the day of a month. */
    private boolean isDay(Numeral numeral, int end) {
        if (numeral.value() > 31 || numeral.value() < 1) {
            return false;
        }
        var day = DAY_SIGN.matcher(text).region(end, text.length()).useTransparentBounds(true);
        var before = before(numeral.start());
        if (day.lookingAt() || before != null && months.contains(before.text())) {
            return true;
        }
        var from = end;
        for (var joining : List.of(".", " de", " of", " di")) {
            from = text.startsWith(joining + " ", from) ? from + joining.length() : from;
        }
        var next = next(from);
        return next != null && months.contains(next.text());
    }

    /** Whether it belongs to the name before it, as in "Java 25", "Apollo 11" or "chapter 3". */
    private boolean names(Numeral numeral, boolean another) {
        if (numeral.scaled()) {
            return false;
        }
        if (wordBefore(NUMBERED, numeral.start()) >= 0) {
            return true;
        }
        var before = before(numeral.start());
        if (before == null || !before.capital() || before.small() || text.equals(text.toUpperCase(Locale.ROOT))) {
            return false;
        }
        var next = next(numeral.end());
        if (words.getFirst().equals(before)) {
            var lower = before.text().toLowerCase(Locale.ROOT);
            var about = ABOUT.contains(lower) || lower.endsWith("ly") || lower.endsWith("mente");
            return !about
                    && (next == null
                            || next.small()
                            || language.code().equals("en") && next.text().endsWith("ed"));
        }
        // "France won 7 medals, Italy 5": the name begins a clause.
        var clause = text.substring(0, before.start()).stripTrailing();
        if (another && (clause.matches("(?s).*[,;،、，]") || AND.contains(lastWord(clause)))) {
            return false;
        }
        if (Places.named(before.text(), language.tag())) {
            return false;
        }
        return !language.code().equals("de") || next == null || !next.capital();
    }

    private static String lastWord(String clause) {
        return clause.substring(clause.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    /** Two numbers that say one thing: a range, or a part of a whole; null when they do not. */
    private @Nullable NumberFact together(NumberFact one, Numeral first, Numeral next) {
        var other = fact(next, true, one.end(), true);
        if (other == null
                || other.start() < one.end()
                || (one.kind() == Kind.YEAR) != (other.kind() == Kind.YEAR)
                || is(other.end(), Numbers::dash)) {
            return null;
        }
        var between = text.substring(one.end(), other.start());
        var word = between.strip().toLowerCase(Locale.ROOT);
        var apart = !between.equals(between.strip()) || is(one.end(), character -> character >= 0x2e80);
        var share = share(one, other, apart ? word : "");
        if (share != null) {
            return share;
        }
        var prices = one.kind() == Kind.MONEY && other.unit().isEmpty() && other.kind() == Kind.COUNT;
        if (!one.unit().equals(other.unit()) && !one.unit().isEmpty() && !prices || first.scaled() && !next.scaled()) {
            return null;
        }
        var dashed = RANGE_SIGN.matcher(between).matches();
        var joined = dashed || apart && AND.contains(word) && wordBefore(BETWEEN, one.start()) >= 0
                ? "–"
                : apart && RANGES.contains(word) ? between : null;
        if (joined == null) {
            return null;
        }
        var shown = one.shown() + joined.replaceAll("\\s+", " ") + other.shown();
        return plain(shown, "–" + (prices ? one.unit() : other.unit()), one.start(), other.end());
    }

    private @Nullable NumberFact share(NumberFact one, NumberFact other, String word) {
        var part = one.value();
        var whole = other.value();
        if (one.kind() != Kind.COUNT
                || other.kind() != Kind.COUNT
                || !one.unit().isEmpty()
                || !other.unit().isEmpty()
                || !(part >= 1 && part <= whole)
                || part != Math.rint(part)
                || whole != Math.rint(whole)) {
            return null;
        }
        var next = next(other.end());
        var in = word.equals("in")
                && language.code().equals("en")
                && WHOLES.contains(whole)
                && (next == null || !MEASURES.contains(next.text().toLowerCase(Locale.ROOT)));
        return in || OF.contains(word)
                ? new NumberFact(
                        Kind.PERCENT,
                        text.substring(one.start(), other.end()),
                        "/",
                        100 * part / whole,
                        one.start(),
                        other.end())
                : null;
    }

    /** Below zero, also where text is read from the right: the sign stays before its number. */
    private String sign() {
        return language.locale().isRightToLeft() ? "\u200e−" : "−";
    }

    private static boolean dash(int character) {
        return Character.getType(character) == Character.DASH_PUNCTUATION || minusSign(character);
    }

    private static boolean minusSign(int character) {
        return character == '−';
    }

    /** Letters, marks and digits, but for scripts without spaces, where a number stands right beside a word. */
    private static boolean partOfAWord(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> Character.isDigit(character);
            default -> Character.isLetterOrDigit(character) || character == '_';
        };
    }

    private boolean is(int at, java.util.function.IntPredicate what) {
        return at >= 0 && at < text.length() && what.test(text.codePointAt(at));
    }

    private Words.@Nullable Word before(int at) {
        var last = words.stream().filter(word -> word.end() <= at).reduce((one, next) -> next);
        return last.filter(word -> text.substring(word.end(), at).isBlank()).orElse(null);
    }

    private Words.@Nullable Word next(int at) {
        return words.stream()
                .filter(word -> word.start() >= at)
                .findFirst()
                .filter(word -> text.substring(at, word.start()).isBlank())
                .orElse(null);
    }

    /** Where the longest of some words ends that stands after a place; -1 when none does. */
    private int wordAfter(List<String> candidates, int at) {
        var from = is(at, Character::isSpaceChar) ? at + 1 : at;
        for (var word : candidates) {
            var end = from + word.length();
            if (text.regionMatches(word.length() > 3, from, word, 0, word.length())
                    && !(partOfAWord(word.codePointBefore(word.length()))
                            && is(end, character -> partOfAWord(character) || "'’".indexOf(character) >= 0))) {
                return end;
            }
        }
        return -1;
    }

    /** Where the longest of some words begins that stands before a place; -1 when none does. */
    private int wordBefore(List<String> candidates, int at) {
        var until = text.substring(0, at).stripTrailing().length();
        for (var word : candidates) {
            var from = until - word.length();
            if (text.regionMatches(true, from, word, 0, word.length())
                    && !(partOfAWord(word.codePointAt(0)) && is(from - 1, Numbers::partOfAWord))) {
                return from;
            }
        }
        return -1;
    }

    private static Set<String> months(Language language) {
        var names = new HashSet<String>();
        var symbols = DateFormatSymbols.getInstance(language.locale());
        for (var context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
            for (var width : List.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED)) {
                names.addAll(Arrays.asList(symbols.getMonths(context, width)));
            }
        }
        names.removeIf(name -> name.length() < 3 || name.codePoints().anyMatch(Character::isDigit));
        return names;
    }

    private static List<String> list(String key) {
        return Arrays.stream(WORDS.getProperty(key, "").split(" "))
                .map(word -> word.replace('_', ' '))
                .sorted(Comparator.comparingInt((String word) -> -word.length()))
                .toList();
    }
}
